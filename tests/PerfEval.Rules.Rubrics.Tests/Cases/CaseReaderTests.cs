using System.Text;
using PerfEval.Rules.Rubrics.Cases;

namespace PerfEval.Rules.Rubrics.Tests.Cases;

public sealed class CaseReaderTests
{
    private const string Full = """
        { "Name": ["满分", "但缺一项"], // comments are allowed
          "Notes": "虚拟", "Versions": ["1.0.0"], "Submission": { "data": { "x": 1.50, } },
          "Expect": { "Total": 90.730, "Range": { "Min": 86, "Max": null }, "Grade": null, "Scores": { "A/1": 5.88, "B": null }, "Statuses": { "B": "Undetermined" },
                      "Values": { "率": "71.52%", "数": 3.10, "是": true }, "FailedChecks": [], "Findings": ["PF0001"], "Rejected": ["/data/x"] }, }
        """;

    [Fact]
    public void A_case_keeps_its_figures_as_written()
    {
        var found = Read(Full).Case!;

        Assert.Equal("满分\n但缺一项", found.Name);
        Assert.Equal("""{ "data": { "x": 1.50, } }""", Encoding.UTF8.GetString(found.Submission.Span));
        Assert.Equal(("90.730", "86", null), (found.Expect.Total!.Written, found.Expect.Range!.Min!.Written, found.Expect.Range.Max!.Written));
        Assert.Null(found.Expect.Grade!.Written);
        Assert.Equal(["A/1=5.88", "B="], found.Expect.Scores.Select(entry => $"{entry.Key}={entry.Value.Written}"));
        Assert.Equal(["率=71.52%", "数=3.10", "是=true"], found.Expect.Values.Select(entry => $"{entry.Key}={entry.Value.Written}"));
        Assert.Empty(found.Expect.FailedChecks!.Value);
        Assert.True(found.AppliesTo("1.0.0"));
        Assert.False(found.AppliesTo("1.1.0"));
    }

    [Fact]
    public void What_is_not_named_is_not_compared()
    {
        var expect = Read("""{"Name": "n", "Submission": {}, "Expect": {}}""").Case!.Expect;

        Assert.False(expect.NeedsScorecard);
        Assert.Null(expect.FailedChecks);
    }

    [Theory]
    [InlineData("{", "PR0001  1:2")]
    [InlineData("[]", "PR0005  1:1")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {}, "versions": []}""", "PR0002 /versions 1:59")]
    [InlineData("""{"Name": "n", "Submission": {}}""", "PR0004  1:1")]
    [InlineData("""{"Name": "n", "Expect": {}}""", "PR0004  1:1")]
    [InlineData("""{"Name": "n", "Submission": [], "Expect": {}}""", "PR0005 /Submission 1:29")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"total": 3}}""", "PR0002 /Expect/total 1:53")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Total": "3"}}""", "PR0005 /Expect/Total 1:53")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Total": 1e99}}""", "PR0005 /Expect/Total 1:53")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Grade": 3}}""", "PR0005 /Expect/Grade 1:53")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Scores": []}}""", "PR0005 /Expect/Scores 1:54")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Scores": {"A": "x"}}}""", "PR0005 /Expect/Scores/A 1:60")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Scores": {"A": 1, "A": 1}}}""", "PR0003 /Expect/Scores/A 1:60")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Statuses": {"A": "Open"}}}""", "PR0006 /Expect/Statuses/A 1:62")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"Values": {"A": [1]}}}""", "PR0005 /Expect/Values/A 1:60")]
    [InlineData("""{"Name": "n", "Submission": {}, "Expect": {"FailedChecks": [1]}}""", "PR0005 /Expect/FailedChecks/0 1:61")]
    public void A_fault_is_reported_with_its_place(string json, string fault)
    {
        var reading = Read(json);

        Assert.Null(reading.Case);
        var found = Assert.Single(reading.Diagnostics);
        var (start, _) = reading.Positions.Locate(found.Path);
        Assert.Equal(fault, FormattableString.Invariant($"{found.Code} {found.Path} {start.Line}:{start.Column}"));
    }

    [Fact]
    public void No_mutation_makes_it_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Full);
            for (var edits = random.Next(1, 5); edits > 0; edits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var reading = CaseReader.Read(bytes);
            Assert.True(reading.Case is not null || !reading.Diagnostics.IsEmpty);
        }
    }

    private static CaseReading Read(string json) => CaseReader.Read(Encoding.UTF8.GetBytes(json));
}
