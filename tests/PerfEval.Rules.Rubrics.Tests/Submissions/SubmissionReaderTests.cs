using System.Text;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

public sealed class SubmissionReaderTests
{
    [Theory]
    [InlineData("预算数", "917.02", "9170200.00")]
    [InlineData("预算数", "\"917.02\"", "9170200.00")]
    [InlineData("预算数", "\"917.02万元\"", "9170200.00")]
    [InlineData("预算数", "\" ９１７．０２ 万元\"", "9170200.00")]
    [InlineData("预算数", "0.50", "5000.00")]
    [InlineData("预算数", "-0", "0")]
    [InlineData("执行率", "87.2", "0.872")]
    [InlineData("执行率", "\"87.2%\"", "0.872")]
    [InlineData("执行率", "\"87.20％\"", "0.8720")]
    [InlineData("人数", "\"12人\"", "12")]
    [InlineData("人数", "12.0", "12.0")]
    [InlineData("系数", "\"38%\"", "0.38")]
    [InlineData("系数", "\"−3\"", "-3")]
    [InlineData("系数", "1234567890.123456789012345678", "1234567890.123456789012345678")]
    [InlineData("系数", "0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("空白", "null", "0")]
    [InlineData("违规", "true", "true")]
    [InlineData("说明", "\"五个字𠮷。\"", "\"五个字𠮷。\"")]
    [InlineData("日期", "\"2020-02-29\"", "2020-02-29")]
    [InlineData("公开", "\"部分公开\"", "\"部分公开\"")]
    [InlineData("公开", "\"\\u90e8分公开\"", "\"部分公开\"")]
    [InlineData("方面", "[\"社会效益\", \"经济效益\"]", "{经济效益, 社会效益}")]
    [InlineData("方面", "[]", "{}")]
    [InlineData("J1", "-0.5", "-0.5")]
    [InlineData("J1", "\"3.5分\"", "3.5")]
    [InlineData("J2", "false", "false")]
    [InlineData("J3", "{\"band\": \"部分达成\", \"share\": 0.65}", "0.65")]
    [InlineData("J3", "{\"Share\": \"65%\", \"Band\": \"部分达成\"}", "0.65")]
    [InlineData("J3", "\"未达成\"", "0")]
    public void A_value_is_read_in_its_kept_unit_with_its_digits(string input, string json, string value)
    {
        var reading = Read($$"""{"data": {"{{input}}": {{json}} } }""");

        Assert.Empty(reading.Faults);
        Assert.Equal(value, Value(reading, input).ToString());
    }

    [Theory]
    [InlineData("执行率", "\"≥90%\"", 0.9, false, 1.2, false)]
    [InlineData("执行率", "\">=90\"", 0.9, false, 1.2, false)]
    [InlineData("执行率", "\"＞ ＝ 90％\"", 0.9, false, 1.2, false)]
    [InlineData("预算数", "\"<200\"", 0, false, 2000000, true)]
    [InlineData("预算数", "\"＜200万元\"", 0, false, 2000000, true)]
    [InlineData("半开", "\"≤9\"", 0, true, 5, true)]
    [InlineData("J3", "\"部分达成\"", 0.6, false, 0.8, true)]
    [InlineData("J3", "{\"band\": \"部分达成\", \"share\": null}", 0.6, false, 0.8, true)]
    public void A_bound_is_missing_within_its_range(string input, string json, double low, bool lowExcluded, double high, bool highExcluded)
    {
        var reading = Read($$"""{"data": {"{{input}}": {{json}} } }""");

        Assert.Empty(reading.Faults);
        var gap = Assert.Single(Value(reading, input).Absence.Gaps);
        Assert.Equal(new Gap(input, null, new((decimal)low, lowExcluded, (decimal)high, highExcluded), IsBound: true), gap);
    }

    [Theory]
    [InlineData("{", "PS0001 ")]
    [InlineData("""{"data": {"人数": 1,,}}""", "PS0001 ")]
    [InlineData("""{} x""", "PS0001 ")]
    [InlineData("[]", "PS0002 ")]
    [InlineData("null", "PS0002 ")]
    [InlineData("""{"data": []}""", "PS0002 /data")]
    [InlineData("""{"department": 5}""", "PS0002 /department")]
    [InlineData("""{"data": {"预算数": true}}""", "PS0002 /data/预算数")]
    [InlineData("""{"data": {"预算数": {"a": [1]}}}""", "PS0002 /data/预算数")]
    [InlineData("""{"data": {"违规": "是"}}""", "PS0002 /data/违规")]
    [InlineData("""{"data": {"说明": 3}}""", "PS0002 /data/说明")]
    [InlineData("""{"data": {"公开": ["未公开"]}}""", "PS0002 /data/公开")]
    [InlineData("""{"data": {"方面": "经济效益"}}""", "PS0002 /data/方面")]
    [InlineData("""{"data": {"方面": [1]}}""", "PS0002 /data/方面/0")]
    [InlineData("""{"data": {"项目": {}}}""", "PS0002 /data/项目")]
    [InlineData("""{"data": {"项目": [null]}}""", "PS0002 /data/项目/0")]
    [InlineData("""{"data": {"J3": 0.65}}""", "PS0002 /data/J3")]
    [InlineData("""{"data": {"J3": {"band": "达成", "share": "好"}}}""", "PS0002 /data/J3/share")]
    [InlineData("""{"reported": {"total": "好"}}""", "PS0002 /reported/total")]
    [InlineData("""{"reported": {"scores": {"A/1": false}}}""", "PS0002 /reported/scores/A~11")]
    [InlineData("""{"dta": {}}""", "PS0003 /dta")]
    [InlineData("""{"reported": {"sum": 3}}""", "PS0003 /reported/sum")]
    [InlineData("""{"data": {"预算": 3}}""", "PS0004 /data/预算")]
    [InlineData("""{"evidence": {"预算": "表1"}}""", "PS0004 /evidence/预算")]
    [InlineData("""{"data": {"项目": [{"执行": 3}]}}""", "PS0005 /data/项目/0/执行")]
    [InlineData("""{"data": {"人数": 1, "人数": 2}}""", "PS0006 /data/人数")]
    [InlineData("""{"data": {"项目": [{"预算": 3, "预算": 3}]}}""", "PS0006 /data/项目/0/预算")]
    [InlineData("""{"period": "1", "Period": "2"}""", "PS0006 /Period")]
    [InlineData("""{"data": {"说明": "\ud800"}}""", "PS0007 /data/说明")]
    [InlineData("""{"data": {"说明": "\u0000"}}""", "PS0007 /data/说明")]
    [InlineData("""{"data": {"人数": 1e2}}""", "PS0008 /data/人数")]
    [InlineData("""{"data": {"人数": "1E+2"}}""", "PS0008 /data/人数")]
    [InlineData("""{"data": {"系数": 12345678901234567890123456789}}""", "PS0009 /data/系数")]
    [InlineData("""{"data": {"系数": 0.00000000000000000000000000001}}""", "PS0009 /data/系数")]
    [InlineData("""{"data": {"预算数": 1234567890123456789012345678}}""", "PS0009 /data/预算数")]
    [InlineData("""{"data": {"执行率": 0.1234567890123456789012345678}}""", "PS0009 /data/执行率")]
    [InlineData("""{"data": {"预算数": "1,234.5"}}""", "PS0010 /data/预算数")]
    [InlineData("""{"data": {"预算数": "1，234万元"}}""", "PS0010 /data/预算数")]
    [InlineData("""{"data": {"预算数": "5元"}}""", "PS0011 /data/预算数")]
    [InlineData("""{"data": {"预算数": "5%"}}""", "PS0011 /data/预算数")]
    [InlineData("""{"data": {"系数": "5万元"}}""", "PS0011 /data/系数")]
    [InlineData("""{"data": {"J1": "50%"}}""", "PS0011 /data/J1")]
    [InlineData("""{"data": {"预算数": -1}}""", "PS0012 /data/预算数")]
    [InlineData("""{"data": {"执行率": 120.01}}""", "PS0012 /data/执行率")]
    [InlineData("""{"data": {"执行率": ">120%"}}""", "PS0012 /data/执行率")]
    [InlineData("""{"data": {"半开": 5}}""", "PS0012 /data/半开")]
    [InlineData("""{"data": {"J1": 4.5}}""", "PS0012 /data/J1")]
    [InlineData("""{"data": {"人数": 1.5}}""", "PS0013 /data/人数")]
    [InlineData("""{"data": {"说明": "六个字的说明"}}""", "PS0014 /data/说明")]
    [InlineData("""{"data": {"公开": "已公开"}}""", "PS0015 /data/公开")]
    [InlineData("""{"data": {"方面": ["经济效益", "政治"]}}""", "PS0015 /data/方面/1")]
    [InlineData("""{"data": {"方面": ["经济效益", "经济效益"]}}""", "PS0016 /data/方面/1")]
    [InlineData("""{"data": {"日期": "2021-02-29"}}""", "PS0017 /data/日期")]
    [InlineData("""{"data": {"日期": "2021-2-9"}}""", "PS0017 /data/日期")]
    [InlineData("""{"data": {"J3": "部份达成"}}""", "PS0018 /data/J3")]
    [InlineData("""{"data": {"J3": {"share": 0.5}}}""", "PS0019 /data/J3")]
    public void A_fault_names_its_place(string json, string fault) =>
        Assert.Equal([fault], Read(json).Faults.Select(found => $"{found.Code} {found.Path}"));

    [Theory]
    [InlineData("""{"dta": {}}""", "no property `dta`, did you mean `data`")]
    [InlineData("""{"data": {"执行数率": 3}}""", "no input `执行数率`, did you mean `执行率`")]
    [InlineData("""{"data": {"预算数": -1.50}}""", "`-1.5万元` is out of range, it must be at least 0万元")]
    [InlineData("""{"data": {"执行率": 130}}""", "`130%` is out of range, it must be at least 0% and at most 120%")]
    [InlineData("""{"data": {"半开": 5}}""", "`5` is out of range, it must be more than 0 and less than 5")]
    [InlineData("""{"data": {"公开": "未公布"}}""", "no choice `未公布`, did you mean `未公开`")]
    [InlineData("""{"data": {"预算数": [1]}}""", "a number is needed here, not an array")]
    [InlineData("{", "malformed JSON at line 1, byte 2")]
    public void A_message_says_what_would_be_right(string json, string message) =>
        Assert.Equal(message, Assert.Single(Read(json).Faults).Message.En);

    [Fact]
    public void All_faults_are_reported_in_order_of_place()
    {
        var reading = Read("""{"data": {"人数": -1, "x": 1, "违规": 1}, "what": [], "period": 7}""");

        Assert.Equal(["/data/人数", "/data/x", "/data/违规", "/what", "/period"], reading.Faults.Select(fault => fault.Path));
        Assert.NotNull(reading.Submission);
    }

    [Fact]
    public void Faults_without_end_are_cut_off()
    {
        var reading = Read($$"""{"data": { {{string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"x{i}\":1"))}} } }""");

        Assert.Equal(1001, reading.Faults.Length);
        Assert.Equal("PS0020", reading.Faults[^1].Code);
    }

    [Fact]
    public void The_envelope_is_read_ignoring_case_in_any_order()
    {
        var submission = Read("""
            { "Reported": { "Total": "82", "scores": { "EXEC": 6.0 }, "Values": { "预算执行率": "30%", "人": 5.10 }, "grade": "良" },
              "REASONS": { "EXEC": "疫情" }, "evidence": { "预算数": "决算表7 栏7" }, "Period": "2021-06", "subject": "经费", "department": "中心", "data": null }
            """).Submission!;

        Assert.Equal(("中心", "经费", "2021-06"), (submission.Department, submission.Subject, submission.Period));
        Assert.Equal("决算表7 栏7", submission.Evidence["预算数"]);
        Assert.Equal("疫情", submission.Reasons["EXEC"]);
        Assert.Equal((82m, "良", "6.0"), (submission.Reported!.Total, submission.Reported.Grade, submission.Reported.Scores["EXEC"].ToString(null, null)));
        Assert.Equal(("30%", "5.10"), (submission.Reported.Values["预算执行率"], submission.Reported.Values["人"]));
    }

    [Fact]
    public void What_is_left_out_or_null_takes_its_default_or_is_missing_within_its_range()
    {
        var submission = Read("""{"data": {"执行率": null}}""").Submission!;

        Assert.Equal("空白", submission.Rubric.Inputs[Assert.Single(submission.Defaulted)].Name);
        Assert.Equal(new Gap("执行率", null, Interval.Closed(0, 1.2m)), Assert.Single(submission.Values[1].Absence.Gaps));
    }

    [Fact]
    public void Names_written_full_width_or_escaped_are_found()
    {
        var submission = Read("""{"data": {"\u4eba数": 3, "Ｊ１": 2}}""").Submission!;

        Assert.Equal("3", submission.Values[2].ToString());
        Assert.Equal("2", submission.Values[12].ToString());
    }

    [Fact]
    public void Text_in_a_number_is_kept_as_a_finding_and_refused_on_filing()
    {
        var reading = Read("""{"data": {"预算数": "详见附件"}}""");

        Assert.Empty(reading.Faults);
        Assert.Contains(reading.FilingFaults, fault => fault is { Code: "PS0102", Path: "/data/预算数" });
        Assert.DoesNotContain(reading.FilingFaults, fault => fault is { Code: "PS0101", Path: "/data/预算数" });
        var finding = Assert.Single(reading.Submission!.Findings);
        Assert.Equal(("PF0001", "/data/预算数"), (finding.Code, finding.Path));
        Assert.NotNull(Assert.Single(Value(reading, "预算数").Absence.Gaps).Reason);
    }

    [Theory]
    [InlineData("""{"band": "部分达成", "share": 0.8}""")]
    [InlineData("""{"band": "部分达成", "share": "59.9%"}""")]
    public void A_share_outside_its_band_leaves_the_band(string json)
    {
        var reading = Read($$"""{"data": {"J3": {{json}} } }""");

        Assert.Empty(reading.Faults);
        Assert.Contains(reading.FilingFaults, fault => fault is { Code: "PS0103", Path: "/data/J3" });
        Assert.Equal("PF0002", Assert.Single(reading.Submission!.Findings).Code);
        Assert.Equal(new(0.6m, false, 0.8m, true), Assert.Single(Value(reading, "J3").Absence.Gaps).Range);
    }

    internal static SubmissionReading Read(string json) => SubmissionReader.Read(Encoding.UTF8.GetBytes(json), SomeRubric.WithEverything);

    internal static Value Value(SubmissionReading reading, string input) =>
        reading.Submission!.Values[reading.Submission.Rubric.Inputs.IndexOf(reading.Submission.Rubric.InputsByName[input])];
}
