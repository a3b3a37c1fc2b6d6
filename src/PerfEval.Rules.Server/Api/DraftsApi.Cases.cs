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
            .WithMetadata(new Refusals(404)).Produces<StoredCase[]>();
        group.MapGet("/{name}/cases/{case}", GetCase).RequireAuthorization(Policies.ReadDrafts).WithName("GetDraftCase").WithSummary("A case of a draft, as it was sent")
            .WithMetadata(new Answer("Case", null), new Refusals(404));
        group.MapPut("/{name}/cases/{case}", PutCase).RequireAuthorization(Policies.Author).WithName("PutDraftCase").WithSummary("Add or replace a case of a draft")
            .WithMetadata(new Body("Case", "draft-case"), new Refusals(400, 401, 403, 404, 409, 413, 415)).Produces(StatusCodes.Status204NoContent);
        group.MapDelete("/{name}/cases/{case}", RemoveCase).RequireAuthorization(Policies.Author).WithName("RemoveDraftCase").WithSummary("Remove a case of a draft")
            .WithMetadata(new Refusals(401, 403, 404, 409)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListCases(string region, int year, string scope, string name, DraftStore drafts, CancellationToken cancellation) =>
        await FindCasesAsync(new(region, year, scope), name, drafts, cancellation) is { } cases ? TypedResults.Ok(cases.AsEnumerable()) : Problems.DraftNotFound;

    private static async Task<IResult> GetCase(string region, int year, string scope, string name, string @case, DraftStore drafts, CancellationToken cancellation)
    {
        if (await FindCasesAsync(new(region, year, scope), name, drafts, cancellation) is not { } cases)
            return Problems.DraftNotFound;
        return cases.FirstOrDefault(stored => stored.Name == @case) is { } found
            ? TypedResults.Text(found.Text, "application/json", System.Text.Encoding.UTF8)
            : Problems.DraftNotFound;
    }

    private static async Task<IResult> PutCase(string region, int year, string scope, string name, string @case, HttpContext context, Publication publication)
    {
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(context.Request, body, context.RequestAborted) is { } unreadable)
            return unreadable;
        if (RequestBody.FindText(body.Written.Span) is not { } text)
            return Problems.InvalidRequest([ApiFaults.NotText]);
        var result = await publication.PutCaseAsync(Caller.Of(context), new(region, year, scope), name, new(@case, text), context.RequestAborted);
        return result.Outcome == PublicationOutcome.Done ? TypedResults.NoContent() : DraftAnswers.Of(context, result);
    }

    private static async Task<IResult> RemoveCase(string region, int year, string scope, string name, string @case, HttpContext context, Publication publication)
    {
        var result = await publication.RemoveCaseAsync(Caller.Of(context), new(region, year, scope), name, @case, context.RequestAborted);
        return result.Outcome == PublicationOutcome.Done ? TypedResults.NoContent() : DraftAnswers.Of(context, result);
    }

    private static async Task<ImmutableArray<StoredCase>?> FindCasesAsync(RubricKey key, string name, DraftStore drafts, CancellationToken cancellation) =>
        await drafts.FindAsync(key.ToString(), name, cancellation) is { } draft ? await drafts.ReadCasesAsync(draft.Id, cancellation) : null;
}
