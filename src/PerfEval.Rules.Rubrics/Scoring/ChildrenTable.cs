using System.Runtime.InteropServices;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The table <c>children</c> that a parent's own Score reads; an open score is a gap with the range it may still take.</summary>
internal static class ChildrenTable
{
    public static Value Of(RuleInstance parent) =>
        Value.Of(new Table(ScoringTables.Children, [.. parent.Children.Select(child => RowOf(child))]));

    private static Row RowOf(RuleInstance child)
    {
        var cells = Cells(child.Code, child.Name, child.EffectiveWeight);
        Lay(cells, ScoreOf(child), child.Applies switch
        {
            Applicability.Yes => Value.Of(true),
            Applicability.No => Value.Of(false),
            _ => Value.Missing(child.Open),
        });
        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells), child.Code);
    }

    /// <summary>The cells of a row, those of its score still open.</summary>
    public static Value[] Cells(string code, string name, decimal? weight) =>
        [Value.Of(code), Value.Of(name), weight is { } known ? Value.Of(known) : default, default, default];

    /// <summary>Puts the score, and whether the rule applies, in the cells of a row.</summary>
    public static void Lay(Value[] cells, Value score, Value applies) => (cells[3], cells[4]) = (score, applies);

    // What does not apply has earned nothing; what is open is named by the inputs it waits for and bounded by its range.
    private static Value ScoreOf(RuleInstance child)
    {
        if (child is { Status: RuleStatus.Scored, Score: { } score } && child.Range is not { IsPoint: false } && !child.MayDropOut)
            return Value.Of(score);
        if (child.Status == RuleStatus.NotApplicable)
            return Value.Of(0m);
        var range = child.Range is { } known ? Interval.Closed(known.Min, known.Max) : Interval.Closed(child.Rule.Min, child.Weight);
        if (child.MayDropOut)
            range = range with { Low = Math.Min(0, range.Low ?? 0), High = Math.Max(0, range.High ?? decimal.MaxValue) };
        var gaps = child.Missing.Gaps.IsEmpty ? [new Gap(child.Code)] : child.Missing.Gaps;
        return Value.Missing(gaps.Aggregate(Absence.Unnamed, (absence, gap) => absence.And(Absence.Of(gap with { Range = range }))));
    }
}
