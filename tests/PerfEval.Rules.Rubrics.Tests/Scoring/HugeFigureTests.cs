namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>Figures at the end of what decimal holds are told, never thrown.</summary>
public sealed class HugeFigureTests : ScoringTests
{
    private const string Rubric = """
        "Inputs": [
          {"Name": "a", "Type": "Number"}, {"Name": "b", "Type": "Number"}, {"Name": "m", "Type": "Number", "Unit": "亿元"}, {"Name": "n", "Type": "Number", "Unit": "亿元"},
          {"Name": "t", "Type": "Table", "Columns": [{"Name": "w", "Type": "Number"}]}],
        "GlobalParams": [{"Name": "差", "Expression": "a - b"}, {"Name": "率", "Expression": "a * a", "Unit": "%"}],
        "Checks": [
          {"Name": "相等", "Expression": "a == b", "Tolerance": 0.01, "ErrorMessage": "差 $(差)"}, {"Name": "金额", "Expression": "m == n", "Tolerance": 1000000000000000},
          {"Name": "容差", "Expression": "a == b", "Tolerance": "a"}],
        "Rules": [
          {"RuleName": "A", "Code": "A", "Weight": 60, "Score": "a / b"},
          {"RuleName": "R", "Code": "R", "Weight": 40, "ForEach": "t", "Rules": [{"RuleName": "W", "Code": "W", "Weight": "row.w", "Score": "1"}]},
          {"RuleName": "P", "Code": "P", "Kind": "Bonus", "Score": "a"}, {"RuleName": "Q", "Code": "Q", "Kind": "Penalty", "Score": "b"}]
        """;

    private const string Most = "9999999999999999999999999999";

    [Theory]
    [InlineData(Most, "-" + Most)]
    [InlineData("-" + Most, Most)]
    [InlineData(Most, Most)]
    [InlineData("0.0000000000000000000000000001", Most)]
    [InlineData(Most, "0.0000000000000000000000000001")]
    [InlineData("\">" + Most + "\"", "\"<-" + Most + "\"")]
    public void Huge_figures_never_throw(string a, string b)
    {
        var card = Score(Rubric, $$"""{"a": {{a}}, "b": {{b}}, "m": 700000000000000000000, "n": -700000000000000000000, "t": [{"w": {{Most}}}, {"w": -1}, {"w": 40}]}""");
        Assert.NotNull(card.Range);
    }
}
