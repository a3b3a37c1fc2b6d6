using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

public sealed class FilingRulesTests
{
    [Fact]
    public void What_is_required_and_absent_is_listed_in_declared_order() =>
        Assert.Equal(
            ["PS0101 /data/预算数", "PS0101 /data/执行率", "PS0101 /data/人数", "PS0101 /data/违规", "PS0101 /data/公开", "PS0101 /data/方面", "PS0101 /data/项目"],
            SubmissionReaderTests.Read("{}").FilingFaults.Select(fault => $"{fault.Code} {fault.Path}"));

    [Fact]
    public void A_bound_is_not_absent() =>
        Assert.DoesNotContain(SubmissionReaderTests.Read("""{"data": {"执行率": "≥90%"}}""").FilingFaults, fault => fault.Path == "/data/执行率");

    [Fact]
    public void Inputs_of_optional_rules_left_out_are_excused()
    {
        var reading = SubmissionReaderTests.Read("""{"data": {"预算数": "无"}}""");

        var refusals = FilingRules.Refusals(reading, new HashSet<string> { "执行率", "人数", "违规", "公开", "方面" });

        Assert.Equal(["PS0102 /data/预算数", "PS0101 /data/项目"], refusals.Select(fault => $"{fault.Code} {fault.Path}"));
    }

    [Fact]
    public void An_unreadable_submission_is_refused_for_its_faults() =>
        Assert.Equal("PS0001", Assert.Single(FilingRules.Refusals(SubmissionReaderTests.Read("{"))).Code);
}
