using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>Drafts of rubrics: writing them.</summary>
internal static partial class DraftsApi
{
    private const string Root = "/rubrics/{region}/{year:int}/{scope}/drafts";

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Drafts").CheckQuery();
        MapTexts(group);
        MapCases(group);
        MapReview(group);
    }

    private static void MapTexts(RouteGroupBuilder group)
    {
        group.MapGet("", List).RequireAuthorization(Policies.ReadDrafts).WithName("ListDrafts").WithSummary("The open drafts of a rubric")
            .Produces<DraftView[]>();
        group.MapPost("", Create).RequireAuthorization(Policies.Author).WithName("CreateDraft").WithSummary("Begin a draft from a version, or from scratch")
            .WithDescription("`from` is a version of this rubric, or `region/year/scope@version` of another; without it the draft begins from scratch. The cases of the version come along.")
            .WithMetadata(new Body("NewDraft", "draft-create"), new Refusals(400, 401, 403, 404, 409, 413, 415)).Produces<DraftView>(StatusCodes.Status201Created);
        group.MapGet("/{name}", Get).RequireAuthorization(Policies.ReadDrafts).WithName("GetDraft").WithSummary("A draft with its text")
            .WithDescription("Its ETag is the revision in quotation marks.")
            .WithMetadata(new Refusals(404)).Produces<DraftView>();
        group.MapPut("/{name}", Put).RequireAuthorization(Policies.Author).WithName("PutDraft").WithSummary("Save the text of a draft")
            .WithDescription("The body is the rubric file, sound or not. `If-Match` names the revision it was made from; `If-None-Match: *` begins a new draft. A lost update is 412, with the stored text and yours.")
            .WithMetadata(new Body("Rubric", "draft-text"), new Refusals(400, 401, 403, 404, 409, 412, 413, 415, 428)).Produces<DraftView>().Produces<DraftView>(StatusCodes.Status201Created);
        group.MapDelete("/{name}", Discard).RequireAuthorization(Policies.Author).WithName("DiscardDraft").WithSummary("Give a draft up")
            .WithDescription("It stays in the history. `If-Match` is optional.")
            .WithMetadata(new Refusals(400, 401, 403, 404, 409, 412)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(string region, int year, string scope, DraftStore drafts, CancellationToken cancellation)
    {
        var open = await drafts.ListAsync(new RubricKey(region, year, scope).ToString(), cancellation);
        return TypedResults.Ok(open.Select(draft => DraftView.Of(draft) with { Text = null }));
    }

    private static async Task<IResult> Get(string region, int year, string scope, string name, HttpContext context, DraftStore drafts)
    {
        var draft = await drafts.FindAsync(new RubricKey(region, year, scope).ToString(), name, context.RequestAborted);
        return draft is null ? Problems.DraftNotFound : DraftAnswers.Show(context, draft);
    }

    private static async Task<IResult> Create(string region, int year, string scope, HttpContext context, Publication publication)
    {
        var key = new RubricKey(region, year, scope);
        var (body, problem) = await JsonBody.ReadAsync<DraftToCreate>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        var source = body.From is { } from ? VersionName.Find(from) ?? new(key, from) : (VersionName?)null;
        var result = await publication.CreateAsync(Caller.Of(context), key, body.Name, source, context.RequestAborted);
        return result.Outcome switch
        {
            PublicationOutcome.Missing => Problems.RubricNotFound([ApiFaults.NoSource(body.From ?? "")]),
            PublicationOutcome.Exists => Problems.DraftExists,
            _ => DraftAnswers.Of(context, result, StatusCodes.Status201Created),
        };
    }

    private static async Task<IResult> Put(string region, int year, string scope, string name, HttpContext context, Publication publication)
    {
        var expected = Preconditions.Of(context.Request);
        if (expected.Fault is { } fault)
            return Problems.InvalidRequest([fault]);
        if (expected.IsAbsent)
            return Problems.PreconditionRequired;
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(context.Request, body, context.RequestAborted) is { } unreadable)
            return unreadable;
        if (RequestBody.FindText(body.Written.Span) is not { } text)
            return Problems.InvalidRequest([ApiFaults.NotText]);
        var result = await publication.SaveAsync(Caller.Of(context), new(region, year, scope), name, expected.Match, text, context.RequestAborted);
        return result is { Outcome: PublicationOutcome.Stale or PublicationOutcome.Exists, Draft: { } stored }
            ? Problems.DraftChanged(stored.Text, Preconditions.ETagOf(stored.Revision), text)
            : DraftAnswers.Of(context, result, expected.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Discard(string region, int year, string scope, string name, HttpContext context, Publication publication)
    {
        var expected = Preconditions.Of(context.Request);
        if (expected.Fault is { } fault)
            return Problems.InvalidRequest([fault]);
        var result = await publication.DiscardAsync(Caller.Of(context), new(region, year, scope), name, expected.Match, context.RequestAborted);
        return result.Outcome == PublicationOutcome.Done ? TypedResults.NoContent() : DraftAnswers.Of(context, result);
    }
}
