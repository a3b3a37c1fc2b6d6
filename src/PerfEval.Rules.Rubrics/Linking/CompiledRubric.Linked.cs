using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

public sealed partial class CompiledRubric
{
    private static readonly RoundingRule TwoDigits = new(2, RoundingMode.HalfUp);

    /// <summary>The slots that are the same for every submission: constant tables and <c>Year</c>.</summary>
    internal Value[] ConstantSlots { get; init; } = [];

    /// <summary>GlobalParams in the order of evaluation.</summary>
    internal ImmutableArray<LinkedParam> Params { get; init; } = [];

    /// <summary>GlobalParams in declared order.</summary>
    internal ImmutableArray<LinkedParam> ParamsAsDeclared { get; init; } = [];

    /// <summary>How many enabled rules there are, ForEach not expanded.</summary>
    internal int RuleCount { get; init; }

    /// <summary>No code depends on values, and no two are the same.</summary>
    internal bool HasFixedCodes { get; init; }

    /// <summary>The enabled top-level rules.</summary>
    internal ImmutableArray<LinkedRule> Rules { get; init; } = [];

    internal ImmutableArray<LinkedCheck> Checks { get; init; } = [];

    internal ImmutableArray<LinkedOverride> Overrides { get; init; } = [];

    /// <summary>The slot of <c>total</c> and that of the table of scores.</summary>
    internal Symbol? TotalSymbol { get; init; }

    internal Symbol? ScoresSymbol { get; init; }

    /// <summary>The slot of the first input where those of the others follow in order; null where they do not.</summary>
    internal int? FirstInputSlot { get; init; }

    /// <summary>Whether the document has weights at all.</summary>
    internal bool IsScored { get; init; }

    internal decimal FullScore => Document.FullScore ?? 100;

    internal NotApplicablePolicy Policy => Document.NotApplicable ?? NotApplicablePolicy.Rescale;

    /// <summary>Null: rules stay unrounded.</summary>
    internal RoundingRule? RuleRounding => Document.Rounding is { KeepsRulesUnrounded: true } ? null : Document.Rounding?.Rule ?? TwoDigits;

    internal RoundingRule TotalRounding => Document.Rounding?.Total ?? TwoDigits;

    internal RoundingRule WeightRounding => Document.Rounding?.Weight ?? TwoDigits;

    /// <summary>Puts the values of a submission in their slots.</summary>
    internal void LayInputs(ImmutableArray<Value> values, Frame frame)
    {
        if (FirstInputSlot is { } first)
        {
            values.AsSpan().CopyTo(frame.Slots.AsSpan(first));
            return;
        }

        for (var i = 0; i < Inputs.Length; i++)
            frame.Slots[Inputs[i].Symbol!.Slot] = values[i]; // every input of a rubric has a symbol
    }

    /// <summary>A frame with the constants in it.</summary>
    internal Frame NewFrame()
    {
        var frame = new Frame(SlotCount);
        ConstantSlots.CopyTo(frame.Slots, 0);
        return frame;
    }
}
