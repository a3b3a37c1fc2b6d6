using System.Text.Json.Nodes;
using Dapper;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>What computing a stored scorecard again gave.</summary>
public enum VerificationVerdict
{
    /// <summary>The same, byte for byte.</summary>
    Same,

    /// <summary>Every figure, status and finding is the same; sentences are worded otherwise: another build of the program wrote them.</summary>
    OtherWording,

    /// <summary>Some figure differs.</summary>
    Differs,

    /// <summary>The stored rubric no longer has the hash that the evaluation names.</summary>
    OtherRubric,

    /// <summary>The rubric or the submission can no longer be read.</summary>
    Unreadable,
}

/// <summary>The check of one stored scorecard.</summary>
/// <param name="Review">The number of the review (复评) whose scorecard it is; 0: the evaluation's own.</param>
/// <param name="Recomputed">The scorecard computed anew; empty when it could not be.</param>
public sealed record Verification(string EvaluationId, int Review, VerificationVerdict Verdict, ReadOnlyMemory<byte> Stored, ReadOnlyMemory<byte> Recomputed);

/// <summary>Computes stored scorecards again from their parts: the stored text of the rubric, and the stored submission.</summary>
/// <param name="scripts">What compiles rules written in C#; null: they do not run, and what they gave differs.</param>
public sealed class EvaluationVerifier(StoreDatabase database, EvaluationStore evaluations, ReviewStore reviews, IScriptCompiler? scripts = null)
{
    /// <summary>Checks an evaluation and its reviews; null: there is no such evaluation.</summary>
    public async Task<IReadOnlyList<Verification>?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await evaluations.FindAsync(id, cancellation) is not { } evaluation)
            return null;
        var text = await FindRubricAsync(evaluation.Summary, cancellation);
        List<Verification> checks = [Verify(id, 0, text, evaluation.Summary.Hash, evaluation.Submission, evaluation.Scorecard)];
        foreach (var review in await reviews.FindAsync(id, cancellation))
            checks.Add(Verify(id, review.Number, text, evaluation.Summary.Hash, review.Submission, review.Scorecard));
        return checks;
    }

    private async Task<byte[]?> FindRubricAsync(EvaluationSummary evaluation, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT text FROM rubric_version WHERE rubric = @Rubric AND version = @Version",
            new { evaluation.Identity.Rubric, evaluation.Version },
            cancellationToken: cancellation));
    }

    private Verification Verify(string id, int review, byte[]? text, string hash, ReadOnlyMemory<byte> submission, ReadOnlyMemory<byte> stored)
    {
        if (text is null || RubricLoader.Load(text, scripts: scripts).Rubric is not { } rubric)
            return new(id, review, VerificationVerdict.Unreadable, stored, default);
        if (rubric.Hash != hash)
            return new(id, review, VerificationVerdict.OtherRubric, stored, default);
        if (SubmissionReader.Read(submission.Span, rubric).Submission is not { } read)
            return new(id, review, VerificationVerdict.Unreadable, stored, default);
        var recomputed = ScorecardWriter.Write(Scorer.Score(read, ExplainLevel.None));
        return new(id, review, Compare(stored.Span, recomputed), stored, recomputed);
    }

    private static VerificationVerdict Compare(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> recomputed)
    {
        if (stored.SequenceEqual(recomputed))
            return VerificationVerdict.Same;
        return JsonNode.DeepEquals(WithoutWords(stored), WithoutWords(recomputed)) ? VerificationVerdict.OtherWording : VerificationVerdict.Differs;
    }

    private static JsonNode? WithoutWords(ReadOnlySpan<byte> scorecard)
    {
        var root = JsonNode.Parse(scorecard);
        Strip(root);
        return root;
    }

    // Sentences are objects of two languages, wherever they stand.
    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Strip(item);
        }
        else if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToArray())
            {
                if (value is JsonObject { Count: 2 } sentence && sentence.ContainsKey("zh") && sentence.ContainsKey("en"))
                    properties.Remove(name);
                else
                    Strip(value);
            }
        }
    }
}
