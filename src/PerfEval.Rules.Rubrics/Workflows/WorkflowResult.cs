using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>What came of one rule, in the shape of RulesEngine's RuleResultTree. Source: rulesengine-semantics §2.2.</summary>
public sealed record WorkflowResult
{
    /// <summary>The rule as written.</summary>
    public required JsonElement Rule { get; init; }

    /// <summary>Whether it holds.</summary>
    public required bool IsSuccess { get; init; }

    /// <summary>Those of its children that were evaluated; null for a leaf.</summary>
    public ImmutableArray<WorkflowResult>? ChildResults { get; init; }

    /// <summary>What it saw, by name: inputs, global params, its own local params and those around it.</summary>
    public required ImmutableDictionary<string, JsonNode?> Inputs { get; init; }

    /// <summary>Why it does not hold; empty when it does.</summary>
    public required string ExceptionMessage { get; init; }

    /// <summary>What is missing, so that it neither holds nor fails to; beyond RulesEngine's shape.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>What its action put out, or null.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>Why its action failed, or null.</summary>
    public string? ActionException { get; init; }

    /// <summary>What is to happen when it holds: its SuccessEvent, or its name.</summary>
    internal string Event { get; init; } = "";
}

/// <summary>What came of executing a workflow: results, or why there are none.</summary>
/// <param name="Results">Of the enabled rules, in order.</param>
/// <param name="SuccessEvent">That of the first rule that holds; null: none does.</param>
public sealed record WorkflowOutcome(ImmutableArray<WorkflowResult> Results, string? SuccessEvent, ImmutableArray<WorkflowFault> Faults);
