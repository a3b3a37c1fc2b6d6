using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Links one document; dies with it. Every place of an expression is told to <paramref name="sites"/>. Order: tables, inputs, params, rules, checks, overrides.</summary>
internal sealed partial class Linker(Rubric document, ExpressionSites? sites = null, IScriptCompiler? scripts = null)
{
    private readonly LinkingDiagnostics diagnostics = new();
    private readonly SlotAllocator slots = new();
    private readonly Dictionary<string, Symbol> globals = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Value> constants = [];
    private readonly List<LinkedInput> inputs = [];
    private readonly Dictionary<string, int> inputPositions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<int>> inputsOfParams = new(StringComparer.Ordinal);

    public Compilation Link()
    {
        DeclareYear();
        foreach (var table in document.Tables)
            DeclareTable(table);
        foreach (var input in document.Inputs)
            DeclareInput(input);
        foreach (var rule in document.Rules)
            DeclareJudgedInputs(rule);

        var scope = new Scope(null, globals.Values, slots);
        var parameters = LinkParams(document.GlobalParams, ref scope);
        sites?.SetGlobals(scope);
        LinkRequiredWhen(scope);
        LinkLabels(scope, parameters);
        var rules = LinkRules(document.Rules, scope, parent: null);
        FindOwnInputs(rules);

        var codes = CodesOf(rules);
        var total = new Symbol(SymbolKind.BuiltIn, "total", ExpressionType.Number, slots.Next());
        var scores = new Symbol(SymbolKind.BuiltIn, "score", ScoringTables.Scores, slots.Next());
        var afterScoring = new Scope(scope, [total], slots, LookupsOver(scores, codes));
        var checks = document.Checks.Select(check => LinkCheck(check, afterScoring)).ToImmutableArray();
        var overrides = document.Overrides.Select(item => LinkOverride(item, afterScoring)).ToImmutableArray();

        if (diagnostics.HasErrors)
            return new(null, diagnostics.ToImmutable());
        return new(Build(parameters, rules, codes, checks, overrides, total, scores), diagnostics.ToImmutable());
    }

    private CompiledRubric Build(
        ImmutableArray<LinkedParam> parameters, ImmutableArray<LinkedRule> rules, (ImmutableArray<string> Exact, ImmutableArray<string> Prefixes) codes, ImmutableArray<LinkedCheck> checks, ImmutableArray<LinkedOverride> overrides, Symbol total, Symbol scores)
    {
        var constantSlots = new Value[constants.Count == 0 ? 0 : constants.Keys.Max() + 1];
        foreach (var (slot, value) in constants)
            constantSlots[slot] = value;
        return new()
        {
            Document = document,
            Hash = CanonicalRubric.Hash(document),
            Inputs = [.. inputs],
            InputsByName = inputs.ToFrozenDictionary(input => input.Name, StringComparer.Ordinal),
            SlotCount = slots.Count,
            FirstInputSlot = inputs.Count > 0 && inputs.Index().All(input => input.Item.Symbol!.Slot == inputs[0].Symbol!.Slot + input.Index) ? inputs[0].Symbol!.Slot : null, // every input of a rubric has a symbol
            ConstantSlots = constantSlots,
            Params = parameters,
            ParamsAsDeclared = [.. document.GlobalParams.Select(param => parameters.FirstOrDefault(linked => ReferenceEquals(linked.Definition, param))).OfType<LinkedParam>()],
            Rules = rules,
            RuleCount = rules.Sum(rule => Subtree(rule).Count()),
            HasFixedCodes = codes.Prefixes.IsEmpty && codes.Exact.Distinct(StringComparer.Ordinal).Count() == codes.Exact.Length,
            Checks = checks,
            Overrides = overrides,
            TotalSymbol = total,
            ScoresSymbol = scores,
            IsScored = rules.Any(HasWeight),
        };
    }

    private static bool HasWeight(LinkedRule rule) =>
        rule.Kind == RuleKind.Scored && (rule.Weight is not null || rule.WeightExpression is not null || rule.Rules.Any(HasWeight));

    private void DeclareYear()
    {
        var year = new Symbol(SymbolKind.BuiltIn, "Year", ExpressionType.Number, slots.Next());
        globals.Add(year.Name, year);
        constants.Add(year.Slot, Value.Of((decimal)document.Year));
    }

    private Expression Bind(SourcedText source, Scope scope, Expected expected)
    {
        sites?.Add(source.Path, scope, expected);
        var expression = Expression.Compile(source.Text, scope, expected);
        foreach (var found in expression.Diagnostics)
            diagnostics.Add(source, found);
        return expression;
    }

    private Expression? BindOptional(SourcedText? source, Scope scope, Expected expected) =>
        source is null ? null : Bind(source, scope, expected);

    private TextTemplate BindTemplate(SourcedText source, Scope scope)
    {
        sites?.AddTemplate(source.Path, scope);
        return TextTemplate.Compile(source.Text, scope, found => diagnostics.Add(source, found));
    }

    private TextTemplate? BindOptionalTemplate(SourcedText? source, Scope scope) =>
        source is null ? null : BindTemplate(source, scope);
}
