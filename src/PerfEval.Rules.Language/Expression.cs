using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language;

/// <summary>What the place of an expression demands of its type.</summary>
public enum Expected
{
    /// <summary>Anything.</summary>
    Anything,

    /// <summary>A plain number of points.</summary>
    PlainNumber,

    /// <summary>A number of any measure, such as a tolerance.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>
/// An expression bound in a scope and ready to be evaluated in three ways: to a value, to bounds, and recorded. Immutable and safe to share between threads;
/// none of its members throws, whatever the text (barring a bug in us).
/// </summary>
public sealed class Expression
{
    // Closures are made when first asked for. Two threads may both do so: either result serves.
    private readonly bool hasKnown;
    private KnownNumber? number;
    private KnownBool? truth;
    private Evaluator? evaluator;
    private Evaluator? recorder;
    private BoundsEvaluator? bounds;

    private Expression(ParsedText parsed, BoundExpression bound, ImmutableArray<Diagnostic> diagnostics)
    {
        Parsed = parsed;
        Bound = bound;
        Diagnostics = diagnostics;
        hasKnown = KnownCompiler.Covers(bound);
    }

    /// <summary>The text with its syntax tree.</summary>
    public ParsedText Parsed { get; }

    /// <summary>The bound tree.</summary>
    public BoundExpression Bound { get; }

    /// <summary>All that was found, by position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether it has a meaning: no diagnostic is an error.</summary>
    public bool IsValid => !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Its type; <see cref="ExpressionType.Error"/> where it has none.</summary>
    public ExpressionType Type => Bound.Type;

    /// <summary>How its number is written.</summary>
    public NumberFormat? Format => Bound.Format;

    /// <summary>Parses and binds a text.</summary>
    public static Expression Compile(string text, Scope scope, Expected expected = Expected.Anything) =>
        Compile(Parser.Parse(text), scope, expected);

    /// <summary>Binds a parsed text.</summary>
    public static Expression Compile(ParsedText parsed, Scope scope, Expected expected = Expected.Anything)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(parsed.Diagnostics);
        var bound = Binder.Bind(parsed, scope, expected, diagnostics);
        return new(parsed, bound, diagnostics.ToImmutable());
    }

    /// <summary>
    /// The same text read otherwise: a tree rebuilt from its leaves up, in which <paramref name="change"/> may put another expression of the same type in place of
    /// any node. For asking what a figure would have been without a cap or a rounding.
    /// </summary>
    public Expression Rewrite(Func<BoundExpression, BoundExpression> change) => new(Parsed, BoundRewriter.Rewrite(Bound, change), Diagnostics);

    private Evaluator Values => evaluator ??= ValueCompiler.Compile(Bound, Parsed.Text);

    /// <summary>Its value over the frame's slots. An expression that is not valid fails.</summary>
    public Value Evaluate(Frame frame)
    {
        if (hasKnown && TryFindNumber(frame, out var found))
            return Value.Of(found);
        if (hasKnown && TryFindBool(frame, out var holds))
            return Value.Of(holds);
        return Values(frame);
    }

    /// <summary>Its number, where all that it takes is known and nothing fails; false says only that <see cref="Evaluate"/> has more to say.</summary>
    public bool TryFindNumber(Frame frame, out decimal found)
    {
        found = 0;
        if (Type is not NumberType)
            return false;
        try
        {
            return (number ??= KnownCompiler.CompileNumber(Bound, Parsed.Text))(frame, out found);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>True or false, where all that it takes is known and nothing fails; false says only that <see cref="Evaluate"/> has more to say.</summary>
    public bool TryFindBool(Frame frame, out bool holds)
    {
        holds = false;
        if (Type is not BoolType)
            return false;
        try
        {
            return (truth ??= KnownCompiler.CompileBool(Bound, Parsed.Text))(frame, out holds);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Its value with that of every sub-expression that was evaluated; the value equals <see cref="Evaluate"/>'s.</summary>
    public Explanation Explain(Frame frame) => Recorder.Record(recorder ??= ValueCompiler.CompileRecording(Bound, Parsed.Text), frame);

    /// <summary>Everything it may still come to.</summary>
    public Bounds FindBounds(BoundsFrame frame) => (bounds ??= BoundsCompiler.Compile(Bound))(frame);
}
