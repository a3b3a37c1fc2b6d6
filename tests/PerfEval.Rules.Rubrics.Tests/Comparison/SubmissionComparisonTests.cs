using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

public sealed class SubmissionComparisonTests
{
    private const string Luohu = "440303-luohu/2020/department/";
    private const string Rules = """{ "RuleName": "执行", "Code": "A", "Weight": 60, "Score": "min(执行率, 1) * Weight" }, { "RuleName": "公开", "Code": "B", "Weight": 40, "Score": "Weight" }""";

    [Fact]
    public void A_report_of_Luohu_scores_the_same_under_both_versions_where_only_the_wording_changed()
    {
        var comparison = OfLuohu("quarters", "1.0.0", "1.1.0");
        Assert.Equal([90.73m, 90.73m], comparison.Rubrics.Select(column => column.Scorecard?.Total));
        Assert.Equal([null, 0m], comparison.Rubrics.Select(column => column.Difference));
        var adjusted = comparison.Rules.Single(rule => rule.Code == "LH03");
        Assert.Equal([(0, 5m, (decimal?)null), (1, 5m, 0m)], adjusted.Scores.Select(cell => (cell.Column, cell.Rule.Score!.Value, cell.Difference)));
        Assert.Contains(adjusted.Changes, change => change is { Column: 1, Change: { Kind: ChangeKind.Text, RuleCode: "LH03", Property: "Criteria" } });
        Assert.Empty(comparison.Rules.Single(rule => rule.Code == "LH01").Changes);
        Assert.Contains(comparison.Changes, change => change.Change is { Subject: ChangeSubject.Input, Kind: ChangeKind.Added, Key: "支出功能分类" });
    }

