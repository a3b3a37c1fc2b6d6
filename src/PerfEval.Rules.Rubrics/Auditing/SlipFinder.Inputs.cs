using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Auditing;

// One amount of money in place of another: the initial for the adjusted budget. A rubric does not say which of its inputs are kin; the submission is scored with
// each amount that the figure rests on replaced by each other amount in the same unit, and the slip is named where just one amount reproduces the figure.
internal sealed partial class SlipFinder
{
    // So many rules in all are scored again in search of slips: a submission of thousands of rows must not cost minutes.
    private const int MostRules = 200_000;

    private readonly Dictionary<(int Due, int Used), ScoringRun> substituted = [];
    private int rulesScored;

    private Slip? FindInput(Expression expression, RuleInstance? rule, Func<ScoringRun, bool> reproduces)
    {
        var referenced = new HashSet<int>();
        CollectInputs(expression, rule, referenced);
        var hits = new List<(int Due, int Used)>();
        foreach (var due in referenced.Where(IsAmount).Order())
        {
            foreach (var used in Enumerable.Range(0, Rubric.Inputs.Length).Where(used => IsKin(due, used) && !(referenced.Contains(used) && used < due)))
            {
                if (Substitute(due, used, isExchange: referenced.Contains(used)) is { } other && reproduces(other))
                    hits.Add((due, used));
            }
        }

        if (hits.Select(hit => Submission.Values[hit.Used].Number).Distinct().Count() != 1)
            return null;
        var found = hits[0];
        var (dueName, usedName) = (Rubric.Inputs[found.Due].Name, Rubric.Inputs[found.Used].Name);
        return referenced.Contains(found.Used) ? SlipTexts.Exchanged(dueName, usedName) : SlipTexts.OtherInput(usedName, dueName);
    }

    // Likewise of a table: one column of amounts read in place of another, in all its rows.
    private Slip? FindColumn(Expression expression, RuleInstance? rule, Func<ScoringRun, bool> reproduces)
    {
        var (names, read) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        CollectReferences(expression, rule, names, read);
        var hits = new List<(string Due, string Used)>();
        for (var input = 0; input < Rubric.Inputs.Length; input++)
        {
            var columns = Rubric.Inputs[input].Columns;
            if (Submission.Values[input].Table is not { } table || !names.Contains(Rubric.Inputs[input].Name))
                continue;
            foreach (var (due, used) in Pairs(columns).Where(pair => read.Contains(columns[pair.Due].Name)))
            {
                if (SubstituteColumn(input, table, due, used) is { } other && reproduces(other))
                    hits.Add(($"{Rubric.Inputs[input].Name}.{columns[due].Name}", $"{Rubric.Inputs[input].Name}.{columns[used].Name}"));
            }
        }

        return hits is [var (dueName, usedName)] ? SlipTexts.OtherInput(usedName, dueName) : null;

        static IEnumerable<(int Due, int Used)> Pairs(ImmutableArray<LinkedInput> columns) =>
            from due in Enumerable.Range(0, columns.Length)
            from used in Enumerable.Range(0, columns.Length)
            where due != used && Units.IsMoney(columns[due].Definition.Unit) && columns[used].Definition.Unit == columns[due].Definition.Unit
            select (due, used);
    }

    private ScoringRun? SubstituteColumn(int input, Table table, int due, int used)
    {
        rulesScored += run.ByCode.Count + table.Rows.Length + 1;
        if (rulesScored > MostRules)
            return null;
        var replaced = new Table(table.Type, [.. table.Rows.Select(row => row with { Cells = row.Cells.SetItem(due, row.Cells[used]) })]);
        return Scorer.Pass(Submission with { Values = Submission.Values.SetItem(input, Value.Of(replaced)) });
    }

    /// <summary>The names and columns that an expression rests on, through params too.</summary>
    private void CollectReferences(Expression expression, RuleInstance? rule, HashSet<string> names, HashSet<string> columns)
    {
        columns.UnionWith(NameReferences.ColumnsIn(expression.Parsed.Root));
        foreach (var name in NameReferences.In(expression.Parsed.Root))
        {
            names.Add(name);
            if (FindParam(name, rule) is { } param)
                CollectReferences(param, rule, names, columns); // no cycle: the linker refuses one
        }
    }

    private bool IsAmount(int input) =>
        Units.IsMoney(Rubric.Inputs[input].Definition.Unit) && Submission.Values[input].Kind == ValueKind.Number && !Submission.Defaulted.Contains(input);

    private bool IsKin(int due, int used) =>
        used != due && IsAmount(used) && Rubric.Inputs[used].Definition.Unit == Rubric.Inputs[due].Definition.Unit && Submission.Values[used] != Submission.Values[due];

    private ScoringRun? Substitute(int due, int used, bool isExchange)
    {
        if (substituted.TryGetValue((due, used), out var known))
            return known;
        rulesScored += run.ByCode.Count + 1;
        if (rulesScored > MostRules)
            return null;
        var values = Submission.Values.SetItem(due, Submission.Values[used]);
        if (isExchange)
            values = values.SetItem(used, Submission.Values[due]);
        return substituted[(due, used)] = Scorer.Pass(Submission with { Values = values });
    }

    /// <summary>The inputs that an expression rests on, through params too.</summary>
    private void CollectInputs(Expression expression, RuleInstance? rule, HashSet<int> into)
    {
        foreach (var name in NameReferences.In(expression.Parsed.Root))
        {
            if (Rubric.InputsByName.TryGetValue(name, out var input))
                into.Add(Rubric.Inputs.IndexOf(input));
            else if (FindParam(name, rule) is { } param)
                CollectInputs(param, rule, into); // no cycle: the linker refuses one
        }
    }

    private Expression? FindParam(string name, RuleInstance? rule)
    {
        for (var around = rule; around is not null; around = around.Parent)
        {
            if (around.Rule.Params.FirstOrDefault(param => param.Symbol.Name == name) is { } local)
                return local.Expression;
        }

        return Rubric.Params.FirstOrDefault(param => param.Symbol.Name == name)?.Expression;
    }
}
