using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// What one sub-expression came to in a recorded run. The tree mirrors the syntax; parts that were not evaluated are absent.
/// </summary>
/// <param name="Span">Where it stands in the text as typed.</param>
/// <param name="Text">The sub-expression as typed.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Format">How its number is written.</param>
/// <param name="Parts">The sub-expressions that were evaluated, in that order.</param>
public sealed record Explanation(TextSpan Span, string Text, Value Value, NumberFormat? Format, ImmutableArray<Explanation> Parts);
