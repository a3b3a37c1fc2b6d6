using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>What a sub-expression is, as far as its rendering depends on it.</summary>
public enum ExplanationKind
{
    /// <summary>An operator, a test or a call: shown as typed, with its parts put in.</summary>
    Operation,

    /// <summary><c>+ - * /</c>: likewise, with negative figures in parentheses.</summary>
    Arithmetic,

    /// <summary>A literal: shown as typed.</summary>
    Literal,

    /// <summary>A name, cell or row: shown as its value.</summary>
    Reference,

    /// <summary>A figure over the rows of a table: shown as its value.</summary>
    Aggregate,

    /// <summary><c>c ? a : b</c>.</summary>
    Conditional,

    /// <summary><c>x switch { … }</c>.</summary>
    Switch,
}

/// <summary>
/// What one sub-expression came to in a recorded run. The tree mirrors the syntax; parts that were not evaluated are absent, and so are the rows of a lambda.
/// </summary>
/// <param name="Span">Where it stands in the text as typed.</param>
/// <param name="Text">The sub-expression as typed.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Format">How its number is written.</param>
/// <param name="Parts">The sub-expressions that were evaluated, in that order.</param>
public sealed record Explanation(TextSpan Span, string Text, Value Value, NumberFormat? Format, ImmutableArray<Explanation> Parts)
{
    /// <summary>What it is.</summary>
    public ExplanationKind Kind { get; init; }

    /// <summary>The branch of <c>?:</c> or <c>switch</c> that gave the value; null where none was reached, and for anything else.</summary>
    public Explanation? Chosen { get; init; }
}
