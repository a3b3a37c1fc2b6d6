using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Reading;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

public sealed class RubricComparisonTests
{
    // Change: a JSON Pointer and what stands there afterwards. What is expected: part, kind, the line in both languages.
    [Theory]
    [InlineData("/FullScore", "120", "Major Weight", "满分由 100 改为 120", "`FullScore` changed from 100 to 120")]
    [InlineData("/Title", "\"新评分表\"", "Patch Text", "标题的文字有修改", "the wording of `Title` changed")]
    [InlineData("/Version", "\"2.0.0\"", "None Setting", "版本号由 “1.2.3” 改为 “2.0.0”", "`Version` changed from `1.2.3` to `2.0.0`")]
    [InlineData("/Rounding/Total/Digits", "2", "Minor Setting", "小数位数由 1 改为 2", "`Rounding.Total.Digits` changed from 1 to 2")]
    [InlineData("/TotalRange/Max", "110", "Major Setting", "上限由 100 改为 110", "`TotalRange.Max` changed from 100 to 110")]
    [InlineData("/Grades/0/From", "85", "Minor Threshold", "等级“优”的起点由 90 改为 85", "grade `优`, `From` changed from 90 to 85")]
    [InlineData("/Overrides/0/When", "\"total < 20\"", "Minor Threshold", "一票否决“否决”的条件中 10 改为 20", "in override `否决`, `When`: 10 became 20")]
    [InlineData("/Tables/0/Rows/1/1", "0.7", "Minor Threshold", "常量表“标准”的行“二”的“系数”由 0.8 改为 0.7", "table `标准`, row `二`, `系数` changed from 0.8 to 0.7")]
    [InlineData("/Scales/0/Bands/0/From", "0.9", "Minor Threshold", "定性分档“三档”的档次“达成”的下端由 0.8 改为 0.9", "scale `三档`, band `达成`, `From` changed from 0.8 to 0.9")]
    [InlineData("/Inputs/0/Unit", "null", "Minor Setting", "删去数据项“执行率”的单位（原为 “%”）", "input `执行率`, `Unit` removed (it was `%`)")]
    [InlineData("/Inputs/1/Choices/1", "\"未公开\"", "Minor Setting", "数据项“公开”的选项由 “是、否” 改为 “是、未公开”", "input `公开`, `Choices` changed from `是, 否` to `是, 未公开`")]
    [InlineData("/GlobalParams/0/Expression", "\"执行率 / 2\"", "Minor Expression", "参数“系数”的表达式由 “执行率 * 2” 改为 “执行率 / 2”", "param `系数`, `Expression` changed from `执行率 * 2` to `执行率 / 2`")]
    [InlineData("/Checks/0/Expression", "\"执行率 ≤ 100％\"", "Patch Rewritten", "勾稽关系“C1”的须成立的表达式的写法有变化，含义不变", "check `C1`, `Expression` is written otherwise and means the same")]
    [InlineData("/Rules/0/Rules/0/Weight", "30", "Major Weight", "指标“执行”（A1）的分值由 40 改为 30", "indicator `执行` (A1), `Weight` changed from 40 to 30")]
    [InlineData("/Rules/0/Rules/0/Score", "\"执行率 >= 0.85 ? Weight : 0\"", "Minor Threshold", "指标“执行”（A1）的得分表达式中 90% 改为 0.85", "in indicator `执行` (A1), `Score`: 90% became 0.85")]
    [InlineData("/Rules/0/Rules/0/Score", "\"执行率 >= 0.9 ? Weight : 0\"", "Patch Rewritten", "指标“执行”（A1）的得分表达式的写法有变化，含义不变", "indicator `执行` (A1), `Score` is written otherwise and means the same")]
    [InlineData("/Rules/0/Rules/0/Criteria", "\"达到85%得满分\"", "Patch Text", "指标“执行”（A1）的评分标准的文字有修改", "the wording of indicator `执行` (A1), `Criteria` changed")]
    [InlineData("/Rules/0/Rules/1/Code", "\"A9\"", "Major Recoded", "指标“公开情况”（A9）的代码由 A2 改为 A9", "the code of indicator `公开情况` (A9) changed from A2 to A9")]
    [InlineData("/Rules/1/Rules/0/RuleName", "\"完成率\"", "Major Recoded", "指标“完成率”（B/完成率）的代码由 B/完成 改为 B/完成率", "the code of indicator `完成率` (B/完成率) changed from B/完成 to B/完成率")]
    [InlineData("/Rules/1/Weight", "null", "Patch Rewritten", "指标“产出”（B）的分值的写法有变化，含义不变", "indicator `产出` (B), `Weight` is written otherwise and means the same")]
    [InlineData("/Rules/0/Rules/0/ZeroWhen", "\"公开 == “否”\"", "Minor Expression", "新增指标“执行”（A1）的何时不得分：“公开 == “否””", "indicator `执行` (A1), `ZeroWhen` added: `公开 == “否”`")]
    [InlineData("/Rules/0/Kind", "\"Scored\"", "Patch Rewritten", "指标“投入”（A）的类别的写法有变化，含义不变", "indicator `投入` (A), `Kind` is written otherwise and means the same")]
    public void A_changed_property_is_said_in_words(string pointer, string value, string expected, string zh, string en)
    {
        var cut = pointer.LastIndexOf('/');
        var changed = SmallRubric.With(rubric =>
        {
            var parent = rubric.At(pointer[..cut]);
            if (parent is JsonArray array)
                array[int.Parse(pointer[(cut + 1)..], null)] = JsonNode.Parse(value);
            else
                parent[pointer[(cut + 1)..]] = JsonNode.Parse(value);
        });
        var change = RubricComparison.Compare(SmallRubric.Document, changed)[0];
        Assert.Equal((expected, zh, en), ($"{change.Consequence} {change.Kind}", change.Message.Zh, change.Message.En));
    }

