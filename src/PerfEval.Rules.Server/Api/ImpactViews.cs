using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Api;

/// <summary>An impact as the API shows it.</summary>
/// <param name="State">queued, running, done, cancelled or failed.</param>
/// <param name="FailedChunk">Which part could not be computed; absent unless it failed.</param>
/// <param name="Report">Over what is scored so far; absent where nothing is, and in lists.</param>
internal sealed record ImpactView(
    string Id, string Rubric, string Region, ImpactRubricView From, ImpactRubricView To, string State, ImpactProgressView Progress, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? EndedAt, int? FailedChunk, ImpactReportView? Report)
{
    public static ImpactView Of(Impact impact, ImpactReport? report = null, bool hasMovers = false) => new(
        impact.Id, impact.Rubric, impact.Region, new(impact.FromLabel, impact.FromHash), new(impact.ToLabel, impact.ToHash), NameOf(impact.State), new(impact.Scored, impact.Submissions),
        impact.CreatedAt, impact.CreatedBy.Name, impact.EndedAt, impact.FailedChunk, report is null ? null : ImpactReportView.Of(report, hasMovers));

    internal static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}

/// <summary>One of the two rubrics: a version or draft, and the hash of what it held when the impact was asked for.</summary>
internal sealed record ImpactRubricView(string Name, string Hash);

/// <summary>How far it has come.</summary>
/// <param name="Total">Absent until the submissions are counted.</param>
internal sealed record ImpactProgressView(long Scored, long? Total);

/// <summary>What the change does to the submissions scored so far.</summary>
/// <param name="Risen">Absent for callers who may not see submissions; likewise Fallen.</param>
internal sealed record ImpactReportView(
    long Submissions, long Compared, long Changed, decimal MeanChange, ImpactDistributionView Before, ImpactDistributionView After, ImmutableArray<ImpactBin> Histogram,
    ImmutableArray<GradeMigration> Grades, ImmutableArray<MoverView>? Risen, ImmutableArray<MoverView>? Fallen, ImmutableArray<ImpactRuleView> Rules)
{
    public static ImpactReportView Of(ImpactReport report, bool hasMovers) => new(
        report.Submissions, report.Compared, report.Changed, report.MeanChange, ImpactDistributionView.Of(report.Before), ImpactDistributionView.Of(report.After), report.Histogram,
        report.Grades, hasMovers ? MoversOf(report.Risen) : null, hasMovers ? MoversOf(report.Fallen) : null, [.. report.Rules.Select(ImpactRuleView.Of)]);

    private static ImmutableArray<MoverView> MoversOf(ImmutableArray<Mover> movers) => [.. movers.Select(MoverView.Of)];
}

/// <summary>The totals under one rubric.</summary>
internal sealed record ImpactDistributionView(
    long Determined, long Undetermined, long Refused, decimal? Mean, decimal? Median, decimal? Min, decimal? Max, ImmutableArray<RefusalView> Reasons)
{
    public static ImpactDistributionView Of(ImpactDistribution side) => new(
        side.Determined, side.Undetermined, side.Refused, side.Mean, side.Median, side.Min, side.Max,
        [.. side.Reasons.Select(reason => new RefusalView(reason.Code, reason.Path, new(reason.Message.Zh, reason.Message.En), reason.Count))]);
}

/// <summary>Why a rubric does not take submissions, and how many.</summary>
internal sealed record RefusalView(string Code, string Path, BilingualView Message, long Count);

/// <summary>A sentence in both languages.</summary>
internal sealed record BilingualView(string Zh, string En);

/// <summary>A submission whose total moves most.</summary>
internal sealed record MoverView(string Evaluation, string Department, string? Subject, string? Period, decimal Before, decimal After, decimal Change, string? GradeBefore, string? GradeAfter)
{
    public static MoverView Of(Mover mover) => new(
        mover.Subject.Id, mover.Subject.Department, Present(mover.Subject.Subject), Present(mover.Subject.Period), mover.Before, mover.After, mover.Change, mover.GradeBefore, mover.GradeAfter);

    private static string? Present(string text) => text.Length == 0 ? null : text;
}

/// <summary>What one rule brings to the change.</summary>
/// <param name="Kind">scored, bonus, penalty or information.</param>
/// <param name="Presence">both, added or removed.</param>
internal sealed record ImpactRuleView(string Code, string Name, string Kind, int Level, string Presence, long Changed, decimal Sum, decimal Mean)
{
    public static ImpactRuleView Of(ImpactRule rule) =>
        new(rule.Code, rule.Name, ImpactView.NameOf(rule.Kind), rule.Level, ImpactView.NameOf(rule.Presence), rule.Changed, rule.Sum, rule.Mean);
}
