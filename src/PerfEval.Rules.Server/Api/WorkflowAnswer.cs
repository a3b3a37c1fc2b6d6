using System.Text.Json;
using PerfEval.Rules.Rubrics.Workflows;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>The results of a workflow.</summary>
internal sealed record WorkflowAnswer(WorkflowOutcome Outcome) : JsonAnswer
{
    protected override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("successEvent", Outcome.SuccessEvent);
        json.WriteStartArray("results");
        foreach (var result in Outcome.Results)
            WorkflowResultWriter.Write(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
