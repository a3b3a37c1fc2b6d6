using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Evaluates the rules of a linked workflow; actions come afterwards. Dies with one execution. Source: rulesengine-semantics §2.1, 4, 5, 8.</summary>
/// <param name="stopsEarly">Whether an operator stops at the child that decides it (Performance) instead of evaluating all.</param>
internal sealed class WorkflowRun(LinkedWorkflow workflow, bool stopsEarly, string language)
{
    private static readonly ImmutableDictionary<string, JsonNode?> Nothing = ImmutableDictionary<string, JsonNode?>.Empty.WithComparers(StringComparer.Ordinal);

    private readonly Frame frame = new(workflow.SlotCount);

    /// <summary>The results of the top-level rules with what each of them, and its actions, need.</summary>
    public ImmutableArray<EvaluatedRule> Evaluate(string? onlyRule = null)
    {
        var seen = Nothing;
        foreach (var input in workflow.Inputs)
        {
            frame.Slots[input.Symbol.Slot] = input.Value;
            seen = seen.SetItem(input.Symbol.Name, input.Json);
        }

        if (workflow.Inputs is [{ Value.Row: { } row } only])
            row.Cells.CopyTo(frame.Slots, only.Symbol.Slot + 1); // the slots of its members follow its own
        var failure = Evaluate(workflow.Globals, ref seen);
        return [.. workflow.Rules.Where(rule => onlyRule is null || rule.Rule.Name == onlyRule).Select(rule => Evaluate(rule, seen, failure))];
    }

    /// <summary>The value of an expression of the last rule that was evaluated.</summary>
    public Value ValueOf(Language.Expression expression, EvaluatedRule rule)
    {
        foreach (var (slot, value) in rule.Locals)
            frame.Slots[slot] = value;
        return expression.Evaluate(frame);
    }

    private EvaluatedRule Evaluate(LinkedWorkflowRule rule, ImmutableDictionary<string, JsonNode?> seen, string? globalFailure)
    {
        if (globalFailure is not null)
            return Failed(rule, seen, globalFailure);
        var failure = Evaluate(rule.Locals, ref seen);
        ImmutableArray<(int, Value)> locals = [.. rule.Locals.Select(local => (local.Symbol.Slot, frame.Slots[local.Symbol.Slot]))];
        if (failure is not null)
            return Failed(rule, seen, $"Error while executing scoped params for rule `{rule.Rule.Name}` - {failure}") with { Locals = locals };
        var evaluated = rule.Condition is { } condition ? EvaluateLeaf(rule, condition, seen) : EvaluateChildren(rule, seen);
        return evaluated with { Locals = locals };
    }

    private EvaluatedRule EvaluateLeaf(LinkedWorkflowRule rule, Language.Expression condition, ImmutableDictionary<string, JsonNode?> seen)
    {
        var value = condition.Evaluate(frame);
        return value.Fault is { } fault
            ? Failed(rule, seen, $"Error while executing rule : {rule.Rule.Name} - {fault.Message.For(language)}")
            : new(rule, Describe(rule, seen, value.IsTrue, null) with { Missing = [.. value.Absence.Gaps.Select(gap => gap.Name)] }, []);
    }

    private EvaluatedRule EvaluateChildren(LinkedWorkflowRule rule, ImmutableDictionary<string, JsonNode?> seen)
    {
        var needsAll = rule.Rule.NeedsAll == true;
        var children = ImmutableArray.CreateBuilder<EvaluatedRule>();
        foreach (var child in rule.Children)
        {
            children.Add(Evaluate(child, seen, null));
            if (stopsEarly && children[^1].Result.IsSuccess != needsAll)
                break;
        }

        // No child left is false for either operator.
        var holds = children.Count > 0 && (needsAll ? children.All(child => child.Result.IsSuccess) : children.Any(child => child.Result.IsSuccess));
        return new(rule, Describe(rule, seen, holds, null) with { ChildResults = [] }, children.DrainToImmutable());
    }

    // Every param is evaluated, whether anything uses it or not; the first that fails is told of.
    private string? Evaluate(ImmutableArray<LinkedWorkflowParam> linked, ref ImmutableDictionary<string, JsonNode?> seen)
    {
        foreach (var param in linked)
        {
            var value = param.Expression.Evaluate(frame);
            if (value.Fault is { } fault)
                return fault.Message.For(language) + ", in ScopedParam: " + param.Name;
            frame.Slots[param.Symbol.Slot] = value;
            seen = seen.SetItem(param.Symbol.Name, ValueJson.Of(value, param.Expression.Type));
        }

        return null;
    }

    private static EvaluatedRule Failed(LinkedWorkflowRule rule, ImmutableDictionary<string, JsonNode?> seen, string why) =>
        new(rule, Describe(rule, seen, false, why) with { ChildResults = rule.Condition is null ? [] : null }, []);

    private static WorkflowResult Describe(LinkedWorkflowRule rule, ImmutableDictionary<string, JsonNode?> seen, bool holds, string? why) => new()
    {
        Rule = rule.Rule.Source,
        IsSuccess = holds,
        Inputs = seen,
        ExceptionMessage = holds ? "" : why ?? (rule.Rule.ErrorMessage is { } template ? WorkflowMessage.Fill(template, seen) : ""),
        Event = rule.Rule.SuccessEvent ?? rule.Rule.Name,
    };
}

/// <summary>A rule with its result, before its action.</summary>
/// <param name="Children">Those that were evaluated.</param>
internal sealed record EvaluatedRule(LinkedWorkflowRule Rule, WorkflowResult Result, ImmutableArray<EvaluatedRule> Children)
{
    /// <summary>The values of its own local params, by slot; those around it are its parents'.</summary>
    public ImmutableArray<(int Slot, Value Value)> Locals { get; init; } = [];
}
