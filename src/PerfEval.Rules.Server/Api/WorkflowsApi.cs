using System.Text.Json;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Workflows;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;

namespace PerfEval.Rules.Server.Api;

/// <summary>Plain RulesEngine workflows, executed by the expression language; nothing is stored.</summary>
internal static class WorkflowsApi
{
    private const string Performance = "Performance";

    public static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/workflows").WithTags("Workflows").CheckQuery().RequireAuthorization(Policies.File);
        group.MapPost("/execute", Execute).WithName("ExecuteWorkflow")
            .WithSummary("Execute a plain RulesEngine workflow on inputs")
            .WithDescription("Rules hold or not; results are in the shape of RulesEngine's RuleResultTree, with its names. Expressions are those of this service's language, which also takes AND, OR, AndAlso and OrElse. What is wrong with the workflow is told before anything is executed, with its place; what goes wrong while executing stands in the result. docs/workflows.md says what is the same as in RulesEngine and what is not.")
            .WithMetadata(new Body("WorkflowRequest", "workflow-request"), new Answer("WorkflowResults", "workflow"), new Refusals(400, 413, 415, 422));
    }

    private static async Task<IResult> Execute(HttpRequest request)
    {
        var (body, problem) = await JsonBody.ReadAsync<WorkflowRequest>(request);
        if (body is null)
            return problem!; // one or the other
        if (body.NestedRuleExecutionMode is not (null or "All" or Performance))
            return Problems.InvalidRequest([ApiFaults.NotAllowed("/nestedRuleExecutionMode", Bilingual.Same("All, Performance"))]);
        var outcome = WorkflowExecutor.Execute(
            body.Workflows, body.WorkflowName, body.Inputs, body.NestedRuleExecutionMode == Performance, AcceptedLanguage.Of(request));
        return outcome.Faults.IsEmpty
            ? new WorkflowAnswer(outcome)
            : Problems.WorkflowRefused([.. outcome.Faults.Select(fault => new ApiFault(fault.Code, fault.Path, fault.Message))]);
    }
}

/// <summary>A workflow and what it is executed on.</summary>
/// <param name="Workflows">A workflow, or an array of them.</param>
/// <param name="Inputs">By name, or an array of what is called input1, input2, …</param>
internal sealed record WorkflowRequest(JsonElement Workflows, JsonElement Inputs, string? WorkflowName = null, string? NestedRuleExecutionMode = null);
