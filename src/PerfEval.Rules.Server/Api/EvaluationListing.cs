using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>One stored evaluation, as lists show it.</summary>
/// <param name="Region">The region it was filed for; the rubric may be that of a wider one.</param>
/// <param name="Revision">From 1 for the same rubric, department, subject and period.</param>
/// <param name="State">filed, returned or confirmed.</param>
/// <param name="RescoredFrom">The evaluation whose submission was scored again.</param>
internal sealed record EvaluationListing(
    string Id, string At, string Rubric, string Version, string Hash, string Region, int Year, string Scope, string Department, string? Subject, string? Period,
    int Revision, bool IsLatest, string State, decimal? Total, string? Grade, bool Complete, string FiledBy, string? RescoredFrom, int Reviews)
{
    public static EvaluationListing Of(EvaluationSummary summary) => new(
        summary.Id, ApiTime.Write(summary.FiledAt), summary.Identity.Rubric, summary.Version, summary.Hash, summary.Scope.Region, summary.Scope.Year, summary.Scope.Scope,
        summary.Identity.Department, OrNull(summary.Identity.Subject), OrNull(summary.Identity.Period), summary.Revision, summary.IsLatest, StateName(summary.State),
        summary.Total, summary.Grade, summary.Complete, summary.FiledBy.Name, summary.RescoredFrom, summary.Reviews);

    public static string StateName(FilingState state) => state.ToString().ToLowerInvariant();

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>A page of evaluations, newest first.</summary>
/// <param name="Next">The cursor of the next page; absent on the last.</param>
internal sealed record EvaluationPage(ImmutableArray<EvaluationListing> Items, string? Next);

/// <summary>Who is to file, and whether it did.</summary>
/// <param name="Expected">Whether it is on the list of those who are to file.</param>
/// <param name="State">missing, filed, returned or confirmed.</param>
/// <param name="Latest">The latest revision; absent while nothing was filed.</param>
internal sealed record FilerListing(string Department, string? Subject, string? Period, bool Expected, string State, EvaluationListing? Latest)
{
    public static FilerListing Of(FilingStatus status) => new(
        status.Identity.Department, EvaluationListing.OrNull(status.Identity.Subject), EvaluationListing.OrNull(status.Identity.Period), status.IsExpected,
        status.Latest is { } latest ? EvaluationListing.StateName(latest.State) : "missing",
        status.Latest is { } filed ? EvaluationListing.Of(filed) : null);
}
