using Microsoft.Net.Http.Headers;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>Files that support an evaluation's figures: kept by their hash, given back as they came, never opened here.</summary>
internal static class EvidenceApi
{
    private const int LongestName = 200;

    private static readonly QueryParameter Name = QueryParameter.Text("name", $"^[^\\u0000-\\u001f/\\\\]{{1,{LongestName}}}$", "The file's name, for people.");

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluations/{id}/evidence").WithTags("Evaluations").CheckQuery();
        group.MapPut("/{input}", Put).WithName("PutEvidence").RequireAuthorization(Policies.File).WithQuery(Name)
            .WithSummary("Keep a file that supports an input").WithDescription($"PDF, PNG, JPEG, docx or xlsx, at most {EvidenceTypes.MaxMegabytes} MB, as the body itself.")
            .WithMetadata([.. EvidenceTypes.Known.Select(type => new Body("File", null, type)), new Refusals(400, 404, 413, 415), new RequestSizeLimit(EvidenceTypes.MaxBytes)])
            .Produces<EvidenceAnswer>();
        group.MapGet("/{hash}", Get).WithName("GetEvidence").RequireAuthorization(Policies.ReadOwn)
            .WithSummary("A file of an evaluation, to be saved").WithMetadata([.. EvidenceTypes.Known.Select(type => new Answer("File", null, type)), new Refusals(404)]);
    }

    private static async Task<IResult> Put(
        string id, string input, HttpContext context, EvaluationStore evaluations, EvidenceKeeper keeper, RubricLookup rubrics)
    {
        var (request, caller, cancellation) = (context.Request, Caller.Of(context), context.RequestAborted);
        if (await evaluations.FindAsync(id, cancellation) is not { } found || !caller.MayFile(found.Summary.Identity.Department, found.Summary.Scope.Region))
            return Problems.NotFound;
        if (!rubrics.Get(found.Summary).Compiled.InputsByName.TryGetValue(Names.Normalize(input), out var known))
            return Problems.NotFound;
        RequestBody.LetDrain(request);
        var mediaType = request.ContentType?.Split(';')[0].Trim() ?? "";
        return await keeper.KeepAsync(id, known.Name, Name.Find(request) ?? known.Name, mediaType, request.ContentLength, request.Body, caller, cancellation) switch
        {
            { Hash: { } hash } kept => TypedResults.Ok(new EvidenceAnswer(known.Name, "sha256:" + hash, kept.Length)),
            { Refusal: EvidenceRefusal.TooLarge } => Problems.EvidenceTooLarge,
            _ => Problems.EvidenceTypeRefused,
        };
    }

    private static async Task<IResult> Get(string id, string hash, HttpContext context, EvaluationStore evaluations, EvidenceStore evidence)
    {
        if (await evaluations.FindAsync(id, context.RequestAborted) is not { } found || !Visible.Is(found.Summary, context))
            return Problems.NotFound;
        var files = await evidence.FindAsync(id, context.RequestAborted);
        if (files.FirstOrDefault(file => "sha256:" + file.Hash == hash) is not { } file || await evidence.FindContentAsync(file.Hash, context.RequestAborted) is not { } content)
            return Problems.NotFound;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(content, file.MediaType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
    }

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}

/// <summary>A kept file.</summary>
internal sealed record EvidenceAnswer(string Input, string Hash, long Length);
