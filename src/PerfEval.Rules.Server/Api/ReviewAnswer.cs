using System.Text.Json;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>A stored review.</summary>
internal static class ReviewAnswer
{
    public static IResult Of(Review review) => TypedResults.Ok(new
    {
        review.EvaluationId,
        review.Number,
        at = ApiTime.Write(review.At),
        by = review.By.Name,
        review.Comment,
        judgements = Judgements.Read(review.Judgements),
        scorecard = Parse(review.Scorecard),
    });

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
