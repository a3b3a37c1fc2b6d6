using System.Text;
using FsCheck.Fluent;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Impacts;

/// <summary>A report against scorecards, made one by one.</summary>
public sealed class ImpactReportTests
{
    private const int Count = 400;

    private readonly List<(string Submission, Scorecard? Before, Scorecard? After)> scored =
        [.. ImpactRubrics.Sent.Sample(Count, Count).Select(sent => (sent.Submission, Score(ImpactRubrics.Before, sent.Submission), Score(ImpactRubrics.After, sent.Submission)))];

    private ImpactReport Report => field ??= ImpactReport.Of(
        ImpactRubrics.Score(scored.Select((one, place) => (place, one.Submission))), ImpactRubrics.Before, ImpactRubrics.After);

    private List<(Scorecard Before, Scorecard After)> Compared =>
        [.. scored.Where(one => one is { Before.Total: not null, After.Total: not null }).Select(one => (one.Before!, one.After!))]; // filtered

    [Fact]
    public void Every_kind_of_submission_is_among_them()
    {
        Assert.Equal((Count, Compared.Count), (Report.Submissions, Report.Compared));
        Assert.InRange(Report.Compared, 100, Count - 1);
        Assert.InRange(Report.Before.Undetermined, 1, Count);
        Assert.InRange(Report.After.Refused - Report.Before.Refused, 1, Count);
    }

    [Fact]
    public void Totals_are_spread_as_those_of_the_scorecards()
    {
        CheckSide(Report.Before, [.. scored.Select(one => one.Before)]);
        CheckSide(Report.After, [.. scored.Select(one => one.After)]);
        foreach (var bin in Report.Histogram)
        {
            Assert.Equal(scored.Count(one => one.Before?.Total is { } total && IsIn(bin, total)), bin.Before);
            Assert.Equal(scored.Count(one => one.After?.Total is { } total && IsIn(bin, total)), bin.After);
        }

        Assert.Equal(Report.After.Determined, Report.Histogram.Sum(bin => bin.After));
    }

    [Fact]
    public void Grades_pass_as_those_of_the_scorecards()
    {
        var expected = scored.Where(one => one is { Before: not null, After: not null }).CountBy(one => (one.Before!.Grade, one.After!.Grade)); // filtered
        Assert.Equal(expected.ToHashSet(), Report.Grades.Select(row => KeyValuePair.Create((row.Before, row.After), (int)row.Count)).ToHashSet());
        string?[] order = ["优", "良", "差", null];
        Assert.Equal(Report.Grades.OrderBy(row => Array.IndexOf(order, row.Before)).ThenBy(row => Array.IndexOf(order, row.After)), Report.Grades);
    }

    [Fact]
    public void The_change_is_put_down_to_the_rules_that_bring_it()
    {
        foreach (var code in (string[])["A", "B", "C", "N", "P"])
        {
            var rule = Report.Rules.Single(rule => rule.Code == code);
            var sign = code == "P" ? -1 : 1;
            var changes = scored.Where(one => one is { Before.Total: not null, After.Total: not null })
                .Select(one => sign * (PointsOf(ImpactRubrics.After, one.Submission, code) - PointsOf(ImpactRubrics.Before, one.Submission, code))).ToList();
            Assert.Equal(changes.Count(change => change != 0), rule.Changed);
            Assert.Equal((code, Math.Round(changes.Sum(), 8)), (code, Math.Round(rule.Sum, 8)));
        }

        Assert.Equal(Math.Round(Report.Rules.Where(rule => rule.Level == 0).Sum(rule => rule.Mean), 2), Math.Round(Report.MeanChange, 2));
    }

    [Fact]
    public void Rules_that_come_and_go_are_named_so_and_a_rule_per_row_is_one()
    {
        Assert.Equal(
            [("A", 0, RulePresence.Both), ("B", 0, RulePresence.Both), ("B$(row.名)", 1, RulePresence.Both), ("N", 0, RulePresence.Added), ("P", 0, RulePresence.Both), ("C", 0, RulePresence.Removed)],
            Report.Rules.Select(rule => (rule.Code, rule.Level, rule.Presence)));
        Assert.Equal("预算执行", Report.Rules[0].Name);
        Assert.Equal(RuleKind.Penalty, Report.Rules[4].Kind);
        var (whole, rows) = (Report.Rules[1], Report.Rules[2]);
        Assert.Equal((whole.Sum, whole.Changed), (rows.Sum, rows.Changed));
    }

    [Fact]
    public void Refusals_are_counted_by_their_reasons()
    {
        var reasons = Report.After.Reasons.ToDictionary(reason => (reason.Code, reason.Path), reason => reason.Count);
        var expected = scored.SelectMany(one => Read(ImpactRubrics.After, one.Submission).Faults).CountBy(fault => (fault.Code, fault.Path));
        Assert.Equal(expected.ToHashSet(), reasons.Select(reason => KeyValuePair.Create(reason.Key, (int)reason.Value)).ToHashSet());
        Assert.Contains(("PS0012", "/data/b"), reasons.Keys);
    }

    [Fact]
    public void The_row_of_a_table_does_not_tell_reasons_apart()
    {
        string[] rows = ["""{"名": "x", "值": true}""", """{"名": "y", "值": 1}, {"名": "x", "值": true}"""];
        var figures = ImpactRubrics.Score(rows.Select((row, place) => (place, $$$"""{"data": {"a": 1, "b": 1, "rows": [{{{row}}}]}}""")));
        var reason = Assert.Single(ImpactReport.Of(figures, ImpactRubrics.Before, ImpactRubrics.After).Before.Reasons);
        Assert.Equal(("PS0002", "/data/rows/*/值", 2), (reason.Code, reason.Path, reason.Count));
    }

    private static void CheckSide(ImpactDistribution side, List<Scorecard?> cards)
    {
        var totals = cards.Select(card => card?.Total).OfType<decimal>().Order().ToList();
        Assert.Equal((totals.Count, cards.Count(card => card is { Total: null }), cards.Count(card => card is null)), (side.Determined, side.Undetermined, side.Refused));
        Assert.Equal((totals[0], totals[^1]), (side.Min, side.Max));
        Assert.Equal((totals[(totals.Count - 1) / 2] + totals[totals.Count / 2]) / 2, side.Median);
        Assert.Equal(Math.Round(totals.Average(), 4, MidpointRounding.AwayFromZero), side.Mean);
    }

    private static bool IsIn(ImpactBin bin, decimal total) =>
        (bin.From is null || (bin.To is null ? total > bin.From : total >= bin.From)) && (bin.To is null || total < bin.To || (total == bin.To && bin.To == 100));

    // The points as they count; a scorecard shows two digits of them.
    private static decimal PointsOf(CompiledRubric rubric, string submission, string code) =>
        Scorer.Pass(Read(rubric, submission).Submission!).Rules.Top.Find(rule => rule.Code == code)?.Score ?? 0; // scored before

    private static Scorecard? Score(CompiledRubric rubric, string submission) =>
        Read(rubric, submission) is { Submission: { } read, Faults.IsEmpty: true } ? Scorer.Score(read, ExplainLevel.None) : null;

    private static SubmissionReading Read(CompiledRubric rubric, string submission) => SubmissionReader.Read(Encoding.UTF8.GetBytes(submission), rubric);
}