    [Fact]
    public void Every_figure_is_that_of_scoring_alone_and_every_change_is_there_once()
    {
        var comparison = OfLuohu("published", "1.0.0", "1.1.0");
        for (var column = 0; column < 2; column++)
        {
            var rubric = Packs.Load($"{Luohu}1.{column}.0.json");
            var alone = Scorer.Score(SubmissionReader.Read(Case("published").Span, rubric).Submission!, ExplainLevel.None);
            Assert.Equal((alone.Total, alone.Range, alone.Grade, alone.Complete), Figures(comparison.Rubrics[column].Scorecard!));
            var cells = comparison.Rules.SelectMany(rule => rule.Scores).Where(cell => cell.Column == column).Select(cell => (cell.Rule.Code, cell.Rule.Weight, cell.Rule.Score, cell.Rule.Status, cell.Rule.Range));
            Assert.Equal(Flat(alone.Rules).Select(rule => (rule.Code, rule.Weight, rule.Score, rule.Status, rule.Range)), cells);
        }

        var changes = comparison.Rules.SelectMany(rule => rule.Changes).Concat(comparison.Changes).Select(change => change.Change.ToString());
        Assert.Equal(
            RubricComparison.Compare(Packs.Load(Luohu + "1.0.0.json").Document, Packs.Load(Luohu + "1.1.0.json").Document).Select(change => change.ToString()).Order(StringComparer.Ordinal),
            changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_single_score_has_a_range_and_no_difference()
    {
        var comparison = OfLuohu("published", "1.0.0", "1.1.0");
        Assert.Equal((null, new ScoreRange(78.99m, 95.49m), null), (comparison.Rubrics[0].Scorecard!.Total, comparison.Rubrics[0].Scorecard!.Range!.Value, comparison.Rubrics[1].Difference));
        var open = comparison.Rules.Single(rule => rule.Code == "LH16").Scores;
        Assert.Equal(2, open.Length);
        Assert.All(open, cell => Assert.True(cell is { Rule: { Status: RuleStatus.Undetermined, Score: null, Range: not null }, Difference: null }));
    }

    [Fact]
    public void A_version_that_does_not_know_an_input_says_where_and_has_no_scores_while_the_other_has()
    {
        var comparison = OfLuohu("small-adjustment-1.1.0", "1.0.0", "1.1.0");
        var fault = Assert.Single(comparison.Rubrics[0].Faults);
        Assert.Equal(("PS0004", "/data/支出功能分类"), (fault.Code, fault.Path));
        Assert.Null(comparison.Rubrics[0].Scorecard);
        Assert.Equal((90.73m, null), (comparison.Rubrics[1].Scorecard!.Total, comparison.Rubrics[1].Difference));
        Assert.Empty(comparison.Rubrics[1].Faults);
        Assert.All(comparison.Rules, rule => Assert.DoesNotContain(rule.Scores, cell => cell.Column == 0 || cell.Difference is not null));
        Assert.Equal(3, Assert.Single(comparison.Rules.Single(rule => rule.Code == "LH06").Scores).Rule.Score);
    }

    [Fact]
    public void A_rule_that_was_added_stands_where_its_rubric_has_it_and_one_that_was_removed_keeps_its_place()
    {
        var changed = """{ "RuleName": "执行", "Code": "A", "Weight": 50, "Score": "min(执行率, 1) * Weight" }, { "RuleName": "及时", "Code": "C", "Weight": 50, "Score": "Weight" }""";
        var comparison = Compare("""{"data":{"执行率":90}}""", Rubric(Rules), Rubric(changed));
        Assert.Equal(["A 54,45(-9)", "C _,50(_)", "B 40,_"], comparison.Rules.Select(Show));
        Assert.Equal(
            ["A: indicator `执行` (A), `Weight` changed from 60 to 50", "C: indicator `及时` (C) added, weight 50", "B: indicator `公开` (B) removed, weight 40"],
            comparison.Rules.SelectMany(rule => rule.Changes.Select(change => $"{rule.Code}: {change.Change}")));
        Assert.Equal("新增指标“及时”（C），分值 50", comparison.Rules[1].Changes[0].Change.Message.Zh);
        Assert.Empty(comparison.Changes);
        Assert.Equal(1m, comparison.Rubrics[1].Difference);
    }

    [Fact]
    public void Every_rubric_is_compared_with_the_first()
    {
        var comparison = Compare("""{"data":{"执行率":50}}""", Rubric(Rules), Rubric(Weighing(50)), Rubric(Weighing(40)));
        Assert.Equal("A 30,25(-5),20(-10)", Show(comparison.Rules[0]));
        Assert.Equal(
            ["1: indicator `执行` (A), `Weight` changed from 60 to 50", "2: indicator `执行` (A), `Weight` changed from 60 to 40"],
            comparison.Rules[0].Changes.Select(change => $"{change.Column}: {change.Change}"));
    }

    [Fact]
    public void The_template_of_rows_has_a_row_of_its_own_when_it_changed()
    {
        static string PerRow(string share) => $$"""{ "RuleName": "$(row.名称)", "Code": "R", "ForEach": "表", "Weight": "row.分值", "Score": "Weight * {{share}}" }""";
        var comparison = Compare("""{"data":{"执行率":50,"表":[{"名称":"甲","分值":50},{"名称":"乙","分值":50}]}}""", Rubric(PerRow("0.5")), Rubric(PerRow("0.8")));
        Assert.Equal(["R[1] 25,40(15)", "R[2] 25,40(15)", "R _,_"], comparison.Rules.Select(Show));
        Assert.Equal("in indicator `$(row.名称)` (R), `Score`: 0.5 became 0.8", Assert.Single(comparison.Rules[2].Changes).Change.ToString());
        Assert.Equal(["甲", "乙", "$(row.名称)"], comparison.Rules.Select(rule => rule.Name));
    }

    [Fact]
    public void Beside_itself_nothing_differs()
    {
        var comparison = Compare("""{"data":{"执行率":90}}""", Rubric(Rules), Rubric(Rules));
        Assert.Equal([null, 0m], comparison.Rubrics.Select(column => column.Difference));
        Assert.Empty(comparison.Changes.Concat(comparison.Rules.SelectMany(rule => rule.Changes)));
    }

    [Fact]
    public void No_rubric_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => SubmissionComparison.Of([], "{}"u8.ToArray()));

    [Fact]
    public void As_json_it_has_both_languages_and_numbers_as_a_scorecard_writes_them()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            SubmissionComparisonWriter.Write(writer, Compare("""{"data":{"执行率":90}}""", Rubric(Rules), Rubric(Weighing(50))), "/submission");
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        var row = json.RootElement.GetProperty("rules")[0];
        Assert.Equal(
            """[{"column":0,"weight":60,"status":"Scored","score":54,"range":{"min":54,"max":54}},{"column":1,"weight":50,"status":"Scored","score":45,"range":{"min":45,"max":45},"difference":-9}]""",
            row.GetProperty("scores").GetRawText());
        Assert.Equal(
            """[{"column":1,"subject":"Rule","key":"A","kind":"Weight","message":{"zh":"指标“执行”（A）的分值由 60 改为 50","en":"indicator `执行` (A), `Weight` changed from 60 to 50"}}]""",
            row.GetProperty("changed").GetRawText());
        Assert.Equal(1, json.RootElement.GetProperty("rubrics")[1].GetProperty("difference").GetDecimal());
    }

