using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>What the indicators' own data show: the same indicator twice with two actual values (PF0004), one left out although its target was missed (PF0010).</summary>
internal static class IndicatorFindings
{
    public static IEnumerable<Finding> Of(ScoringRun run)
    {
        var submission = run.Evaluation.Submission;
        if (submission.Rubric.RowsAndChoices.Count == 0)
            return [];
        var repeated = run.Rules.All.Where(rule => rule.Row is not null).GroupBy(rule => rule.Rule);
        var leftOut = run.Rules.All.Where(rule => submission.Rubric.RowsAndChoices.Contains(rule.Rule) && IsLeftOutThoughMissed(run, rule));
        return [.. repeated.SelectMany(rows => GivenTwice(submission, rows.Key, [.. rows])), .. leftOut.Select(rule => LeftOut(submission, rule))];
    }

    // Rows of one name that agree in some figure that is scored (the target) and cannot both be right in another (the actual value).
    private static IEnumerable<Finding> GivenTwice(Submission submission, LinkedRule rule, List<RuleInstance> rows)
    {
        if (rule.Row?.Type is not RowType { Table: var table } || !submission.Rubric.InputsByName.TryGetValue(table.Name, out var input))
            yield break;
        var columns = Enumerable.Range(0, table.Columns.Length).Where(column => IsScoredFigure(rule, input.Columns[column])).ToList();
        foreach (var group in rows.GroupBy(row => row.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var (first, others) = (group.First().Row!, group.Skip(1).Select(other => other.Row!)); // of a rule with ForEach
            foreach (var other in others.Where(other => columns.Exists(column => RangeOf(first, column) is { } one && RangeOf(other, column) == one)))
            {
                if (columns.Where(column => RangeOf(first, column) is { } one && RangeOf(other, column) is { } two && one.Intersect(two) is null).ToList() is [var differing, ..])
                    yield return FindingCatalogue.IndicatorGivenTwice(JsonPointer.Append(PathOf(submission, input, other), input.Columns[differing].Name), group.Key, first.Label, other.Label, input.Columns[differing].Name);
            }
        }
    }

    private static bool IsScoredFigure(LinkedRule rule, LinkedInput column)
    {
        return column is { Type: NumberType, Definition.Judgement: not true }
            && !Reads(rule.WeightExpression)
            && (Reads(rule.Score) || rule.Params.Any(param => Reads(param.Expression)));

        bool Reads(Language.Expression? expression) => expression is not null && NameReferences.ColumnsIn(expression.Parsed.Root, "row").Contains(column.Name);
    }

    private static Interval? RangeOf(Row row, int column) => row.Cells[column] switch
    {
        { Kind: ValueKind.Number } number => Interval.Point(number.Number),
        { IsMissing: true, Absence: { IsBounded: true, Gaps: [var gap] } } => gap.Range,
        _ => null,
    };

    private static string PathOf(Submission submission, LinkedInput input, Row row)
    {
        var rows = submission.Values[submission.Rubric.Inputs.IndexOf(input)].Table?.Rows ?? [];
        return $"{JsonPointer.Append("/data", input.Name)}/{rows.ToList().FindIndex(other => ReferenceEquals(other, row))}";
    }

    // Left out by choice: an Optional rule, or a row that says so of itself. A condition over figures is no choice.
    private static bool IsLeftOutThoughMissed(ScoringRun run, RuleInstance rule)
    {
        var isChoice = rule.Rule.Definition.Optional == true || rule.Rule.NotApplicableWhen?.Bound is BoundCell;
        if (rule is not { Status: RuleStatus.NotApplicable, IsLeftToParts: false, Rule.Score: { } score } || !isChoice)
            return false;
        run.Evaluation.EnterWithParents(rule);
        // What is left out often has no weight of its own: then one point stands for it.
        var weight = rule.Weight is { } printed and > 0 ? printed : 1;
        run.Evaluation.Frame.Slots[rule.Rule.WeightSymbol.Slot] = Value.Of(weight);
        var points = run.Evaluation.BoundsOf(score, rule);
        return points is { MayBeMissing: false, MayFail: false, Numbers: { High: { } most } numbers } && (numbers.HighExcluded ? most <= weight : most < weight);
    }

    private static Finding LeftOut(Submission submission, RuleInstance rule)
    {
        var isOfTable = rule is { Row: not null, Rule.Row.Type: RowType } && submission.Rubric.InputsByName.ContainsKey(TableOf(rule));
        return FindingCatalogue.LeftOutThoughMissed(isOfTable ? PathOf(submission, submission.Rubric.InputsByName[TableOf(rule)], rule.Row!) : "/data", rule.Code, rule.Name); // of a table

        static string TableOf(RuleInstance rule) => ((RowType)rule.Rule.Row!.Type).Table.Name; // asked above
    }
}
