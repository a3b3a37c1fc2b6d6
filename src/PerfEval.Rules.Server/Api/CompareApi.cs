using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>One submission under several rubrics; nothing is stored.</summary>
internal static class CompareApi
{
    public static void MapCompare(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/compare").WithTags("Evaluate").CheckQuery().RequireAuthorization(Policies.Public);
        group.MapPost("", Compare).WithName("Compare")
            .WithSummary("Score a submission under several rubrics, side by side")
            .WithDescription("Nothing is stored. Each rubric is compared with the first: rule by rule the scores, and in words what changed. A rubric that does not take the submission says why and has no scores. Instead of a submission, the id of a stored evaluation that the caller may see; drafts are for authors and reviewers only.")
            .WithMetadata(new Body("CompareRequest", "compare-request"), new Answer("Comparison", "compare"), new Refusals(400, 403, 404, 413, 415, 422));
    }

    private static async Task<IResult> Compare(HttpContext context, RubricReferences references, EvaluationStore evaluations)
    {
        var (body, problem) = await JsonBody.ReadAsync<CompareRequest>(context.Request);
        if (body is null)
            return problem!; // one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        ImmutableArray<RubricName> names = [.. body.Rubrics.Select(name => RubricName.Find(name)!)]; // a body without faults has no others
        if (names.Any(name => name.IsDraft) && !Caller.Of(context).MayReadDrafts)
            return Problems.ForbiddenUnless(Caller.Of(context).IsSignedIn);
        if (await FindSubmissionAsync(body, context, evaluations) is not { } submission)
            return Problems.NotFound;
        var (rubrics, missing) = await FindRubricsAsync(names, references, context.RequestAborted);
        if (missing is not null)
            return missing;

        var comparison = SubmissionComparison.Of(rubrics, submission);
        var ofShape = comparison.Rubrics[0].Faults.Where(ApiFault.IsOfShape).Select(fault => ApiFault.Of(fault, ComparisonAnswer.SubmissionPath)).ToImmutableArray();
        return ofShape.IsEmpty ? new ComparisonAnswer(comparison) : Problems.InvalidRequest(ofShape);
    }

    // Null: there is no such evaluation, or it is not for the caller's eyes.
    private static async Task<ReadOnlyMemory<byte>?> FindSubmissionAsync(CompareRequest body, HttpContext context, EvaluationStore evaluations)
    {
        if (body.Submission is { } sent)
            return Encoding.UTF8.GetBytes(sent.GetRawText());
        if (!Guid.TryParseExact(body.Evaluation, "D", out var id))
            return null;
        var found = await evaluations.FindAsync(id.ToString(), context.RequestAborted);
        return found is not null && Visible.Is(found.Summary, context) ? found.Submission : default(ReadOnlyMemory<byte>?); // a bare null would be an empty text
    }

    private static async Task<(ImmutableArray<CompiledRubric> Rubrics, Problem? Problem)> FindRubricsAsync(
        ImmutableArray<RubricName> names, RubricReferences references, CancellationToken cancellation)
    {
        var rubrics = ImmutableArray.CreateBuilder<CompiledRubric>();
        var (missing, unsound) = (ImmutableArray.CreateBuilder<ApiFault>(), ImmutableArray.CreateBuilder<ApiFault>());
        for (var i = 0; i < names.Length; i++)
        {
            var found = await references.FindAsync(names[i], cancellation);
            if (found.Rubric is { } rubric)
                rubrics.Add(rubric);
            else if (found.Missing is { } fault)
                missing.Add(fault with { Path = CompareRequest.PathOf(i) });
            unsound.AddRange(found.Unsound);
        }

        var problem = missing.Count > 0 ? Problems.RubricNotFound(missing.ToImmutable()) : unsound.Count > 0 ? Problems.DraftUnsound(unsound.ToImmutable()) : null;
        return (rubrics.ToImmutable(), problem);
    }
}
