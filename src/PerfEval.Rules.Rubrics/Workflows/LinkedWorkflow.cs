using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>A workflow bound to the inputs of one request.</summary>
internal sealed record LinkedWorkflow(ImmutableArray<WorkflowInput> Inputs, ImmutableArray<LinkedWorkflowParam> Globals, ImmutableArray<LinkedWorkflowRule> Rules, int SlotCount);

/// <summary>An input with its value.</summary>
/// <param name="Json">As a result shows it.</param>
internal sealed record WorkflowInput(Symbol Symbol, Value Value, JsonNode? Json);

/// <summary>A param in its slot.</summary>
internal sealed record LinkedWorkflowParam(string Name, Symbol Symbol, Expression Expression);

/// <summary>A rule with its parts.</summary>
/// <param name="Condition">Null for an operator.</param>
/// <param name="Children">The enabled ones.</param>
internal sealed record LinkedWorkflowRule(
    WorkflowRule Rule, ImmutableArray<LinkedWorkflowParam> Locals, Expression? Condition, ImmutableArray<LinkedWorkflowRule> Children)
{
    /// <summary>What OnSuccess puts out, or null.</summary>
    public Expression? SuccessOutput { get; init; }

    /// <summary>What OnFailure puts out, or null.</summary>
    public Expression? FailureOutput { get; init; }
}
