using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>Cases of a draft.</summary>
internal static partial class DraftsApi
{
    private static void MapCases(RouteGroupBuilder group)
    {
        group.MapGet("/{name}/cases", ListCases).RequireAuthorization(Policies.ReadDrafts).WithName("ListDraftCases").WithSummary("The cases of a draft")
            .WithDescription("The `hash` of a case in quotation marks is its ETag.")
            .WithMetadata(new Refusals(404)).Produces<DraftCaseView[]>();
        group.MapGet("/{name}/cases/{case}", GetCase).RequireAuthorization(Policies.ReadDrafts).WithName("GetDraftCase").WithSummary("A case of a draft, as it was sent")
            .WithDescription("Its ETag is the hash of its text in quotation marks.")
            .WithMetadata(new Answer("AsSent", null), new Refusals(404));
        group.MapPut("/{name}/cases/{case}", PutCase).RequireAuthorization(Policies.Author).WithName("PutDraftCase").WithSummary("Add or replace a case of a draft")
            .WithDescription("`If-Match` names the hash of the text that is replaced; `If-None-Match: *` adds a case. A lost update is 412, with the stored text, unless it was removed, and yours. The answer's ETag is that of the text sent.")
            .WithMetadata(new Body("Case", "draft-case"), new Refusals(400, 401, 403, 404, 409, 412, 413, 415, 428)).Produces(StatusCodes.Status201Created).Produces(StatusCodes.Status204NoContent);
        group.MapDelete("/{name}/cases/{case}", RemoveCase).RequireAuthorization(Policies.Author).WithName("RemoveDraftCase").WithSummary("Remove a case of a draft")
            .WithDescription("`If-Match` names the hash of the text that is removed.")
            .WithMetadata(new Refusals(400, 401, 403, 404, 409, 412, 428)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListCases(string region, int year, string scope, string name, DraftStore drafts, CancellationToken cancellation) =>
        await FindCasesAsync(new(region, year, scope), name, drafts, cancellation) is { } cases ? TypedResults.Ok(cases.Select(DraftCaseView.Of)) : Problems.DraftNotFound;

    private static async Task<IResult> GetCase(string region, int year, string scope, string name, string @case, HttpContext context, DraftStore drafts)
    {
        if (await FindCasesAsync(new(region, year, scope), name, drafts, context.RequestAborted) is not { } cases)
            return Problems.DraftNotFound;
        if (cases.FirstOrDefault(stored => stored.Name == @case) is not { } found)
            return Problems.DraftNotFound;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ETag = Preconditions.ETagOf(found.Hash);
        return TypedResults.Text(found.Text, "application/json", System.Text.Encoding.UTF8);
    }

    private static async Task<IResult> PutCase(string region, int year, string scope, string name, string @case, HttpContext context, Publication publication)
    {
        var expected = Preconditions.OfHash(context.Request);
        if (expected.Fault is { } fault)
            return Problems.InvalidRequest([fault]);
        if (expected.IsAbsent)
            return Problems.PreconditionRequired;
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(context.Request, body, context.RequestAborted) is { } unreadable)
            return unreadable;
        if (RequestBody.FindText(body.Written.Span) is not { } text)
            return Problems.InvalidRequest([ApiFaults.NotText]);
        var place = new DraftPlace(new(region, year, scope), name);
        var result = await publication.PutCaseAsync(Caller.Of(context), place, new(@case, text), expected.Match, context.RequestAborted);
        return Answer(context, result, text, expected.IsNew ? StatusCodes.Status201Created : StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> RemoveCase(string region, int year, string scope, string name, string @case, HttpContext context, Publication publication)
    {
        var expected = Preconditions.OfHash(context.Request);
        if (expected.Fault is { } fault)
            return Problems.InvalidRequest([fault]);
        if (expected.Match is not { } hash)
            return Problems.PreconditionRequired;
        var result = await publication.RemoveCaseAsync(Caller.Of(context), new(new(region, year, scope), name), @case, hash, context.RequestAborted);
        return Answer(context, result, null, StatusCodes.Status204NoContent);
    }

    private static IResult Answer(HttpContext context, PublicationResult result, string? yours, int status)
    {
        var tag = result.Case is { } stored ? Preconditions.ETagOf(stored.Hash) : null;
        if (result.Outcome is PublicationOutcome.Stale or PublicationOutcome.Exists)
            return Problems.CaseChanged(result.Case?.Text, tag, yours);
        if (result.Outcome != PublicationOutcome.Done)
            return DraftAnswers.Of(context, result);
        context.Response.Headers.ETag = tag;
        return TypedResults.StatusCode(status);
    }

    private static async Task<ImmutableArray<StoredCase>?> FindCasesAsync(RubricKey key, string name, DraftStore drafts, CancellationToken cancellation) =>
        await drafts.FindAsync(key.ToString(), name, cancellation) is { } draft ? await drafts.ReadCasesAsync(draft.Id, cancellation) : null;
}
