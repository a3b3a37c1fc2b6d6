using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

internal sealed partial class Linker
{
    /// <summary>What a rule inherits from the rules around it.</summary>
    private sealed record Around(string Code, RuleKind Kind, bool IsPerRow);

    private ImmutableArray<LinkedRule> LinkRules(ImmutableArray<Rule> rules, Scope scope, Around? parent) =>
        [.. rules.Where(rule => rule.Enabled != false).Select(rule => LinkRule(rule, scope, parent))];

    private LinkedRule LinkRule(Rule rule, Scope outer, Around? parent)
    {
        var forEach = BindOptional(rule.ForEach, outer, Expected.Table);
        var row = forEach?.Type is TableType table ? new Symbol(SymbolKind.BuiltIn, "row", new RowType(table), slots.Next()) : null;
        var rowScope = row is null ? outer : new Scope(outer, [row], slots);
        var weightExpression = BindOptional(rule.WeightExpression, rowScope, Expected.PlainNumber);
        var weight = new Symbol(SymbolKind.BuiltIn, "Weight", ExpressionType.Number, slots.Next());
        var scope = new Scope(rowScope, [weight], slots);
        var parameters = LinkParams(rule.LocalParams, ref scope);

        var code = rule.Code?.Text ?? (parent is null ? rule.RuleName.Text : $"{parent.Code}/{rule.RuleName.Text}");
        var codeTemplate = BindTemplate(rule.Code ?? new(code, rule.RuleName.Path), scope);
        var around = new Around(codeTemplate.HasHoles ? codeTemplate.Prefix : code, rule.Kind == RuleKind.Information ? RuleKind.Information : parent?.Kind ?? rule.Kind ?? RuleKind.Scored, row is not null || parent is { IsPerRow: true });
        var children = LinkRules(rule.Rules, scope, around);
        var kind = !children.IsEmpty && children.All(child => child.Kind == RuleKind.Information) ? RuleKind.Information : around.Kind;
        var childrenSymbol = rule.Score is null || children.IsEmpty ? null : new Symbol(SymbolKind.BuiltIn, "children", ScoringTables.Children, slots.Next());
        var scoreScope = childrenSymbol is null ? scope : new Scope(scope, [childrenSymbol], slots);
        var score = rule.ReasonWhen is null ? null : new Symbol(SymbolKind.BuiltIn, "score", ExpressionType.Number, slots.Next());
        var isScript = rule.RuleExpressionType == RuleExpressionType.CSharpScript && rule.Judged is null;
        var script = isScript ? CompileScript(rule, scoreScope, kind) : null;
        var judged = rule.Judged is not null && rule.Code is { } name && inputPositions.TryGetValue(Names.Normalize(name.Text), out var position) ? inputs[position] : null;

        var points = isScript ? null : judged is null ? BindOptional(rule.Score, scoreScope, Expected.PlainNumber) : Bind(new(ScoreOfJudged(judged), rule.Path + "/Judged"), scope, Expected.PlainNumber);
        var condition = isScript ? null : BindOptional(rule.Expression, scope, kind == RuleKind.Information ? Expected.Anything : Expected.Bool);

        return new()
        {
            Definition = rule,
            Kind = kind,
            Code = code,
            CodeTemplate = codeTemplate.HasHoles ? codeTemplate : null,
            Name = BindTemplate(rule.RuleName, scope),
            Weight = rule.Weight ?? (weightExpression is null && kind != RuleKind.Information ? SumOfWeights(children) : null),
            WeightExpression = weightExpression,
            WeightSymbol = weight,
            ForEach = forEach,
            Row = row,
            IsPerRow = around.IsPerRow,
            Params = parameters,
            NotApplicableWhen = BindOptional(rule.NotApplicableWhen, scope, Expected.Bool),
            ZeroWhen = BindOptional(rule.ZeroWhen, scope, Expected.Bool),
            FullWhen = BindOptional(rule.FullWhen, scope, Expected.Bool),
            Score = points,
            Condition = condition,
            Facts = script is not null ? FactReferences.Of(script.Names, scope) : judged is { Judged: JudgedForm.Points } ? [] : FactReferences.In(points ?? condition, scope),
            ReasonWhen = score is null ? null : BindOptional(rule.ReasonWhen, new Scope(scope, [score], slots), Expected.Bool),
            ScoreSymbol = score,
            ChildrenSymbol = childrenSymbol,
            ErrorMessage = BindOptionalTemplate(rule.ErrorMessage, scope),
            Judged = judged,
            IsScript = isScript,
            Script = script,
            ScriptInputs = script is null ? [] : [.. InputsOf(script, scope).Order()],
            Rules = children,
        };
    }

