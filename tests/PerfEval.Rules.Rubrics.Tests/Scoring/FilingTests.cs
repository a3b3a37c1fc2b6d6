using System.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>What filing refuses although it can be scored.</summary>
public sealed class FilingTests : ScoringTests
{
    private static readonly CompiledRubric Judged = Compile("""
        "Inputs": [],
        "Scales": [{"Name": "三档", "Bands": [{"Name": "达成", "From": 0.8, "To": 1}, {"Name": "部分", "From": 0.5, "To": 0.8}, {"Name": "未达成", "From": 0, "To": 0}]}],
        "Rules": [{"RuleName": "分档", "Code": "S", "Weight": 100, "Judged": "三档"}]
        """);

    // The reason is asked for where a row spends less than planned, and nowhere else.
    private static readonly CompiledRubric Rows = Compile("""
        "Inputs": [{"Name": "项目", "Type": "Table", "Key": "名称", "Columns": [
          {"Name": "名称", "Type": "Text"}, {"Name": "计划", "Type": "Number"}, {"Name": "执行", "Type": "Number", "Default": 0},
          {"Name": "原因", "Type": "Text", "RequiredWhen": "row.执行 < row.计划 * 下限"}]}],
        "GlobalParams": [{"Name": "下限", "Expression": "90%"}],
        "Rules": [{"RuleName": "a", "Weight": 100, "Score": "sum(项目, p => p.执行)"}]
        """);

    [Theory]
    [InlineData("""{"S": {"band": "达成", "share": 0.9}}""")]
    [InlineData("""{"S": {"band": "未达成"}}""")]
    [InlineData("""{"S": "未达成"}""")]
    [InlineData("""{"S": {"band": "部分"}}""", "PS0106 /data/S")]
    [InlineData("""{"S": "部分"}""", "PS0106 /data/S")]
    [InlineData("""{"S": {"band": "部分", "share": null}}""", "PS0106 /data/S")]
    [InlineData("""{"S": {"band": "部分", "share": 0.8}}""", "PS0103 /data/S")]
    [InlineData("""{}""", "PS0101 /data/S")]
    public void A_band_with_width_needs_a_share_that_lies_in_it(string data, params string[] refusals) => CheckRefusals(Judged, data, refusals);

    [Theory]
    [InlineData("""{"项目": [{"名称": "甲", "计划": 10, "执行": 9.5}]}""")]
    [InlineData("""{"项目": [{"名称": "甲", "计划": 10, "执行": 8, "原因": "延期"}]}""")]
    [InlineData("""{"项目": [{"名称": "甲", "计划": 10, "执行": 8}]}""", "PS0101 /data/项目/0/原因")]
    [InlineData("""{"项目": [{"名称": "甲", "计划": 10, "执行": 10}, {"名称": "乙", "计划": 10}]}""", "PS0101 /data/项目/1/原因")]
    [InlineData("""{"项目": [{"名称": "甲"}]}""", "PS0101 /data/项目/0/计划")]
    public void A_cell_is_required_when_its_row_says_so(string data, params string[] refusals)
    {
        CheckRefusals(Rows, data, refusals);
        Assert.Equal(refusals.Length == 0, Scorer.Score(Read(Rows, $$"""{"data": {{data}}}""")).Complete);
    }

    private static void CheckRefusals(CompiledRubric rubric, string data, string[] refusals)
    {
        var decision = Filing.Decide(SubmissionReader.Read(Encoding.UTF8.GetBytes($$"""{"data": {{data}}}"""), rubric));
        Assert.NotNull(decision.Scorecard);
        Assert.Equal(refusals, decision.Refusals.Select(fault => $"{fault.Code} {fault.Path}"));
    }
}
