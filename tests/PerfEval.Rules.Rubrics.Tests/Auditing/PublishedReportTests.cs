using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

/// <summary>What the audit finds in the published reports: the whole list as data, and by hand what a careful auditor finds by recomputation.</summary>
public sealed class PublishedReportTests
{
    private const string Head = "case;version;what;code;reported;computed;verdict;slip";

    private static readonly Lazy<ImmutableArray<string>> Lines = new(Audit);

    /// <summary>The list is complete: a new line is a false alarm or a find, a lost one a miss. Written anew with PERFEVAL_UPDATE_DOCS=1, then to be read.</summary>
    [Fact]
    public void All_that_is_found_is_listed()
    {
        var path = Path.Combine(Packs.Folder, "..", "tests", "cases", "audit.csv");
        var text = string.Concat(Lines.Value.Prepend(Head).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
            File.WriteAllText(path, text, new UTF8Encoding(false));

        Assert.Equal(text.Split('\n'), File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'));
    }

    [Theory]
    [InlineData("420112-dongxihu/2020/project/party;1.0.0;value;预算执行率;30%;38%;Differs;")] // 0.19 / 0.50
    [InlineData("420112-dongxihu/2020/project/party;1.0.0;score;EXEC;6;7.6;Differs;")]
    [InlineData("420112-dongxihu/2020/project/party;1.0.0;total;;82;83.6;Differs;FromParts")]
    [InlineData("420112-dongxihu/2020/project/seat-outsourcing;1.0.0;total;;94.5;96.5;Differs;")] // all targets met
    [InlineData("420112-dongxihu/2020/project/people-response;1.0.0;score;MIN-20;3;5;Differs;")]
    [InlineData("420112-dongxihu/2020/project/people-response;1.0.0;total;;93.8;94.8–97.8;Differs;FromParts")]
    [InlineData("420112-dongxihu/2020/project/people-response;1.0.0;finding;PF0004 /data/指标/16/完成值;;;Error;")] // <200 and ≥200
    [InlineData("420112-dongxihu/2020/project/people-response;1.0.0;check;综述执行数;197.59万元;195.6万元;Warning;")]
    [InlineData("420112-dongxihu/2020/project/network;1.0.0;value;综述执行率;40.8%;41.02%;Differs;")]
    [InlineData("420112-dongxihu/2020/department/published;1.0.0;check;定性档次区间[DX-2-3];;;Reject;")] // 80% is not in 80–50%
    [InlineData("420112-dongxihu/2020/department/published;1.0.0;finding;PF0010 /data/指标/20;;;Warning;")] // 87% against ≥90%
    [InlineData("420112-dongxihu/2020/accounts/published;1.0.0;check;政府采购;186.45万元;1864.45万元;Error;")]
    [InlineData("420112-dongxihu/2020/accounts/published;1.0.0;value;小微企业占比;10.6%;105.77%;Differs;OtherInput")]
    [InlineData("420117-xinzhou/2019/department/published;1.0.0;score;XZ05;3;0;Differs;")] // +37.5%
    [InlineData("420117-xinzhou/2019/department/published;1.0.0;score;XZ09;3;0;Differs;")] // 234.75%
    [InlineData("420117-xinzhou/2019/department/published;1.0.0;total;;95;85–91;Differs;FromParts")]
    [InlineData("420117-xinzhou/2019/department/published;1.0.0;finding;PF0009 /reported/values/其他收入完成率;;;Error;")] // 68.41 over 0
    [InlineData("430181-liuyang/2020/department/published;1.0.0;value;在职人员控制率;100.00%;86.67%;Differs;")] // 13 of 15
    [InlineData("430181-liuyang/2020/department/published;1.0.0;value;财政拨款执行率;100.00%;177.36%;Differs;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;value;无形资产占比;98.93%;90.62%;Differs;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;score;LYC3;4;0;Differs;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;score;LYC7;2;0;Differs;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;score;LYX5;9;9.8–10;Differs;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;total;;96;82.8–91;Differs;FromParts")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;check;项目支出·上年决算数;630.89万元;634.13万元;Warning;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;check;项目支出·本年决算数;979.97万元;949.97万元;Warning;")]
    [InlineData("430181-liuyang/2020/department/published;1.0.0;finding;PF0009 /reported/values/其他资金执行率;;;Error;")] // 0 / 0
    [InlineData("430181-liuyang/2020/project/published-weights-refused;1.1.0;finding;PF0012 /reported/total;;;Error;")] // 106
    [InlineData("430181-liuyang/2021/monitoring/published;1.0.0;check;零支出全完成;;;Warning;")]
    [InlineData("440303-luohu/2020/department/published;1.0.0;value;三公控制率;32.02%;32.06%;WithinRounding;")]
    [InlineData("440303-luohu/2020/department/published;1.0.0;total;;90.73;78.99–95.49;CannotDerive;")]
    public void What_a_careful_auditor_finds_is_found(string line) => Assert.Contains(line, Lines.Value);

    [Theory]
    [InlineData("420112-dongxihu/2020/department/published;1.0.0;total")] // 93.3 is right
    [InlineData("420112-dongxihu/2020/project/network;1.0.0;total")] // 88.2
    [InlineData("420112-dongxihu/2020/project/office;1.0.0")] // 93.6, and nothing else is wrong
    [InlineData("440303-luohu/2020/department/published;1.0.0;check")]
    [InlineData("430102-furong/2020/department/published;1.0.0")]
    public void What_is_right_raises_no_alarm(string start) => Assert.DoesNotContain(Lines.Value, line => line.StartsWith(start, StringComparison.Ordinal));

    private static ImmutableArray<string> Audit()
    {
        var cases = Directory.EnumerateFiles(Packs.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Packs.Folder, file).Replace('\\', '/'))
            .Where(path => path.Contains("/cases/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. cases.SelectMany(Audit)];
    }

    private static IEnumerable<string> Audit(string path)
    {
        var scope = path[..path.IndexOf("/cases/", StringComparison.Ordinal)];
        var testCase = CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, path))).Case!; // every case is read by another test
        ImmutableArray<CompiledRubric> versions = [.. Directory.EnumerateFiles(Path.Combine(Packs.Folder, scope), "*.json").Order(StringComparer.Ordinal).Select(file => Packs.Load($"{scope}/{Path.GetFileName(file)}"))];
        foreach (var rubric in versions.Where(rubric => testCase.AppliesTo(rubric.Document.Version)))
        {
            if (SubmissionReader.Read(testCase.Submission.Span, rubric) is not { Faults.IsEmpty: true, Submission: { Reported: not null } submission })
                continue;
            foreach (var entry in AuditList.Of(Scorer.Score(submission, ExplainLevel.None, new() { Versions = versions })))
            {
                var code = entry.What == "finding" ? $"{entry.Code} {entry.Path}" : entry.Code;
                yield return $"{path.Replace("/cases/", "/", StringComparison.Ordinal)[..^".json".Length]};{rubric.Document.Version};{entry.What};{code};{entry.Reported};{entry.Computed};{entry.Verdict};{entry.Slip}";
            }
        }
    }
}
