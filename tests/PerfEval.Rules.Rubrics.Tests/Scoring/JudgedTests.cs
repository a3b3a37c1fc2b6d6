namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class JudgedTests : ScoringTests
{
    private const string Rubric = """
        "Inputs": [],
        "Scales": [{"Name": "三档", "Bands": [{"Name": "达成", "From": 0.8, "To": 1}, {"Name": "部分", "From": 0.5, "To": 0.8}, {"Name": "未达成", "From": 0, "To": 0.5}]}],
        "Rules": [
          {"RuleName": "评分", "Code": "P", "Weight": 50, "Judged": "Points"},
          {"RuleName": "是否", "Code": "Y", "Weight": 30, "Judged": "YesNo"},
          {"RuleName": "分档", "Code": "S", "Weight": 20, "Judged": "三档"}]
        """;

    [Theory]
    [InlineData("""{"P": 42.5, "Y": true, "S": {"band": "达成", "share": 0.9}}""", "90.5 | P 42.5 | Y 30 | S 18")]
    [InlineData("""{"P": 0, "Y": false, "S": {"band": "未达成", "share": 0}}""", "0 | P 0 | Y 0 | S 0")]
    [InlineData("""{"P": 10, "Y": true, "S": {"band": "部分"}}""", "? [50..56] | P 10 | Y 30 | S ? [10..16] S")]
    [InlineData("""{"Y": true}""", "? [30..100] | P ? [0..50] P | Y 30 | S ? [0..20] S")]
    public void The_assessor_gives_points_a_yes_or_a_band(string data, string expected) => Check(Rubric, data, expected);
}
