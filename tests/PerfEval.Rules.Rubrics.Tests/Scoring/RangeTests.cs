using System.Globalization;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>The law of ranges: whatever is supplied for the inputs that undetermined rules list as missing, the total lies in the range.</summary>
public sealed class RangeTests : ScoringTests
{
    private const int Seed = 20201121;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("PERFEVAL_RANGE_COUNT"), CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    // Everything that can leave a total open, in one rubric.
    private const string Everything = """
        "Inputs": [
          {"Name": "a", "Type": "Number", "Min": 0, "Max": 40}, {"Name": "b", "Type": "Number"}, {"Name": "c", "Type": "Number", "Unit": "%", "Min": 0, "Max": 150},
          {"Name": "p", "Type": "Bool"}, {"Name": "q", "Type": "Bool"}, {"Name": "r", "Type": "Bool"},
          {"Name": "k", "Type": "Choice", "Choices": ["高", "中", "低"]}, {"Name": "m", "Type": "Number", "Unit": "万元", "Min": 0, "Max": 100}, {"Name": "n", "Type": "Number", "Unit": "万元", "Min": 0}],
        "GlobalParams": [{"Name": "率", "Expression": "m / n", "Unit": "%"}, {"Name": "底", "Expression": "a ?? 3"}],
        "Overrides": [{"Name": "否决", "When": "r && share(\"A1\") < 60%", "MaxTotal": 59}],
        "Rules": [
          {"RuleName": "A", "Code": "A", "Weight": 40, "NotApplicableWhen": "q", "WhenNotApplicable": "Redistribute", "Rules": [
            {"RuleName": "A1", "Code": "A1", "Weight": 25, "Score": "a", "ZeroWhen": "p"},
            {"RuleName": "A2", "Code": "A2", "Weight": 15, "Min": -5, "Score": "b - 底", "NotApplicableWhen": "r"}]},
          {"RuleName": "B", "Code": "B", "Weight": 30, "Score": "率 switch { >= 95% => 30, >= 80% and < 95% => lerp(率, 80%, 10, 95%, 30), _ => has(a) ? 5 : 0 }"},
          {"RuleName": "C", "Code": "C", "Weight": 20, "FullWhen": "k == \"高\"", "Score": "min(sum(children, x => x.score), Weight)", "Rules": [
            {"RuleName": "C1", "Code": "C1", "Weight": 15, "Score": "c * Weight"},
            {"RuleName": "C2", "Code": "C2", "Weight": 10, "Score": "k switch { \"高\" => 10, \"中\" => 6, \"低\" => 1 }", "NotApplicableWhen": "p && q"}]},
          {"RuleName": "D", "Code": "D", "Weight": 10, "Score": "b / a", "NotApplicableWhen": "r", "WhenNotApplicable": "Full"},
          {"RuleName": "E", "Code": "E", "Kind": "Bonus", "Weight": 5, "Score": "max(0, b)"},
          {"RuleName": "F", "Code": "F", "Kind": "Penalty", "Weight": 8, "Score": "p ? 8 : 2 * (c ?? 0)"}]
        """;

    public static TheoryData<string, string> Rubrics => new()
    {
        { "rescaled", "" },
        { "excluded", "\"NotApplicable\": \"Exclude\"," },
        { "unrounded", "\"Rounding\": {\"Rule\": null, \"Total\": {\"Digits\": 1, \"Mode\": \"Down\"}, \"Weight\": {\"Digits\": 0}}," },
        { "below zero", "\"TotalRange\": {\"Min\": -20, \"Max\": 120}," },
    };

