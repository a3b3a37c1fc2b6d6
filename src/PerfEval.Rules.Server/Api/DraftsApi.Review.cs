using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>Checking, submitting, approving drafts, and their history.</summary>
internal static partial class DraftsApi
{
    private delegate Task<PublicationResult> Step(Publication publication, Caller caller, RubricKey key, string name, long? revision, string comment, CancellationToken cancellation);

    private static void MapReview(RouteGroupBuilder group)
    {
        group.MapPost("/{name}/check", Check).RequireAuthorization(Policies.ReadDrafts).WithName("CheckDraft")
            .WithSummary("What is wrong with a draft, and which version it would become").WithMetadata(new Refusals(401, 403, 404)).Produces<CheckView>();
        group.MapPost("/{name}/test", Test).RequireAuthorization(Policies.ReadDrafts).WithName("TestDraft")
            .WithSummary("Run the cases of a draft").WithMetadata(new Refusals(401, 403, 404)).Produces<TestView>();
        MapStep(group, "submit", Policies.Author, "Put a draft up for approval", "Fixes its version. Refused while a check or a case fails. `If-Match` is optional.",
            (publication, caller, key, name, revision, comment, cancellation) => publication.SubmitAsync(caller, key, name, revision, comment, cancellation));
        MapStep(group, "withdraw", Policies.Author, "Take a submission back", "The draft can be edited again.",
            (publication, caller, key, name, _, comment, cancellation) => publication.WithdrawAsync(caller, key, name, comment, cancellation));
        MapStep(group, "reject", Policies.Review, "Send a submission back to its editors", "The comment says why.",
            (publication, caller, key, name, _, comment, cancellation) => publication.RejectAsync(caller, key, name, comment, cancellation));
        group.MapPost("/{name}/approve", Approve).RequireAuthorization(Policies.Review).WithName("ApproveDraft").WithSummary("Approve a submission and publish it")
            .WithDescription("`If-Match` names the revision that was read. Nobody approves what they had a hand in.")
            .WithMetadata(new Body("Comment", "draft-comment"), new Refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428)).Produces<DraftView>();
        group.MapGet("/{name}/history", History).RequireAuthorization(Policies.ReadDrafts).WithName("GetDraftHistory")
            .WithSummary("What happened to a draft, and its saved texts").WithMetadata(new Refusals(404)).Produces<HistoryView>();
        group.MapGet("/{name}/history/{revision:long}", Revision).RequireAuthorization(Policies.ReadDrafts).WithName("GetDraftRevision")
            .WithSummary("A saved text of a draft").WithMetadata(new Answer("AsSent", null), new Refusals(404));
    }

    private static void MapStep(RouteGroupBuilder group, string step, string policy, string summary, string description, Step run) =>
        group.MapPost("/{name}/" + step, (string region, int year, string scope, string name, HttpContext context, Publication publication) =>
                RunAsync(run, new(region, year, scope), name, context, publication))
            .RequireAuthorization(policy).WithName(char.ToUpperInvariant(step[0]) + step[1..] + "Draft").WithSummary(summary).WithDescription(description)
            .WithMetadata(new Body("Comment", "draft-comment"), new Refusals(400, 401, 403, 404, 409, 412, 413, 415, 422)).Produces<DraftView>();

    private static async Task<IResult> RunAsync(Step run, RubricKey key, string name, HttpContext context, Publication publication)
    {
        var expected = Preconditions.Of(context.Request);
        if (expected.Fault is { } fault)
            return Problems.InvalidRequest([fault]);
        var (comment, problem) = await Comment.ReadAsync(context.Request);
        return problem ?? DraftAnswers.Of(context, await run(publication, Caller.Of(context), key, name, expected.Match, comment, context.RequestAborted));
    }

    private static Task<IResult> Approve(string region, int year, string scope, string name, HttpContext context, Publication publication)
    {
        if (Preconditions.Of(context.Request) is { Fault: null, Match: null })
            return Task.FromResult<IResult>(Problems.PreconditionRequired);
        return RunAsync(
            (_, caller, key, draft, revision, comment, cancellation) => publication.ApproveAsync(caller, key, draft, revision ?? 0, comment, cancellation),
            new(region, year, scope),
            name,
            context,
            publication);
    }

    private static async Task<IResult> Check(string region, int year, string scope, string name, HttpContext context, Publication publication, DraftStore drafts)
    {
        if (await drafts.FindAsync(new RubricKey(region, year, scope).ToString(), name, context.RequestAborted) is not { } draft)
            return Problems.DraftNotFound;
        return TypedResults.Ok(CheckView.Of(await publication.CheckAsync(draft, context.RequestAborted), AcceptedLanguage.Of(context.Request)));
    }

    private static async Task<IResult> Test(string region, int year, string scope, string name, HttpContext context, Publication publication, DraftStore drafts)
    {
        if (await drafts.FindAsync(new RubricKey(region, year, scope).ToString(), name, context.RequestAborted) is not { } draft)
            return Problems.DraftNotFound;
        var check = await publication.CheckAsync(draft, context.RequestAborted);
        return TypedResults.Ok(TestView.Of(check, AcceptedLanguage.Of(context.Request)));
    }

    private static async Task<IResult> History(string region, int year, string scope, string name, DraftStore drafts, CancellationToken cancellation)
    {
        if (await drafts.FindLatestAsync(new RubricKey(region, year, scope).ToString(), name, cancellation) is not { } draft)
            return Problems.DraftNotFound;
        var events = await drafts.ReadEventsAsync(draft.Id, cancellation);
        return TypedResults.Ok(HistoryView.Of(draft, events, await drafts.ReadRevisionsAsync(draft.Id, cancellation)));
    }

    private static async Task<IResult> Revision(string region, int year, string scope, string name, long revision, DraftStore drafts, CancellationToken cancellation)
    {
        var draft = await drafts.FindLatestAsync(new RubricKey(region, year, scope).ToString(), name, cancellation);
        return draft is not null && await drafts.FindRevisionAsync(draft.Id, revision, cancellation) is { } text
            ? TypedResults.Text(text, "application/json", System.Text.Encoding.UTF8)
            : Problems.DraftNotFound;
    }
}
