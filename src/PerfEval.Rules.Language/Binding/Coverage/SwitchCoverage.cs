using System.Collections.Immutable;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>What the arms of a switch leave out, and which of them can never be reached.</summary>
/// <param name="Uncovered">The values that no arm without <c>when</c> takes.</param>
/// <param name="Empty">Arms whose pattern no value matches.</param>
/// <param name="Hidden">Arms that those before them cover, each with the arm that completes the cover.</param>
internal sealed record SwitchCoverage(ValueSet Uncovered, ImmutableArray<int> Empty, ImmutableArray<(int Arm, int Hiding)> Hidden)
{
    public bool IsComplete => Uncovered.IsEmpty;

    public static SwitchCoverage Of(ExpressionType type, ImmutableArray<BoundArm> arms)
    {
        ImmutableArray<PatternSet> sets = [.. arms.Select(arm => PatternSet.Of(arm.Pattern, type))];
        var (uncovered, isMissingOpen) = (ValueSet.AllOf(type), true);
        var empty = ImmutableArray.CreateBuilder<int>();
        var hidden = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 0; i < arms.Length; i++)
        {
            if (sets[i].IsEmpty)
                empty.Add(i);
            else if (uncovered.Intersect(sets[i].Values).IsEmpty && !(isMissingOpen && sets[i].MatchesMissing))
                hidden.Add((i, FindHiding(i, arms, sets)));
            if (arms[i].When is not null)
                continue;
            uncovered = uncovered.Except(sets[i].Values);
            isMissingOpen &= !sets[i].MatchesMissing;
        }

        return new(uncovered, empty.ToImmutable(), hidden.ToImmutable());
    }

    private static int FindHiding(int hidden, ImmutableArray<BoundArm> arms, ImmutableArray<PatternSet> sets)
    {
        var (left, isMissingLeft) = sets[hidden];
        for (var i = 0; i < hidden; i++)
        {
            if (arms[i].When is not null)
                continue;
            left = left.Except(sets[i].Values);
            isMissingLeft &= !sets[i].MatchesMissing;
            if (left.IsEmpty && !isMissingLeft)
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(hidden));
    }
}
