using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class CheckTests : ScoringTests
{
    private static string Rubric(string check) => $$"""
        "Inputs": [{"Name": "合计", "Type": "Number", "Unit": "万元"}, {"Name": "其中", "Type": "Number", "Unit": "万元"},
          {"Name": "表", "Type": "Table", "Key": "科目", "Columns": [{"Name": "科目", "Type": "Text"}, {"Name": "预算", "Type": "Number"}, {"Name": "决算", "Type": "Number"}]}],
        "Checks": [{{check}}], "Rules": []
        """;

    private static string Lines(Scorecard card) => string.Join(" | ", card.Checks.Select(check =>
        $"{check.Code}{(check.Row is null ? "" : $"[{check.Row}]")} {check.Status}" + (check.Difference is { } d ? $" {check.Left}-{check.Right}={d}{check.Unit}" : "")));

    [Theory]
    [InlineData("""{"合计": 917.02, "其中": 917.02}""", "甲 Passed")]
    [InlineData("""{"合计": 917.02, "其中": 917.01}""", "甲 Passed")]
    [InlineData("""{"合计": 917.03, "其中": 917.01}""", "甲 Failed 917.03-917.01=0.02万元")]
    [InlineData("""{"合计": 917.03}""", "甲 Undetermined")]
    public void An_equality_passes_within_its_tolerance(string data, string expected)
    {
        Assert.Equal(expected, Lines(Score(Rubric("""{"Name": "甲", "Expression": "合计 == 其中", "Tolerance": "0.01万元"}"""), data)));
        Assert.Equal(expected, Lines(Score(Rubric("""{"Name": "甲", "Expression": "合计 == 其中", "Tolerance": 0.01}"""), data)));
    }

    [Fact]
    public void A_check_that_does_not_concern_is_skipped() =>
        Assert.Equal("甲 Skipped", Lines(Score(Rubric("""{"Name": "甲", "When": "合计 > 100万元", "Expression": "合计 == 其中"}"""), """{"合计": 1, "其中": 2}""")));

    [Fact]
    public void A_check_per_row_names_the_rows_that_fail() =>
        Assert.Equal(
            "行[b] Failed 2-3=1 | 行[c] Undetermined",
            Lines(Score(
                Rubric("""{"Name": "行", "ForEach": "表", "Expression": "row.预算 == row.决算"}"""),
                """{"表": [{"科目": "a", "预算": 1, "决算": 1}, {"科目": "b", "预算": 2, "决算": 3}, {"科目": "c", "预算": 2}]}""")));

    [Fact]
    public void The_message_is_filled_with_figures_in_their_units()
    {
        var card = Score(Rubric("""{"Name": "甲", "Expression": "合计 == 其中", "ErrorMessage": "合计 $(合计) 不等于 $(其中, 1)"}"""), """{"合计": 917.03, "其中": 917.01}""");
        Assert.Equal("合计 917.03万元 不等于 917.0万元", card.Checks[0].Message!.Zh);
    }

    [Fact]
    public void A_check_sees_the_total_and_the_scores() =>
        Assert.Equal("T Passed", Lines(Score(
            """ "Inputs": [], "Checks": [{"Name": "T", "Expression": "total == 40 && score(\"A\") == 40 && share(\"A\") == 40%"}], "Rules": [{"RuleName": "A", "Weight": 100, "Score": "40"}] """, "{}")));
}
