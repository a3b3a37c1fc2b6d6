using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>
/// Executes plain RulesEngine workflows by the expression language: pure, nothing remembered between calls. What is wrong with a workflow is told before anything
/// is executed; what goes wrong while executing stands in the result. Source: rulesengine-semantics.md.
/// </summary>
public sealed class WorkflowExecutor
{
    private const int MostCalls = 16;

    private static readonly ImmutableArray<ExpressionType> Nothings = [ExpressionType.Number, ExpressionType.Text, ExpressionType.Bool];

    private readonly WorkflowSet set;
    private readonly bool stopsEarly;
    private readonly string language;

    private WorkflowExecutor(WorkflowSet set, bool stopsEarly, string language) => (this.set, this.stopsEarly, this.language) = (set, stopsEarly, language);

    /// <summary>Executes all rules of a workflow.</summary>
    /// <param name="workflows">A workflow, or an array of them that may inject and call each other.</param>
    /// <param name="name">Which one; null: the first.</param>
    /// <param name="inputs">By name, or an array whose items are called <c>input1</c>, <c>input2</c>, …</param>
    /// <param name="stopsEarly">NestedRuleExecutionMode: Performance, instead of All.</param>
    /// <param name="language">Of messages.</param>
    public static WorkflowOutcome Execute(JsonElement workflows, string? name, JsonElement inputs, bool stopsEarly = false, string language = "zh")
    {
        var faults = ImmutableArray.CreateBuilder<WorkflowFault>();
        if (!JsonTexts.AreSound(workflows, "/workflows", faults) || !JsonTexts.AreSound(inputs, "/inputs", faults))
            return new([], null, faults.DrainToImmutable());
        var read = new WorkflowReader(faults).Read(workflows, "/workflows");
        var set = new WorkflowSet(read, faults);
        var given = NameInputs(inputs, faults);
        var chosen = set.Find(name ?? (read.IsEmpty ? "" : read[0].Name));
        if (chosen is null && faults.Count == 0)
            faults.Add(WorkflowFaults.NotFound("/workflowName", name ?? "", set.Names));
        if (chosen is null || faults.Count > 0)
            return new([], null, faults.DrainToImmutable());
        return new WorkflowExecutor(set, stopsEarly, language).Execute(chosen, given, "/inputs", null, 0);
    }

    private static ImmutableArray<KeyValuePair<string, JsonElement>> NameInputs(JsonElement inputs, ImmutableArray<WorkflowFault>.Builder faults)
    {
        if (inputs.ValueKind == JsonValueKind.Object)
            return [.. inputs.EnumerateObject().Select(input => KeyValuePair.Create(input.Name, input.Value))];
        if (inputs.ValueKind == JsonValueKind.Array)
            return [.. inputs.EnumerateArray().Select((input, i) => KeyValuePair.Create(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"input{i + 1}"), input))];
        faults.Add(WorkflowFaults.WrongType("/inputs", new("对象或数组", "an object or an array")));
        return [];
    }

    private WorkflowOutcome Execute(Workflow workflow, ImmutableArray<KeyValuePair<string, JsonElement>> inputs, string path, string? onlyRule, int calls)
    {
        var (linked, faults) = Link(workflow, inputs, path);
        if (!faults.IsEmpty)
            return new([], null, faults);
        var run = new WorkflowRun(linked, stopsEarly, language);
        var results = run.Evaluate(onlyRule).Select(rule => Act(rule, run, calls, isCalled: onlyRule is not null)).ToImmutableArray();
        return new(results, results.FirstOrDefault(result => result.IsSuccess)?.Event, []);
    }

    // What is null throughout has no type of its own: it gets the one with which everything fits.
    private static (LinkedWorkflow Linked, ImmutableArray<WorkflowFault> Faults) Link(Workflow workflow, ImmutableArray<KeyValuePair<string, JsonElement>> inputs, string path)
    {
        (LinkedWorkflow, ImmutableArray<WorkflowFault>)? first = null;
        foreach (var nothing in Nothings)
        {
            var faults = ImmutableArray.CreateBuilder<WorkflowFault>();
            var linked = new WorkflowLinker(faults, nothing).Link(workflow, inputs, path);
            if (faults.Count == 0)
                return (linked, []);
            first ??= (linked, faults.DrainToImmutable());
        }

        return first!.Value; // there is more than one type
    }

    /// <summary>Carries out the actions of the children, then the rule's own. Of a rule that was called, only its own.</summary>
    private WorkflowResult Act(EvaluatedRule rule, WorkflowRun run, int calls, bool isCalled)
    {
        var children = rule.Result.ChildResults is null ? default(ImmutableArray<WorkflowResult>?) : [.. rule.Children.Select(child => ActOrNot(rule, child, run, calls, isCalled))];
        var result = rule.Result with { ChildResults = children };
        var (action, output) = result.IsSuccess ? (rule.Rule.Rule.OnSuccess, rule.Rule.SuccessOutput) : (rule.Rule.Rule.OnFailure, rule.Rule.FailureOutput);
        if (action is null)
            return result;
        if (action.Is(WorkflowAction.EvaluateRule))
            return Call(result, action, calls);
        if (output is null)
            return Fail(result, "OutputExpressionAction", "Argument `expression` was not found in the action context");
        var value = run.ValueOf(output, rule);
        return value.Fault is { } fault ? Fail(result, "OutputExpressionAction", fault.Message.For(language)) : result with { Output = ValueJson.Of(value, output.Type) };
    }

    private WorkflowResult ActOrNot(EvaluatedRule parent, EvaluatedRule child, WorkflowRun run, int calls, bool isCalled) =>
        isCalled ? child.Result : Act(child with { Locals = [.. parent.Locals, .. child.Locals] }, run, calls, isCalled);

    private WorkflowResult Call(WorkflowResult result, WorkflowAction action, int calls)
    {
        const string Name = "EvaluateRuleAction";
        if (!action.Context.TryGetValue("workflowName", out var workflowName))
            return Fail(result, Name, "Argument `workflowName` was not found in the action context");
        if (!action.Context.TryGetValue("ruleName", out var ruleName))
            return Fail(result, Name, "Argument `ruleName` was not found in the action context");
        if (calls >= MostCalls)
            return Fail(result, Name, "rules call each other too deeply");
        if (set.Find(workflowName) is not { } workflow || !workflow.Rules.Any(rule => rule.IsEnabled && rule.Name == ruleName))
            return Fail(result, Name, $"Workflow `{workflowName}` does not contain any rule named `{ruleName}`");
        var outcome = Execute(workflow, FilterInputs(result, action, workflow), "", ruleName, calls + 1);
        return outcome.Faults is [var fault, ..]
            ? Fail(result, Name, $"{fault.Code} {fault.Path}: {fault.Message.For(language)}")
            : result with { Output = outcome.Results[0].Output?.DeepClone() };
    }

    // The called workflow computes global params of its own.
    private static ImmutableArray<KeyValuePair<string, JsonElement>> FilterInputs(WorkflowResult result, WorkflowAction action, Workflow called)
    {
        var kept = action.Context.TryGetValue(WorkflowAction.InputFilter, out var filter) ? WorkflowAction.NamesIn(filter) : null;
        return
        [
            .. from input in result.Inputs
               where (kept is null || kept.Contains(input.Key)) && called.GlobalParams.All(param => param.Name != input.Key)
               orderby input.Key
               select KeyValuePair.Create(input.Key, JsonSerializer.SerializeToElement(input.Value)),
        ];
    }

    private static WorkflowResult Fail(WorkflowResult result, string action, string why) => result with { ActionException = $"Exception while executing {action}: {why}" };
}
