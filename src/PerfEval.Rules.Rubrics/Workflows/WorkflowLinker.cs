using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Binds a workflow to inputs. Params are bound in their order: each sees those above it. Dies with one linking.</summary>
/// <param name="nothing">The type of what is null throughout.</param>
internal sealed class WorkflowLinker(ImmutableArray<WorkflowFault>.Builder faults, ExpressionType nothing)
{
    private const int MostRows = 5000;

    // Bytes of values that results show.
    private const long MostShown = 16 * 1024 * 1024;

    private readonly SlotAllocator slots = new();
    private Scope? members;
    private long inputLength;
    private long shown;
    private decimal work;
    private int rows;

    /// <param name="inputs">By name, as JSON.</param>
    public LinkedWorkflow Link(Workflow workflow, ImmutableArray<KeyValuePair<string, JsonElement>> inputs, string inputsPath)
    {
        var linked = LinkInputs(inputs, inputsPath);
        if (faults.Count > 0)
            return new(linked, [], [], slots.Count);
        var scope = ScopeOf(linked);
        var globals = LinkParams(workflow.GlobalParams, ref scope);
        var rules = LinkRules(workflow.Rules, scope);
        if (work > WorkflowExpression.MostWork)
            faults.Add(WorkflowFaults.TooMuch(workflow.Path, new("表达式与数据行过多：请减少行数或嵌套的 lambda", "too many expressions over too many rows: fewer rows, or fewer lambdas inside lambdas")));
        if (shown > MostShown)
            faults.Add(WorkflowFaults.TooMuch(workflow.Path, new("结果过大：每条规则的结果都含全部输入值，请减少规则或输入值", "the result would be too large: that of every rule has all the inputs, so fewer rules, or smaller inputs")));
        return new(linked, globals, rules, slots.Count);
    }

    private ImmutableArray<WorkflowInput> LinkInputs(ImmutableArray<KeyValuePair<string, JsonElement>> inputs, string path)
    {
        var shape = new JsonShape(nothing, faults);
        var linked = ImmutableArray.CreateBuilder<WorkflowInput>();
        inputLength = inputs.Sum(input => (long)input.Value.GetRawText().Length);
        rows = inputs.Sum(input => CountRows(input.Value));
        if (rows > MostRows)
            faults.Add(WorkflowFaults.TooMuch(path, new("数组元素总数超过 5000", "more than 5000 elements of arrays")));
        foreach (var (written, json) in inputs)
        {
            var (name, place) = (Names.Normalize(written), $"{path}/{written}");
            if (!Names.IsName(written))
                faults.Add(WorkflowFaults.BadInput(place, new($"`{written}` 不能作名称", $"`{written}` cannot be a name")));
            else if (linked.Any(other => other.Symbol.Name == name))
                faults.Add(WorkflowFaults.NameTaken(place, written));
            var type = shape.TypeOf([json], written, place);
            linked.Add(new(new(SymbolKind.Input, name, type, slots.Next()), shape.ValueOf(json, type, written, place), JsonNode.Parse(json.GetRawText())));
        }

        return linked.DrainToImmutable();
    }

    // The members of an only input may be written without its name.
    private Scope ScopeOf(ImmutableArray<WorkflowInput> inputs)
    {
        Scope? outer = null;
        if (inputs is [{ Symbol.Type: RowType { Table: var table } }])
            outer = new(null, table.Columns.Select(column => new Symbol(SymbolKind.Input, column.Name, column.Type, slots.Next())), slots);
        members = outer;
        return new(outer, inputs.Select(input => input.Symbol), slots);
    }

    private static int CountRows(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.GetArrayLength() + json.EnumerateArray().Sum(CountRows),
        JsonValueKind.Object => json.EnumerateObject().Sum(property => CountRows(property.Value)),
        _ => 0,
    };

    private ImmutableArray<LinkedWorkflowParam> LinkParams(ImmutableArray<WorkflowParam> declared, ref Scope scope)
    {
        var linked = ImmutableArray.CreateBuilder<LinkedWorkflowParam>();
        foreach (var param in declared)
        {
            var name = Names.Normalize(param.Name);
            var isTaken = scope.Find(name) is { } other && members?.Find(name) != other; // a member can still be reached through its input
            if (!Names.IsName(param.Name) || isTaken)
                faults.Add(WorkflowFaults.NameTaken(param.Path + "/Name", param.Name));
            var expression = Compile(param.Expression, scope, Expected.Anything, param.Path + "/Expression");
            var symbol = new Symbol(SymbolKind.Param, name, expression.Type, slots.Next()) { Format = expression.Format };
            scope = new(scope, [symbol], slots);
            linked.Add(new(param.Name, symbol, expression));
        }

        return linked.DrainToImmutable();
    }

    private ImmutableArray<LinkedWorkflowRule> LinkRules(ImmutableArray<WorkflowRule> rules, Scope scope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var linked = ImmutableArray.CreateBuilder<LinkedWorkflowRule>();
        foreach (var rule in rules.Where(rule => rule.IsEnabled))
        {
            if (!names.Add(rule.Name))
                faults.Add(WorkflowFaults.NameTaken(rule.Path + "/RuleName", rule.Name));
            linked.Add(LinkRule(rule, scope));
        }

        return linked.DrainToImmutable();
    }

    private LinkedWorkflowRule LinkRule(WorkflowRule rule, Scope scope)
    {
        var locals = LinkParams(rule.LocalParams, ref scope);
        var inner = scope;
        shown += inputLength + inner.Visible().Where(symbol => symbol.Kind == SymbolKind.Param).Sum(symbol => symbol.Type is RowType or TableType or TextSetType or TextType ? inputLength : 32);
        var condition = rule.Expression is { } text ? Compile(text, inner, Expected.Bool, rule.Path + "/Expression") : null;
        return new(rule, locals, condition, [.. rule.Rules.Where(child => child.IsEnabled).Select(child => LinkRule(child, inner))])
        {
            SuccessOutput = LinkOutput(rule.OnSuccess, inner),
            FailureOutput = LinkOutput(rule.OnFailure, inner),
        };
    }

    private Expression? LinkOutput(WorkflowAction? action, Scope scope) =>
        action?.Is(WorkflowAction.OutputExpression) == true && action.Context.TryGetValue("expression", out var text)
            ? Compile(text, scope, Expected.Anything, action.Path + "/Context/expression")
            : null;

    private Expression Compile(string text, Scope scope, Expected expected, string path)
    {
        var expression = Expression.Compile(WorkflowExpression.Translate(text), scope, expected);
        foreach (var found in expression.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
            faults.Add(WorkflowFaults.OfExpression(path, found));
        work += WorkflowExpression.WorkOf(expression.Parsed, rows);
        return expression;
    }
}
