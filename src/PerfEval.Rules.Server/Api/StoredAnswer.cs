using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>A stored evaluation with all that belongs to it.</summary>
internal sealed record StoredAnswer(
    StoredEvaluation Evaluation, ImmutableArray<EvaluationSummary> Revisions, ImmutableArray<EvaluationEvent> Events, ImmutableArray<Review> Reviews,
    ImmutableArray<Evidence> Evidence, ReadOnlyMemory<byte> Scorecard) : JsonAnswer
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The stored scorecard, or the same with its explanations, which are computed anew.</summary>
    public static ReadOnlyMemory<byte> ScorecardOf(ReadOnlyMemory<byte> submission, ReadOnlyMemory<byte> stored, PublishedRubric rubric, ExplainLevel explain) =>
        explain != ExplainLevel.None && SubmissionReader.Read(submission.Span, rubric.Compiled).Submission is { } read
            ? ScorecardWriter.Write(Scorer.Score(read, explain))
            : stored;

    protected override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var property in JsonSerializer.SerializeToElement(EvaluationListing.Of(Evaluation.Summary), Web).EnumerateObject())
            property.WriteTo(json);
        WriteList(json, "revisions", Revisions.Select(each => new { each.Id, at = ApiTime.Write(each.FiledAt), each.Revision, each.Version, each.Total, each.Grade }));
        WriteList(json, "events", Events.Select(each => new { at = ApiTime.Write(each.At), by = each.By.Name, state = EvaluationListing.StateName(each.State), each.Comment }));
        WriteList(json, "reviewed", Reviews.Select(each => new { each.Number, at = ApiTime.Write(each.At), by = each.By.Name, each.Total, each.Grade, each.Comment }));
        WriteList(json, "evidence", Evidence.Select(each => new { each.Input, each.FileName, each.MediaType, each.Length, hash = "sha256:" + each.Hash, at = ApiTime.Write(each.At), by = each.By.Name }));
        json.WritePropertyName("submission"u8);
        json.WriteRawValue(Evaluation.Submission.Span);
        json.WritePropertyName("scorecard"u8);
        json.WriteRawValue(Scorecard.Span);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, items, Web);
    }
}
