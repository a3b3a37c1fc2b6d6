using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>Gathers what came out otherwise than a case expects. Dies with the run.</summary>
internal sealed class CaseComparison(Expectation expect)
{
    private readonly ImmutableArray<CaseDifference>.Builder differences = ImmutableArray.CreateBuilder<CaseDifference>();

    public ImmutableArray<CaseDifference> Differences => differences.ToImmutable();

    public void CompareScorecard(Submission submission, Scorecard scorecard)
    {
        var rules = new Dictionary<string, RuleScore>(StringComparer.Ordinal);
        foreach (var rule in Reconciler.Flatten(scorecard.Rules))
            rules.TryAdd(rule.Code, rule);
        ComparePoints("/Expect/Total", expect.Total, scorecard.Total, rules.Values);
        ComparePoints("/Expect/Range/Min", expect.Range?.Min, scorecard.Range?.Min, []);
        ComparePoints("/Expect/Range/Max", expect.Range?.Max, scorecard.Range?.Max, []);
        if (expect.Grade is { } grade && grade.Written != scorecard.Grade)
            differences.Add(new("/Expect/Grade", grade.Written, scorecard.Grade));
        CompareRules(rules);
        CompareValues(submission, scorecard);
        CompareCodes("/Expect/FailedChecks", expect.FailedChecks, scorecard.Checks.Where(check => check.Status == CheckStatus.Failed).Select(check => check.Code));
        CompareCodes("/Expect/Findings", expect.Findings, scorecard.Audit.Findings.Select(finding => finding.Code));
    }

    /// <summary>A submission that can't be used at all is right only where nothing but its refusal is expected.</summary>
    public void CompareUnscored(ImmutableArray<SubmissionFault> faults)
    {
        var unexpected = faults.Where(fault => expect.Rejected?.Contains(fault.Path, StringComparer.Ordinal) != true).ToList();
        foreach (var fault in unexpected)
            differences.Add(new("/Submission" + fault.Path, null, fault.Code, fault.Message));
        if (unexpected.Count == 0 && expect.NeedsScorecard)
            differences.Add(new("/Expect", "a scorecard", null, faults.FirstOrDefault()?.Message));
    }

    public void CompareRejected(ImmutableArray<SubmissionFault> refusals)
    {
        if (expect.Rejected is not { } rejected)
            return;
        var paths = refusals.Select(fault => fault.Path).Distinct(StringComparer.Ordinal).ToList();
        if (rejected.IsEmpty ? paths.Count > 0 : rejected.Except(paths, StringComparer.Ordinal).Any())
            differences.Add(new("/Expect/Rejected", List(rejected), List(paths), refusals.FirstOrDefault()?.Message));
    }

    private void CompareRules(Dictionary<string, RuleScore> rules)
    {
        foreach (var (code, score) in expect.Scores)
        {
            var path = JsonPointer.Append("/Expect/Scores", code);
            if (Find(rules, code, path, score) is { } rule)
                ComparePoints(path, score, rule.Score, [rule]);
        }

        foreach (var (code, status) in expect.Statuses)
        {
            var path = JsonPointer.Append("/Expect/Statuses", code);
            if (Find(rules, code, path, status) is { } rule && rule.Status.ToString() != status.Written)
                differences.Add(new(path, status.Written, rule.Status.ToString(), rule.Why));
        }
    }

    private RuleScore? Find(Dictionary<string, RuleScore> rules, string code, string path, ExpectedFigure expected)
    {
        if (rules.TryGetValue(code, out var rule))
            return rule;
        differences.Add(new(path, expected.Written, null, Messages.Unknown(new("没有指标", "no rule"), code, Spelling.FindNearest(code, rules.Keys))));
        return null;
    }

    private void CompareValues(Submission submission, Scorecard scorecard)
    {
        foreach (var (name, expected) in expect.Values)
        {
            var path = JsonPointer.Append("/Expect/Values", name);
            if (Reconciler.Find(name, submission, scorecard) is not { } found)
            {
                var nearest = Spelling.FindNearest(name, scorecard.Values.Select(shown => shown.Name));
                differences.Add(new(path, expected.Written, null, Messages.Unknown(new("没有数值", "no value"), name, nearest)));
            }
            else if (!found.Value.IsKnown && expected.Written is { } written)
            {
                differences.Add(new(path, written, null, found.Value.Fault?.Message ?? Missing(found.Value.Absence.Gaps.Select(gap => gap.Name))));
            }
            else if (found.Value.IsKnown && WrittenFigure.Compare(expected.Written ?? "", found.Value, found.Format) is { Agrees: false } figure)
            {
                differences.Add(new(path, expected.Written, figure.Computed));
            }
        }
    }

    /// <summary>Each code counts once, however many rows it stands for.</summary>
    private void CompareCodes(string path, ImmutableArray<string>? expected, IEnumerable<string> actual)
    {
        if (expected is not { } codes)
            return;
        var (named, came) = (Sorted(codes), Sorted(actual));
        if (!came.SequenceEqual(named))
            differences.Add(new(path, List(named), List(came)));
    }

    private void ComparePoints(string path, ExpectedFigure? expected, decimal? actual, IEnumerable<RuleScore> rules)
    {
        if (expected is null || IsSame(expected.Written, actual))
            return;
        var came = actual is { } points ? UnitFigures.Write(FigureWriter.Points(points)) : null;
        differences.Add(new(path, expected.Written, came, came is null ? Why([.. rules]) : null));
    }

    // Points are shown to two digits even where rules are kept unrounded; and a whole number in a case means just that number.
    private static bool IsSame(string? written, decimal? actual)
    {
        if (written is null || actual is not { } points)
            return written is null && actual is null;
        var expected = decimal.Parse(written, CultureInfo.InvariantCulture);
        return decimal.Round(points, Math.Max((int)expected.Scale, 2), MidpointRounding.AwayFromZero) == expected;
    }

    private static Bilingual? Why(ImmutableArray<RuleScore> rules)
    {
        var missing = rules.SelectMany(rule => rule.Missing).Distinct(StringComparer.Ordinal).ToList();
        return missing.Count > 0 ? Missing(missing) : rules.FirstOrDefault(rule => rule.Status is RuleStatus.Failed or RuleStatus.NotApplicable)?.Why;
    }

    private static Bilingual Missing(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return new($"缺少 {list}", $"missing {list}");
    }

    private static List<string> Sorted(IEnumerable<string> codes) => [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
