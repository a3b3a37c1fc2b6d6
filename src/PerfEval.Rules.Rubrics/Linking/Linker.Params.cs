using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

internal sealed partial class Linker
{
    // Binds params behind those they read and puts each in a scope of its own around the next, so that order in the document does not matter.
    private ImmutableArray<LinkedParam> LinkParams(ImmutableArray<Param> declared, ref Scope scope)
    {
        var linked = ImmutableArray.CreateBuilder<LinkedParam>();
        var symbols = new List<Symbol>();
        var outer = scope;
        foreach (var (param, parsed) in InOrder(declared))
        {
            var inner = new Scope(outer, symbols, slots);
            var expression = Expression.Compile(parsed, inner);
            foreach (var found in expression.Diagnostics)
                diagnostics.Add(param.Expression, found);
            sites?.AddParam(param.Expression.Path, inner, expression);
            var symbol = SymbolOf(param, expression);
            if (outer.Find(symbol.Name) is not null || symbols.Exists(other => other.Name == symbol.Name))
            {
                if (declared != document.GlobalParams && !ReservedNames.BuiltIns.Contains(symbol.Name)) // of those at the top, and of built-in names, the reader has told
                    diagnostics.NameTaken(param.Path, symbol.Name);
                continue;
            }

            symbols.Add(symbol);
            inputsOfParams[symbol.Name] = InputsIn(NameReferences.In(expression.Parsed.Root));
            linked.Add(new(param, symbol, expression));
        }

        if (symbols.Count > 0)
            scope = new Scope(outer, symbols, slots);
        sites?.Offer(declared.Select(param => param.Expression.Path), scope);
        return linked.ToImmutable();
    }

    private Symbol SymbolOf(Param param, Expression expression)
    {
        var isMoney = expression.Type is NumberType { Measure: Measure.Money };
        if (param.Unit is { } unit && expression.Type is NumberType { Measure: not Measure.Either } && Units.IsMoney(unit) != isMoney)
            diagnostics.UnitDoesNotFit(param.Path + "/Unit", unit);
        return new(SymbolKind.Param, Names.Normalize(param.Name), expression.Type, slots.Next())
        {
            Format = FormatOf(param, expression),
            Description = param.Description,
        };
    }

    private static NumberFormat? FormatOf(Param param, Expression expression) =>
        param.Unit is null && param.Digits is null
            ? expression.Format
            : new(param.Unit ?? expression.Format?.Unit, param.Digits ?? expression.Format?.Digits);

    // Kahn's algorithm; what is left over lies on a cycle or behind one.
    private IEnumerable<(Param Param, ParsedText Parsed)> InOrder(ImmutableArray<Param> declared)
    {
        var nodes = declared.Select(param => (Param: param, Name: Names.Normalize(param.Name), Parsed: Parser.Parse(param.Expression.Text))).ToList();
        var names = nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var reads = nodes.ToLookup(node => node.Name, node => NameReferences.In(node.Parsed.Root).Where(names.Contains).ToHashSet(StringComparer.Ordinal));
        var waiting = nodes.ToList();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.FindIndex(node => reads[node.Name].All(set => set.IsSubsetOf(done))) is >= 0 and var next)
        {
            var node = waiting[next];
            waiting.RemoveAt(next);
            if (!waiting.Exists(other => other.Name == node.Name))
                done.Add(node.Name);
            yield return (node.Param, node.Parsed);
        }

        if (waiting.Count > 0)
            ReportCycle(waiting[0].Name, name => reads[name].SelectMany(set => set).FirstOrDefault(read => !done.Contains(read)), waiting.ToDictionary(node => node.Name, node => node.Param));
    }

    private void ReportCycle(string start, Func<string, string?> next, Dictionary<string, Param> params_)
    {
        var path = new List<string>();
        string? name = start;
        while (name is not null && !path.Contains(name))
        {
            path.Add(name);
            name = next(name);
        }

        if (name is null)
            return;
        var cycle = path.Skip(path.IndexOf(name)).ToList();
        diagnostics.Cycle(params_[cycle[0]], cycle.Append(cycle[0]));
    }
}
