using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Scorecard to JSON: the same bytes for the same scorecard.</summary>
public static class ScorecardWriter
{
    /// <summary>Writes the scorecard as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, Scorecard scorecard) => throw new NotSupportedException();
}
