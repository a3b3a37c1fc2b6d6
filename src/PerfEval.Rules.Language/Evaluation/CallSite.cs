using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A closure over the slots of a frame.</summary>
internal delegate Value Evaluator(Frame frame);

/// <summary>A call as its function's evaluation sees it.</summary>
/// <param name="Node">The bound call, for spans and names in messages.</param>
/// <param name="Arguments">One closure per argument; for a lambda, its body's: set <see cref="BoundLambda.Parameter"/>'s slot to a row first.</param>
internal sealed record CallSite(BoundCall Node, ImmutableArray<Evaluator> Arguments)
{
    /// <summary>The call as typed.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Bounds of an expression in a bounds frame.</summary>
internal delegate Bounds BoundsEvaluator(BoundsFrame frame);

/// <summary>A call as its function's bounds see it; lambdas as in <see cref="CallSite"/>.</summary>
internal sealed record BoundsCallSite(BoundCall Node, ImmutableArray<BoundsEvaluator> Arguments);
