using System.Text.Json;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>A scorecard in its envelope.</summary>
/// <param name="Filed">Under which id, when and as which revision it was filed; null for a dry run.</param>
/// <param name="ResolvedFrom">The rubric of a wider region that answered, or null.</param>
internal sealed record Evaluation(Scorecard Scorecard, FilingOutcome.Stored? Filed, string? ResolvedFrom) : JsonAnswer
{
    /// <summary>Writes what belongs into the envelope.</summary>
    public void WriteProperties(Utf8JsonWriter json)
    {
        if (Filed is { } filed)
        {
            json.WriteString("id"u8, filed.Id);
            json.WriteString("at"u8, ApiTime.Write(filed.At));
            json.WriteNumber("revision"u8, filed.Revision);
        }

        if (ResolvedFrom is not null)
            json.WriteString("resolvedFrom"u8, ResolvedFrom);
        json.WritePropertyName("scorecard"u8);
        ScorecardWriter.Write(json, Scorecard);
    }

    protected override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteProperties(json);
        json.WriteEndObject();
    }
}
