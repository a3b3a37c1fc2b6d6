using System.Collections.Immutable;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>A plain RulesEngine workflow: rules that hold or do not, without weights. Immutable.</summary>
/// <param name="Path">JSON Pointer to it.</param>
internal sealed record Workflow(string Name, string Path)
{
    /// <summary>Named expressions that every rule sees, in order.</summary>
    public ImmutableArray<WorkflowParam> GlobalParams { get; init; } = [];

    /// <summary>The rules, in order.</summary>
    public ImmutableArray<WorkflowRule> Rules { get; init; } = [];

    /// <summary>Workflows whose rules come after these.</summary>
    public ImmutableArray<string> Injected { get; init; } = [];
}

/// <summary>A rule of a workflow: a leaf with an expression, or an operator over children.</summary>
internal sealed record WorkflowRule(string Name, string Path)
{
    /// <summary>The rule as written; a result gives it back.</summary>
    public required JsonElement Source { get; init; }

    /// <summary>What has to hold; null for an operator.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether all children have to hold (true), one of them (false), or there are none (null).</summary>
    public bool? NeedsAll { get; init; }

    /// <summary>The children, in order.</summary>
    public ImmutableArray<WorkflowRule> Rules { get; init; } = [];

    /// <summary>Named expressions that the rule and its children see, in order.</summary>
    public ImmutableArray<WorkflowParam> LocalParams { get; init; } = [];

    /// <summary>Without it the rule is as though it were not there.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>What is said when it does not hold, with <c>$(…)</c> places.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What happens when it holds; null: the rule's name.</summary>
    public string? SuccessEvent { get; init; }

    /// <summary>What is done when it holds, or null.</summary>
    public WorkflowAction? OnSuccess { get; init; }

    /// <summary>What is done when it does not, or null.</summary>
    public WorkflowAction? OnFailure { get; init; }
}

/// <summary>A named expression.</summary>
internal sealed record WorkflowParam(string Name, string Expression, string Path);

/// <summary>What is done with a result.</summary>
/// <param name="Context">Its arguments by name, case ignored: texts as they are, anything else as JSON.</param>
internal sealed record WorkflowAction(string Name, ImmutableDictionary<string, string> Context, string Path)
{
    /// <summary>Evaluates <c>expression</c>.</summary>
    public const string OutputExpression = "OutputExpression";

    /// <summary>Evaluates the rule <c>ruleName</c> of <c>workflowName</c>.</summary>
    public const string EvaluateRule = "EvaluateRule";

    /// <summary>Names the values that a called rule sees.</summary>
    public const string InputFilter = "inputFilter";

    /// <summary>An array of names, or null when the text is none.</summary>
    public static string[]? NamesIn(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it is of a kind.</summary>
    public bool Is(string kind) => Name.Equals(kind, StringComparison.OrdinalIgnoreCase);
}
