using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>One submission under evaluation: the frame with its values, and the bounds behind it where something is open.</summary>
internal sealed class Evaluation
{
    private BoundsFrame? bounds;

    public Evaluation(Submission submission)
    {
        Submission = submission;
        Rubric = submission.Rubric;
        Frame = Rubric.NewFrame();
        Rubric.LayInputs(submission.Values, Frame);
        Evaluate(Rubric.Params, null);
    }

    public CompiledRubric Rubric { get; }

    public Submission Submission { get; }

    public Frame Frame { get; }

    /// <summary>Starts afresh with bounds in which the named gaps may be filled later.</summary>
    public void Suppose(ImmutableHashSet<string> supplied) => bounds = NewBounds(supplied);

    public string Fill(TextTemplate template) => template.Fill(Frame);

    /// <summary>Puts the row of a rule with ForEach in its slot.</summary>
    public void SetRow(RuleInstance instance)
    {
        if (instance is { Row: { } row, Rule.Row: { } symbol })
            Frame.Slots[symbol.Slot] = Value.Of(row);
    }

    /// <summary>Makes the frame the rule's own: its row, its printed weight, its local params.</summary>
    public void Enter(RuleInstance instance)
    {
        SetRow(instance);
        Frame.Slots[instance.Rule.WeightSymbol.Slot] = instance.Weight is { } weight
            ? Value.Of(weight)
            : instance.Trouble.IsKnown ? default : instance.Trouble;
        Evaluate(instance.Rule.Params, instance);
    }

    /// <summary>As <see cref="Enter"/>, after the rules around it: for a rule that is looked at on its own.</summary>
    public void EnterWithParents(RuleInstance instance)
    {
        if (instance.Parent is { } parent)
            EnterWithParents(parent);
        Enter(instance);
        if (instance.Rule.ChildrenSymbol is { } children)
            Frame.Slots[children.Slot] = ChildrenTable.Of(instance);
    }

    /// <summary>A value of any type; a number or condition that comes out the same for every value within the submitted bounds is known.</summary>
    public Value Find(Expression expression, RuleInstance? instance)
    {
        var value = expression.Evaluate(Frame);
        if (!value.IsMissing || value.IsAbsent)
            return value;
        return BoundsOf(expression, instance) switch
        {
            { MayFail: true } or { MayBeMissing: true } => value,
            { Numbers: { IsPoint: true, Low: { } point } } => Value.Of(point),
            { MayBeTrue: true, MayBeFalse: false } => Value.Of(true),
            { MayBeTrue: false, MayBeFalse: true } => Value.Of(false),
            _ => value,
        };
    }

    /// <summary>Everything the expression may still come to in the rule's own frame.</summary>
    public Bounds BoundsOf(Expression expression, RuleInstance? instance)
    {
        bounds ??= NewBounds([]);
        LayLocals(instance, bounds);
        return expression.FindBounds(bounds);
    }

    /// <summary>Whether any of these inputs may still get another value: a bound, or a gap that may be filled later, in any cell.</summary>
    public bool MayChange(ImmutableArray<int> inputs)
    {
        var frame = bounds ??= NewBounds([]);
        return inputs.Any(i => MayChange(Submission.Values[i]));

        bool MayChange(Value value) => value.Kind switch
        {
            ValueKind.Missing => value.Absence.Gaps.Any(gap => gap.IsBound || frame.MayBeSupplied(gap)),
            ValueKind.Table => value.Table!.Rows.Any(row => row.Cells.Any(MayChange)), // of a table
            _ => false,
        };
    }

    /// <summary>Whether an Optional rule is left out as a whole.</summary>
    public bool IsLeftOut(RuleInstance instance) => instance.Rule.OwnInputs is { IsEmpty: false } own && own.All(Submission.LeavesOut);

    /// <summary>The gaps of an Optional rule of which only some inputs are given.</summary>
    public Absence LeftOutInPart(RuleInstance instance)
    {
        var own = instance.Rule.OwnInputs;
        if (own.IsEmpty || own.All(Submission.LeavesOut))
            return Absence.Unnamed;
        return own.Where(i => Submission.Values[i].IsAbsent)
            .Aggregate(Absence.Unnamed, (absence, i) => absence.And(Submission.Values[i].Absence));
    }

    private void Evaluate(ImmutableArray<LinkedParam> parameters, RuleInstance? instance)
    {
        foreach (var param in parameters)
            Frame.Slots[param.Symbol.Slot] = Find(param.Expression, instance);
    }

    private BoundsFrame NewBounds(ImmutableHashSet<string> supplied)
    {
        var fresh = new BoundsFrame(Frame, supplied);
        Lay(Rubric.Params, fresh);
        return fresh;
    }

    private static void LayLocals(RuleInstance? instance, BoundsFrame frame)
    {
        if (instance is null)
            return;
        LayLocals(instance.Parent, frame);
        Lay(instance.Rule.Params, frame);
    }

    private static void Lay(ImmutableArray<LinkedParam> parameters, BoundsFrame frame)
    {
        foreach (var param in parameters)
            frame.Set(param.Symbol.Slot, param.Expression.FindBounds(frame));
    }
}
