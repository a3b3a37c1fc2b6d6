using System.Diagnostics;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

// Comparisons of intervals: what may hold for some number of each.
public readonly partial record struct Interval
{
    /// <summary>Whether <c>x operator y</c> may hold, and whether it may not, for some x of the one and y of the other.</summary>
    internal static (bool MayHold, bool MayNotHold) Compare(OperatorKind comparison, Interval a, Interval b) => comparison switch
    {
        OperatorKind.Less => (MayBeLess(a, b), MayBeAtMost(b, a)),
        OperatorKind.LessOrEqual => (MayBeAtMost(a, b), MayBeLess(b, a)),
        OperatorKind.Greater => (MayBeLess(b, a), MayBeAtMost(a, b)),
        OperatorKind.GreaterOrEqual => (MayBeAtMost(b, a), MayBeLess(a, b)),
        OperatorKind.Equal => (MayBeEqual(a, b), MayDiffer(a, b)),
        OperatorKind.NotEqual => (MayDiffer(a, b), MayBeEqual(a, b)),
        _ => throw new UnreachableException(),
    };

    private static bool MayBeLess(Interval a, Interval b) => a.Low is not { } low || b.High is not { } high || low < high;

    private static bool MayBeAtMost(Interval a, Interval b) => MayBeLess(a, b) || (a.Low == b.High && !a.LowExcluded && !b.HighExcluded);

    private static bool MayBeEqual(Interval a, Interval b) => a.Intersect(b) is not null;

    private static bool MayDiffer(Interval a, Interval b) => !a.IsPoint || !b.IsPoint || a.Low != b.Low;
}