    private static string Weighing(int points) => Rules.Replace("40", $"{100 - points}", StringComparison.Ordinal).Replace("\"Weight\": 60, \"Score\": \"min", $"\"Weight\": {points}, \"Score\": \"min", StringComparison.Ordinal);

    private static string Show(ComparedRule rule)
    {
        var columns = rule.Scores.IsEmpty ? 2 : Math.Max(2, rule.Scores.Max(cell => cell.Column) + 1);
        return $"{rule.Code} " + string.Join(",", Enumerable.Range(0, columns).Select(column => Show(rule.Scores.FirstOrDefault(cell => cell.Column == column))));
    }

    private static string Show(ComparedScore? cell) =>
        cell is null ? "_" : FormattableString.Invariant($"{cell.Rule.Score:0.##}") + (cell.Column == 0 ? "" : cell.Difference is { } difference ? FormattableString.Invariant($"({difference:0.##})") : "(_)");

    private static (decimal?, ScoreRange?, string?, bool) Figures(Scorecard card) => (card.Total, card.Range, card.Grade, card.Complete);

    private static IEnumerable<RuleScore> Flat(ImmutableArray<RuleScore> rules) => rules.SelectMany(rule => Flat(rule.Rules).Prepend(rule));

    private static ReadOnlyMemory<byte> Case(string name) =>
        CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, Luohu, "cases", name + ".json"))).Case!.Submission; // every case is read by another test

    private static SubmissionComparison OfLuohu(string name, params string[] versions) =>
        SubmissionComparison.Of([.. versions.Select(version => Packs.Load($"{Luohu}{version}.json"))], Case(name));

    private static SubmissionComparison Compare(string submission, params CompiledRubric[] rubrics) =>
        SubmissionComparison.Of([.. rubrics], Encoding.UTF8.GetBytes(submission));

    private static CompiledRubric Rubric(string rules)
    {
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes($$"""
            {
              "WorkflowName": "440300/2020/project", "Title": "项目支出", "Region": { "Code": "440300" }, "Year": 2020, "Scope": "project", "Version": "1.0.0",
              "Inputs": [
                { "Name": "执行率", "Type": "Number", "Unit": "%", "Min": 0 },
                { "Name": "表", "Type": "Table", "Required": false, "Columns": [{ "Name": "名称", "Type": "Text" }, { "Name": "分值", "Type": "Number" }] }
              ],
              "Rules": [{{rules}}]
            }
            """));
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric!;
    }
}