    // Weights that rows give, that move, and points below zero.
    private const string Rows = """
        "Inputs": [
          {"Name": "t", "Type": "Table", "Key": "k", "Columns": [{"Name": "k", "Type": "Text"}, {"Name": "分值", "Type": "Number"}, {"Name": "d", "Type": "Number", "Min": 0, "Max": 60}, {"Name": "n", "Type": "Bool"}]},
          {"Name": "a", "Type": "Number", "Min": -10, "Max": 20}, {"Name": "p", "Type": "Bool"}, {"Name": "q", "Type": "Bool"}],
        "FullScore": 142, "TotalRange": {"Min": -300, "Max": 200},
        "Rules": [
          {"RuleName": "A", "Code": "A", "Weight": 80, "NotApplicableWhen": "q", "Rules": [
            {"RuleName": "R", "Code": "R", "ForEach": "t", "Weight": "row.分值", "Score": "row.d", "NotApplicableWhen": "row.n" {{rows}}}]},
          {"RuleName": "B", "Code": "B", "Weight": 42, "Rules": [
            {"RuleName": "B1", "Code": "B1", "Weight": 10, "Score": "a"}, {"RuleName": "B2", "Code": "B2", "Weight": 10, "Score": "a + 5"}, {"RuleName": "B3", "Code": "B3", "Weight": 10, "Score": "10"},
            {"RuleName": "B4", "Code": "B4", "Weight": 10, "Score": "a / 2"}, {"RuleName": "B5", "Code": "B5", "Weight": 2, "Score": "2", "NotApplicableWhen": "p", "WhenNotApplicable": "Redistribute"}]},
          {"RuleName": "C", "Code": "C", "Weight": 20, "Min": -20, "Score": "3 * a", "NotApplicableWhen": "p && q"}]
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("\"NotApplicable\": \"Exclude\",", "")]
    [InlineData("\"Rounding\": {\"Weight\": {\"Digits\": 0}},", ", \"WhenNotApplicable\": \"Redistribute\"")]
    [InlineData("\"Rounding\": {\"Weight\": {\"Digits\": 0, \"Mode\": \"Down\"}, \"Rule\": null},", ", \"WhenNotApplicable\": \"Full\"")]
    public void The_range_contains_the_total_of_every_completion_of_rows(string head, string rows) => CheckLaw(Compile(head + Rows.Replace("{{rows}}", rows, StringComparison.Ordinal)), head + rows);

    [Theory]
    [MemberData(nameof(Rubrics))]
    public void The_range_contains_the_total_of_every_completion(string name, string head) => CheckLaw(Compile(head + Everything), name);

    [Theory]
    [InlineData("440303-luohu/2020/department/1.0.0.json")]
    [InlineData("420112-dongxihu/2020/project/1.0.0.json")]
    public void The_range_contains_the_total_of_every_completion_in_real_rubrics(string path) => CheckLaw(Packs.Load(path), path);

    private static void CheckLaw(CompiledRubric rubric, string name)
    {
        var random = new Random(Seed);
        var submissions = new RandomSubmissions(rubric, random);
        var (open, checkedTotals) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var partial = submissions.Next(chanceLeftOut: 0.25);
            var card = Scorer.Score(partial, ExplainLevel.None);
            var listed = Listed(card.Rules).ToHashSet();
            open += card.Total is null ? 1 : 0;
            for (var completion = 0; completion < 5; completion++)
            {
                var completed = Scorer.Score(submissions.Complete(partial, listed), ExplainLevel.None);
                if (completed.Total is not { } total || card.Range is not { } range)
                    continue;
                checkedTotals++;
                Assert.True(total >= range.Min && total <= range.Max, $"{name}, submission {i}: {total} is outside [{range.Min}..{range.Max}]\n{Render(card)}\n{Render(completed)}");
                CheckRules(card, completed, $"{name}, submission {i}\n{Render(card)}\n{Render(completed)}");
            }
        }

        Assert.True(open > Count / 4, "too few submissions left the total open to show anything");
        Assert.True(checkedTotals > Count / 4, "too few completions had a total to show anything");
    }

    // What holds of the total holds of every rule that is still the same one.
    private static void CheckRules(Scorecard card, Scorecard completed, string where)
    {
        var scores = All(completed.Rules).Where(rule => !rule.Overruled).ToDictionary(rule => rule.Code, rule => rule.Score, StringComparer.Ordinal);
        foreach (var rule in All(card.Rules))
        {
            if (rule.Range is { } range && scores.GetValueOrDefault(rule.Code) is { } score)
                Assert.True(score >= range.Min && score <= range.Max, $"{rule.Code}: {score} is outside [{range.Min}..{range.Max}]\n{where}");
        }
    }

    private static IEnumerable<RuleScore> All(IEnumerable<RuleScore> rules) => rules.SelectMany(rule => All(rule.Rules).Prepend(rule));

    private static IEnumerable<string> Listed(IEnumerable<RuleScore> rules) => rules.SelectMany(rule => rule.Missing.Concat(Listed(rule.Rules)));
}
