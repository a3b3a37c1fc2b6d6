using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>Evaluations as they were filed. What the caller may not see is answered as if it were not there.</summary>
internal static class EvaluationsApi
{
    private const int UsualPage = 50;

    private static readonly QueryParameter Department = QueryParameter.Text("department", "^.{1,200}$", "Only those of one department.");
    private static readonly QueryParameter State = QueryParameter.Text("state", "^(filed|returned|confirmed)$", "Only those that stand there.");
    private static readonly QueryParameter Latest = QueryParameter.Flag("latest", "Leave out revisions that a later one replaced.");
    private static readonly QueryParameter Cursor = QueryParameter.Text("cursor", "^[0-9a-f-]{36}$", "Where the page starts: `next` of the page before it.");
    private static readonly QueryParameter Limit = QueryParameter.Text("limit", "^([1-9]|[1-9][0-9]|1[0-9][0-9]|200)$", "How many on a page, 1 to 200; 50 when absent.");
    private static readonly QueryParameter Explain = new("explain", ["none", "summary", "tree"], "How much of the reasoning the scorecard carries; it is computed anew, not stored.");

    public static void MapEvaluations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluations").WithTags("Evaluations").CheckQuery().RequireAuthorization(Policies.ReadOwn);
        group.MapGet("", List).WithName("ListEvaluations").WithSummary("Stored evaluations, newest first")
            .WithQuery(QueryParameter.Region, QueryParameter.Year, QueryParameter.Scope, Department, State, Latest, Cursor, Limit)
            .WithMetadata(new Refusals(400));
        group.MapGet("/{id}", Get).WithName("GetEvaluation").WithSummary("One evaluation with its submission, scorecard, revisions, decisions, reviews and evidence")
            .WithQuery(Explain).WithMetadata(new Answer("StoredEvaluation", null), new Refusals(404));
        group.MapGet("/{id}/verification", Verify).WithName("VerifyEvaluation")
            .WithSummary("Compute the stored scorecards again from the stored rubric and submission, and compare them byte for byte")
            .WithMetadata(new Refusals(404)).Produces<VerificationListing[]>();
        group.MapPost("/{id}/rescore", Rescore).WithName("RescoreEvaluation").RequireAuthorization(Policies.Bureau)
            .WithSummary("Score the submission again under another version, as a new revision").Accepts<RescoreRequest>("application/json")
            .WithMetadata(new BodyExample("rescore"), new Refusals(400, 404, 409, 413, 415, 422)).Produces<RescoreAnswer>();
    }

    private static async Task<EvaluationPage> List(HttpContext context, EvaluationStore store)
    {
        var (request, caller) = (context.Request, Caller.Of(context));
        var count = Limit.Find(request) is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : UsualPage;
        if (FilterOf(request, caller) is not { } filter)
            return new([], null);
        var found = await store.ListAsync(filter, Cursor.Find(request), count, context.RequestAborted);
        return new([.. found.Select(EvaluationListing.Of)], found.Length == count ? found[^1].Id : null);
    }

    // What was asked for, cut down to what the caller may see; null: nothing.
    private static EvaluationFilter? FilterOf(HttpRequest request, Caller caller)
    {
        var asked = new EvaluationFilter
        {
            Region = QueryParameter.Region.Find(request),
            Year = QueryParameter.Year.Find(request) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            Scope = QueryParameter.Scope.Find(request),
            Department = Department.Find(request),
            State = State.Find(request) is { } state ? Enum.Parse<FilingState>(state, ignoreCase: true) : null,
            LatestOnly = Latest.IsSet(request),
        };
        return Visible.To(caller, asked);
    }

    private static async Task<IResult> Get(string id, HttpContext context, EvaluationStore store, ReviewStore reviews, EvidenceStore evidence, RubricLookup rubrics)
    {
        var cancellation = context.RequestAborted;
        if (await store.FindAsync(id, cancellation) is not { } found || !Visible.Is(found.Summary, context))
            return Problems.NotFound;
        var explain = ExplainOf(context.Request);
        return new StoredAnswer(
            found,
            await store.FindRevisionsAsync(found.Summary.Identity, found.Summary.Scope.Region, cancellation),
            await store.FindEventsAsync(id, cancellation),
            await reviews.FindAsync(id, cancellation),
            await evidence.FindAsync(id, cancellation),
            explain == ExplainLevel.None ? found.Scorecard : StoredAnswer.ScorecardOf(found.Submission, found.Scorecard, rubrics.Get(found.Summary), explain));
    }

    private static async Task<IResult> Verify(string id, HttpContext context, EvaluationStore store, EvaluationVerifier verifier)
    {
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !Visible.Is(found.Summary, context))
            return Problems.NotFound;
        var checks = await verifier.FindAsync(id, context.RequestAborted) ?? [];
        return TypedResults.Ok(checks.Select(check => new VerificationListing(check.EvaluationId, check.Review, VerdictName(check.Verdict))).ToImmutableArray());
    }

    private static async Task<IResult> Rescore(string id, HttpContext context, EvaluationStore store, Rescorer rescorer)
    {
        var (body, problem) = await JsonBody.ReadAsync<RescoreRequest>(context.Request);
        if (body is null)
            return problem!; // one or the other
        var caller = Caller.Of(context);
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !caller.MayReview(found.Summary.Scope.Region))
            return Problems.NotFound;
        return await rescorer.RescoreAsync(found, body.Version, caller, context.RequestAborted) switch
        {
            RescoreOutcome.Rescored rescored => TypedResults.Ok(new RescoreAnswer(rescored.Id, rescored.Revision, rescored.Version, rescored.Hash, rescored.Total, rescored.Grade)),
            RescoreOutcome.NoVersion none => Problems.RubricNotFound([none.Fault]),
            RescoreOutcome.Unreadable unreadable => Problems.SubmissionRefused([.. unreadable.Faults.Select(fault => ApiFault.Of(fault, "/submission"))]),
            _ => Problems.Conflict(ApiFaults.Confirmed(id)),
        };
    }

    private static ExplainLevel ExplainOf(HttpRequest request) => Explain.Of(request) switch
    {
        "summary" => ExplainLevel.Summary,
        "tree" => ExplainLevel.Tree,
        _ => ExplainLevel.None,
    };

    private static string VerdictName(VerificationVerdict verdict)
    {
        var name = verdict.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>Which version to score under; absent: the highest that is in force.</summary>
internal sealed record RescoreRequest(string? Version = null);

/// <summary>The new revision, and the version that scored it.</summary>
internal sealed record RescoreAnswer(string Id, int Revision, string Version, string Hash, decimal? Total, string? Grade);

/// <summary>The check of one scorecard.</summary>
/// <param name="Review">The review whose scorecard it is; 0: the evaluation's own.</param>
/// <param name="Verdict">same, otherWording (every figure the same), differs, otherRubric or unreadable.</param>
internal sealed record VerificationListing(string EvaluationId, int Review, string Verdict);
