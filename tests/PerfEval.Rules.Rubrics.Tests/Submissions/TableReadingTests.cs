using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

public sealed class TableReadingTests
{
    [Fact]
    public void Rows_keep_their_order_and_are_found_by_key()
    {
        var table = Read("""[{"执行数": 1.5, "名称": "网络", "预算": 2}, {"名称": "机房", "预算": "3万元", "执行数": 3}]""").Table!;

        Assert.Equal(["网络", "机房"], table.Rows.Select(row => row.Label));
        Assert.Equal("15000.0", table.Find(Value.Of("网络"))!.Cells[2].ToString());
    }

    [Fact]
    public void A_missing_cell_is_named_by_key_or_position()
    {
        var rows = Read("""[{"预算": 2, "执行数": "≥1", "名称": "网络"}, {"预算": null}]""").Table!.Rows;

        var bound = Assert.Single(rows[0].Cells[2].Absence.Gaps);
        Assert.Equal(("项目[网络].执行数", true, 10000m), (bound.Name, bound.IsBound, bound.Range.Low));
        Assert.Equal("项目[2].预算", Assert.Single(rows[1].Cells[1].Absence.Gaps).Name);
    }

    [Fact]
    public void A_column_has_a_default_of_its_own() =>
        Assert.Equal("0", Read("""[{"名称": "网络"}]""").Table!.Rows[0].Cells[3].ToString());

    [Theory]
    [InlineData("""[{"名称": "网络", "预算": 1, "执行数": 1}, {"名称": "网络", "预算": 1, "执行数": 1}]""", "PF0003")]
    [InlineData("""[{"名称": "网络", "预算": 1, "执行数": 1}, {"名称": "网络", "预算": 1, "执行数": 2}]""", "PF0004")]
    public void The_same_row_twice_is_a_finding_and_refused_on_filing(string rows, string code)
    {
        var reading = SubmissionReaderTests.Read($$"""{"data": {"项目": {{rows}} } }""");

        Assert.Empty(reading.Faults);
        var finding = Assert.Single(reading.Submission!.Findings);
        Assert.Equal((code, "/data/项目/1"), (finding.Code, finding.Path));
        Assert.Contains(reading.FilingFaults, fault => fault is { Code: "PS0104", Path: "/data/项目/1" });
    }

    [Fact]
    public void Required_cells_are_demanded_on_filing()
    {
        var reading = SubmissionReaderTests.Read("""{"data": {"项目": [{"名称": "网络", "预算": "≤3"}]}}""");

        var fault = Assert.Single(reading.FilingFaults, fault => fault.Path.StartsWith("/data/项目", StringComparison.Ordinal));
        Assert.Equal(("PS0101", "/data/项目/0/执行数", "`项目[网络].执行数` is required"), (fault.Code, fault.Path, fault.Message.En));
    }

    [Fact]
    public void A_number_as_key_is_written_without_trailing_zeros()
    {
        var rubric = SomeRubric.Of(SomeRubric.TableOf("表1", "行次", SomeRubric.Number("行次"), SomeRubric.Number("金额", "元")));

        var row = SubmissionReader.Read("""{"data": {"表1": [{"行次": 27.0}]}}"""u8, rubric).Submission!.Values[0].Table!.Rows[0];

        Assert.Equal("27", row.Label);
        Assert.Equal("表1[27].金额", row.Cells[1].Absence.Gaps[0].Name);
    }

    private static Value Read(string rows) =>
        SubmissionReaderTests.Value(SubmissionReaderTests.Read($$"""{"data": {"项目": {{rows}} } }"""), "项目");
}