    [Theory]
    [InlineData("/Grades", 0, "Minor Removed", "grade `优` removed")]
    [InlineData("/Tables/0/Rows", 0, "Minor Removed", "table `标准`, row `一` removed")]
    [InlineData("/Inputs", 0, "Minor Removed", "input `执行率` removed")]
    [InlineData("/Rules", 0, "Major Removed", "indicator `投入` (A) removed, weight 60, with 2 below it")]
    [InlineData("/Rules/0/Rules", 1, "Major Removed", "indicator `公开情况` (A2) removed, weight 20")]
    public void What_is_gone_is_said_and_in_the_other_direction_what_is_new(string pointer, int index, string expected, string en)
    {
        var without = SmallRubric.With(rubric => rubric.At(pointer).AsArray().RemoveAt(index));
        var gone = Assert.Single(RubricComparison.Compare(SmallRubric.Document, without));
        var added = Assert.Single(RubricComparison.Compare(without, SmallRubric.Document));
        Assert.Equal((expected, en, null), ($"{gone.Consequence} {gone.Kind}", gone.Message.En, gone.NewPath));
        Assert.Equal((expected.Replace("Removed", "Added", StringComparison.Ordinal), en.Replace("removed", "added", StringComparison.Ordinal), null), ($"{added.Consequence} {added.Kind}", added.Message.En, added.OldPath));
        Assert.Equal(gone.OldPath, added.NewPath);
    }

    [Fact]
    public void A_rule_below_another_parent_has_moved_and_nothing_else()
    {
        var moved = SmallRubric.With(rubric =>
        {
            var rule = rubric.At("/Rules/0/Rules/1");
            rubric.At("/Rules/0/Rules").AsArray().Remove(rule);
            rubric.At("/Rules/1/Rules").AsArray().Insert(0, rule);
        });
        var change = Assert.Single(RubricComparison.Compare(SmallRubric.Document, moved));
        Assert.Equal((ChangeKind.Moved, VersionPart.Major, "A2", "指标“公开情况”（A2）移到指标“产出”（B）之下"), (change.Kind, change.Consequence, change.RuleCode, change.Message.Zh));
        Assert.Equal(("/Rules/0/Rules/1", "/Rules/1/Rules/0"), (change.OldPath, change.NewPath));
    }

    [Fact]
    public void Of_three_rules_in_another_order_only_the_one_that_moved_is_named()
    {
        var reordered = SmallRubric.With(rubric =>
        {
            var rules = rubric.At("/Rules").AsArray();
            rules.Add(JsonNode.Parse("""{ "RuleName": "信息", "Code": "I", "Kind": "Information", "Expression": "1" }"""));
        });
        var first = SmallRubric.With(rubric =>
        {
            var rules = rubric.At("/Rules").AsArray();
            rules.Insert(0, JsonNode.Parse("""{ "RuleName": "信息", "Code": "I", "Kind": "Information", "Expression": "1" }"""));
        });
        var change = Assert.Single(RubricComparison.Compare(reordered, first));
        Assert.Equal((ChangeKind.Moved, VersionPart.Patch, "I"), (change.Kind, change.Consequence, change.Key));
    }

    [Theory]
    [MemberData(nameof(Reading.FormattingTests.Files), MemberType = typeof(Reading.FormattingTests))]
    public void A_pack_does_not_differ_from_itself_however_it_is_laid_out(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Packs.Folder, file));
        var (one, other) = (RubricReader.Read(bytes).Document!, RubricReader.Read(RubricFormatter.Format(bytes)!).Document!);
        Assert.Empty(RubricComparison.Compare(one, other));
        Assert.Equal(VersionPart.None, VersionChange.Of(one, other).Part);
    }

    [Fact]
    public void The_second_version_of_luohu_changes_wording_inputs_and_expressions_and_is_a_minor_version()
    {
        var change = VersionChange.Of(Packs.Load("440303-luohu/2020/department/1.0.0.json").Document, Packs.Load("440303-luohu/2020/department/1.1.0.json").Document);
        Assert.Equal((VersionPart.Minor, "1.1.0"), (change.Part, change.Least));
        Assert.Contains(change.Changes, item => item is { Subject: ChangeSubject.Input, Key: "支出功能分类", Kind: ChangeKind.Added });
        Assert.DoesNotContain(change.Changes, item => item.Kind is ChangeKind.Weight);
    }
}
