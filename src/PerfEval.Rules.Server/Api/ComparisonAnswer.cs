using System.Text.Json;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scores side by side, as JSON in both languages.</summary>
internal sealed record ComparisonAnswer(SubmissionComparison Comparison) : JsonAnswer
{
    /// <summary>Where the submission stands: in the body of the request, and in a stored evaluation as it is read.</summary>
    public const string SubmissionPath = "/submission";

    protected override void Write(Utf8JsonWriter json) => SubmissionComparisonWriter.Write(json, Comparison, SubmissionPath);
}