    // In place of Score or Expression; what is wrong with it is reported where it stands.
    private RuleScript? CompileScript(Rule rule, Scope scope, RuleKind kind)
    {
        if ((rule.Score ?? rule.Expression) is not { } source)
            return null;
        if (scripts is null)
        {
            diagnostics.ScriptsDoNotRun(rule.Path + "/RuleExpressionType");
            return null;
        }

        var expected = rule.Score is not null ? Expected.PlainNumber : kind == RuleKind.Information ? Expected.Anything : Expected.Bool;
        var compilation = scripts.Compile(source.Text, scope, expected);
        foreach (var found in compilation.Diagnostics)
            diagnostics.Add(source, found);
        return compilation.Script;
    }

    // A row stands for the table that it comes from; for any, where that is not to be seen.
    private ImmutableHashSet<int> InputsOf(RuleScript script, Scope scope)
    {
        var named = InputsIn(script.Names);
        if (!script.Names.Contains("row") || scope.Find("row") is not { Type: RowType row })
            return named;
        var tables = inputs.Index().Where(input => input.Item.Symbol?.Type is TableType).ToList();
        var own = tables.FindAll(input => input.Item.Symbol!.Type == row.Table); // filtered above
        return named.Union((own.Count > 0 ? own : tables).Select(input => input.Index));
    }

    private static decimal? SumOfWeights(ImmutableArray<LinkedRule> children) =>
        children.Where(child => child.Kind != RuleKind.Information).ToList() is { Count: > 0 } weighed && weighed.TrueForAll(child => child.ForEach is null && child.Weight is not null) ? weighed.Sum(child => child.Weight) : null;

    // The inputs that an Optional rule alone uses: through params as well, children included.
    private void FindOwnInputs(ImmutableArray<LinkedRule> rules)
    {
        if (!rules.SelectMany(Subtree).Any(rule => rule.Definition.Optional is true))
            return;
        var uses = new Dictionary<LinkedRule, ImmutableHashSet<int>>();
        foreach (var rule in rules)
            Uses(rule, uses);
        var leaves = uses.Keys.ToList();
        foreach (var rule in leaves.Where(rule => rule.Definition.Optional is true))
        {
            var inside = Subtree(rule).ToHashSet();
            var elsewhere = leaves.Where(other => !inside.Contains(other)).SelectMany(other => uses[other]).ToHashSet();
            rule.OwnInputs = [.. inside.SelectMany(part => uses[part]).Distinct().Where(input => !elsewhere.Contains(input)).Order()];
            if (rule.OwnInputs.IsEmpty)
                diagnostics.OptionalWithoutInputs(rule.Definition.Path + "/Optional", rule.Code);
        }
    }

    // Each rule's own expressions only: its children have entries of their own.
    private void Uses(LinkedRule rule, Dictionary<LinkedRule, ImmutableHashSet<int>> uses)
    {
        uses[rule] = [.. rule.Expressions().SelectMany(expression => InputsIn(NameReferences.In(expression.Parsed.Root))), .. rule.ScriptInputs];
        foreach (var child in rule.Rules)
            Uses(child, uses);
    }

    private static IEnumerable<LinkedRule> Subtree(LinkedRule rule) => rule.Rules.SelectMany(Subtree).Prepend(rule);

    private ImmutableHashSet<int> InputsIn(IEnumerable<string> names)
    {
        var found = ImmutableHashSet.CreateBuilder<int>();
        foreach (var name in names)
        {
            if (inputPositions.TryGetValue(name, out var position))
                found.Add(position);
            else if (inputsOfParams.TryGetValue(name, out var through))
                found.UnionWith(through);
        }

        return found.ToImmutable();
    }
}
