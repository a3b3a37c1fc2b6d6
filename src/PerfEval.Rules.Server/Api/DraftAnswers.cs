using System.Collections.Immutable;
using System.Diagnostics;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>Answers to the steps of publication.</summary>
internal static class DraftAnswers
{
    /// <summary>A draft with its validator.</summary>
    public static IResult Show(HttpContext context, Draft draft, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = Preconditions.ETagOf(draft.Revision);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(DraftView.Of(draft), statusCode: status);
    }

    /// <summary>The answer to a step: the draft, or the problem.</summary>
    /// <param name="status">With which it is answered when it is done.</param>
    public static IResult Of(HttpContext context, PublicationResult result, int status = StatusCodes.Status200OK) => result.Outcome switch
    {
        PublicationOutcome.Done when result.Draft is { } draft => Show(context, draft, status),
        PublicationOutcome.Forbidden => Problems.Forbidden([]),
        PublicationOutcome.Missing => Problems.DraftNotFound,
        PublicationOutcome.Exists => Problems.DraftExists,
        PublicationOutcome.Stale => Problems.DraftChanged(result.Draft?.Text ?? "", Preconditions.ETagOf(result.Draft?.Revision ?? 0), null),
        PublicationOutcome.WrongState => Problems.WrongState,
        PublicationOutcome.OwnDraft => Problems.OwnDraft,
        PublicationOutcome.Overtaken => Problems.Overtaken,
        PublicationOutcome.Unsound => Problems.DraftUnsound(FaultsOf(result.Check)),
        PublicationOutcome.BadName => Problems.InvalidRequest([ApiFaults.BadName]),
        PublicationOutcome.BadText => Problems.InvalidRequest([ApiFaults.NotText]),
        PublicationOutcome.CommentNeeded => Problems.InvalidRequest([ApiFaults.Missing("comment")]),
        _ => throw new UnreachableException($"{result.Outcome} without its draft"),
    };

    private static ImmutableArray<ApiFault> FaultsOf(DraftCheck? check) => check is null ? [] :
    [
        .. check.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(FaultOf),
        .. check.Cases.SelectMany(FaultsOf),
    ];

    private static ApiFault FaultOf(RubricDiagnostic diagnostic) => new(diagnostic.Code, diagnostic.Path, diagnostic.Message);

    private static IEnumerable<ApiFault> FaultsOf(CaseRun run) => run.Outcome == CaseOutcome.Unreadable
        ? run.Diagnostics.Select(diagnostic => new ApiFault("PB0007", $"/cases/{run.Name}{diagnostic.Path}", diagnostic.Message))
        : run.Differences.Select(difference => new ApiFault("PB0008", $"/cases/{run.Name}{difference.Path}", difference.Message));
}
