using System.IO.Compression;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>What is done with published versions: comparing, exporting, retiring.</summary>
internal static class VersionsApi
{
    private const string Zip = "application/zip";
    private const string Side = "^.{1,80}$";

    private static readonly QueryParameter From = QueryParameter.Text("from", Side, "A version, or `draft:` and the name of a draft.");
    private static readonly QueryParameter To = QueryParameter.Text("to", Side, "A version, or `draft:` and the name of a draft.");

    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/rubrics/{region}/{year:int}/{scope}").WithTags("Versions").CheckQuery();
        group.MapGet("/diff", Diff).RequireAuthorization(Policies.Public).WithName("DiffRubric").WithQuery(From, To)
            .WithSummary("What differs between two versions, or a version and a draft, each change in words")
            .WithDescription("Drafts are compared for authors and reviewers only.")
            .WithMetadata(new Refusals(400, 403, 404, 422)).Produces<DiffView>();
        group.MapGet("/versions/{version}/export", Export).RequireAuthorization(Policies.Public).WithName("ExportVersion")
            .WithSummary("A version and its cases as the files of a pack").WithDescription("Unpacked below `rubrics/`, it is the pack that publishes the very same version elsewhere.")
            .WithMetadata(new Answer("File", null, Zip), new Refusals(404));
        group.MapPost("/versions/{version}/retire", Retire).RequireAuthorization(Policies.Review).WithName("RetireVersion")
            .WithSummary("End a version's service").WithDescription("It is no longer chosen by itself, and stays addressable for good. The comment says why.")
            .WithMetadata(new Body("Comment", "draft-comment"), new Refusals(400, 401, 403, 404, 409, 413, 415)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Diff(string region, int year, string scope, HttpContext context, RubricSides sides)
    {
        var key = new RubricKey(region, year, scope);
        if (From.Find(context.Request) is not { } from || To.Find(context.Request) is not { } to)
            return Problems.InvalidRequest([.. ((QueryParameter[])[From, To]).Where(side => side.Find(context.Request) is null).Select(side => ApiFaults.MissingQuery(side.Name))]);
        if ((RubricSides.IsDraft(from) || RubricSides.IsDraft(to)) && !Caller.Of(context).MayReadDrafts)
            return Problems.ForbiddenUnless(Caller.Of(context).IsSignedIn);
        var (old, @new) = (await sides.FindAsync(key, from, context.RequestAborted), await sides.FindAsync(key, to, context.RequestAborted));
        if (old is null || @new is null)
            return Problems.RubricNotFound([ApiFaults.NoSource(old is null ? from : to)]);
        return old.CompareWith(@new) is { } change
            ? TypedResults.Ok(DiffView.Of(old, @new, change, AcceptedLanguage.Of(context.Request)))
            : Problems.DraftUnsound([.. old.Diagnostics.Concat(@new.Diagnostics).Select(diagnostic => new ApiFault(diagnostic.Code, diagnostic.Path, diagnostic.Message))]);
    }

    private static async Task<IResult> Export(string region, int year, string scope, string version, RubricStore rubrics, RubricLookup lookup, CancellationToken cancellation)
    {
        var key = new RubricKey(region, year, scope);
        if (await rubrics.ExportAsync(key.ToString(), version, cancellation) is not { } files)
            return Problems.RubricNotFound([lookup.Find(key, version, canFallBack: false).Fault ?? ApiFaults.NoSource(version)]);
        using var buffer = new MemoryStream();
        await using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await using var entry = await zip.CreateEntry(file.Path).OpenAsync(cancellation);
                await entry.WriteAsync(file.Utf8, cancellation);
            }
        }

        return TypedResults.File(buffer.ToArray(), Zip, $"{region}-{year}-{scope}-{version}.zip");
    }

    private static async Task<IResult> Retire(string region, int year, string scope, string version, HttpContext context, Publication publication)
    {
        var (comment, problem) = await Comment.ReadAsync(context.Request);
        if (problem is not null)
            return problem;
        var outcome = await publication.RetireAsync(Caller.Of(context), new(new(region, year, scope), version), comment, context.RequestAborted);
        return outcome switch
        {
            PublicationOutcome.Done => TypedResults.NoContent(),
            PublicationOutcome.Missing => Problems.RubricNotFound([ApiFaults.NoSource(version)]),
            _ => DraftAnswers.Of(context, new(outcome)),
        };
    }
}
