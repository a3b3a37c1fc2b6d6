using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>
/// Reads workflows as RulesEngine writes them: names of properties in any case, unknown ones passed over, one workflow or an array. All faults are reported.
/// Source: rulesengine-semantics §1.
/// </summary>
internal sealed class WorkflowReader(ImmutableArray<WorkflowFault>.Builder faults)
{
    private static readonly string[] All = ["And", "AndAlso"];
    private static readonly string[] Any = ["Or", "OrElse"];

    public ImmutableArray<Workflow> Read(JsonElement root, string path) => root.ValueKind == JsonValueKind.Object
        ? [ReadWorkflow(root, path)]
        : ItemsOf(root, path, new("一个或多个工作流", "a workflow, or an array of them")).Select(item => ReadWorkflow(item.Value, item.Path)).ToImmutableArray();

    private Workflow ReadWorkflow(JsonElement json, string path)
    {
        var name = FindText(json, "WorkflowName", path) ?? "";
        if (name.Length == 0)
            faults.Add(WorkflowFaults.NoName(path));
        var injected = Items(json, "WorkflowsToInject", path).Concat(Items(json, "WorkflowRulesToInject", path)).Select(item => TextOf(item.Value, item.Path) ?? "").ToImmutableArray();
        var rules = Items(json, "Rules", path).Select(rule => ReadRule(rule.Value, rule.Path)).ToImmutableArray();
        if (rules.IsEmpty && injected.IsEmpty)
            faults.Add(WorkflowFaults.NoRules(path));
        return new(name, path) { GlobalParams = ReadParams(json, "GlobalParams", path), Rules = rules, Injected = injected };
    }

    private WorkflowRule ReadRule(JsonElement json, string path)
    {
        var name = FindText(json, "RuleName", path) ?? "";
        if (name.Length == 0)
            faults.Add(WorkflowFaults.NoRuleName(path));
        var (expression, written) = (FindText(json, "Expression", path), FindText(json, "Operator", path));
        var rules = Items(json, "Rules", path).Select(rule => ReadRule(rule.Value, rule.Path)).ToImmutableArray();
        bool? needsAll = written is null ? null : All.Contains(written, StringComparer.OrdinalIgnoreCase);
        if (needsAll == false && !Any.Contains(written, StringComparer.OrdinalIgnoreCase))
            faults.Add(WorkflowFaults.NoSuchOperator(path + "/Operator", written!)); // not null above
        else if (needsAll is not null && rules.IsEmpty)
            faults.Add(WorkflowFaults.NoRules(path));
        if (needsAll is null && !rules.IsEmpty)
            faults.Add(WorkflowFaults.ChildrenWithoutOperator(path));
        else if (needsAll is null && string.IsNullOrWhiteSpace(expression))
            faults.Add(WorkflowFaults.NoExpression(path));
        CheckKind(json, path);
        return new(name, path)
        {
            Source = json,
            Expression = needsAll is null ? expression : null,
            NeedsAll = needsAll,
            Rules = rules,
            LocalParams = ReadParams(json, "LocalParams", path),
            IsEnabled = Find(json, "Enabled") is not { ValueKind: JsonValueKind.False },
            ErrorMessage = FindText(json, "ErrorMessage", path),
            SuccessEvent = FindText(json, "SuccessEvent", path),
            OnSuccess = ReadAction(json, "OnSuccess", path),
            OnFailure = ReadAction(json, "OnFailure", path),
        };
    }

    private void CheckKind(JsonElement json, string path)
    {
        var isLambda = Find(json, "RuleExpressionType") switch
        {
            null => true,
            { ValueKind: JsonValueKind.String } text => text.ValueEquals("LambdaExpression"),
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var value) && value == 0,
            _ => false,
        };
        if (!isLambda)
            faults.Add(WorkflowFaults.WrongType(path + "/RuleExpressionType", Bilingual.Same("LambdaExpression")));
    }

    private ImmutableArray<WorkflowParam> ReadParams(JsonElement json, string property, string path) =>
        [.. Items(json, property, path).Select(item => new WorkflowParam(FindText(item.Value, "Name", item.Path) ?? "", FindText(item.Value, "Expression", item.Path) ?? "", item.Path))];

    private WorkflowAction? ReadAction(JsonElement rule, string property, string path)
    {
        if (Find(rule, "Actions") is not { } actions || Find(actions, property) is not { } action)
            return null;
        var place = $"{path}/Actions/{property}";
        var context = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Find(action, "Context") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var argument in given.EnumerateObject())
            {
                if (context.ContainsKey(argument.Name))
                    faults.Add(WorkflowFaults.NameTaken(place + "/Context", argument.Name));
                context[argument.Name] = argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString()! : argument.Value.GetRawText(); // a text
            }
        }

        var read = new WorkflowAction(FindText(action, "Name", place) ?? "", context.ToImmutable(), place);
        if (!read.Is(WorkflowAction.OutputExpression) && !read.Is(WorkflowAction.EvaluateRule))
            faults.Add(WorkflowFaults.NoAction(place + "/Name", read.Name));
        CheckArguments(read);
        return read;
    }

    private void CheckArguments(WorkflowAction action)
    {
        if (!action.Is(WorkflowAction.EvaluateRule))
            return;
        if (action.Context.TryGetValue(WorkflowAction.InputFilter, out var filter) && WorkflowAction.NamesIn(filter) is null)
            faults.Add(WorkflowFaults.WrongType($"{action.Path}/Context/{WorkflowAction.InputFilter}", new("名称的数组", "an array of names")));
        if (action.Context.ContainsKey("additionalInputs"))
            faults.Add(WorkflowFaults.WrongType($"{action.Path}/Context/additionalInputs", new("空缺（不支持）：请改用 LocalParams", "nothing (it is not supported): use LocalParams")));
    }

    private List<(JsonElement Value, string Path)> Items(JsonElement json, string property, string path) =>
        Find(json, property) is { } found ? ItemsOf(found, $"{path}/{property}", new("数组", "an array")) : [];

    private List<(JsonElement Value, string Path)> ItemsOf(JsonElement array, string path, Bilingual needed)
    {
        var items = new List<(JsonElement, string)>();
        if (array.ValueKind != JsonValueKind.Array)
        {
            faults.Add(WorkflowFaults.WrongType(path, needed));
            return items;
        }

        foreach (var item in array.EnumerateArray())
            items.Add((item, string.Create(CultureInfo.InvariantCulture, $"{path}/{items.Count}")));
        return items;
    }

    private string? FindText(JsonElement json, string property, string path) => Find(json, property) is { } value ? TextOf(value, $"{path}/{property}") : null;

    private string? TextOf(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
            return text;
        faults.Add(WorkflowFaults.WrongType(path, new("文本", "a text")));
        return null;
    }

    // null means absent.
    private static JsonElement? Find(JsonElement json, string property)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var candidate in json.EnumerateObject())
        {
            if (candidate.Name.Equals(property, StringComparison.OrdinalIgnoreCase))
                return candidate.Value.ValueKind == JsonValueKind.Null ? null : candidate.Value;
        }

        return null;
    }
}
