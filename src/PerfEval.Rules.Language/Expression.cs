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

    /// <summary>A plain number: points, a tolerance.</summary>
    PlainNumber,

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
    private readonly Lazy<Evaluator> evaluator;
    private readonly Lazy<Evaluator> recorder;
    private readonly Lazy<BoundsEvaluator> bounds;

    private Expression(ParsedText parsed, BoundExpression bound, ImmutableArray<Diagnostic> diagnostics)
    {
        Parsed = parsed;
        Bound = bound;
        Diagnostics = diagnostics;
        evaluator = new(() => ValueCompiler.Compile(bound, parsed.Text));
        recorder = new(() => ValueCompiler.CompileRecording(bound, parsed.Text));
        bounds = new(() => BoundsCompiler.Compile(bound));
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

    /// <summary>Its value over the frame's slots. An expression that is not valid fails.</summary>
    public Value Evaluate(Frame frame) => evaluator.Value(frame);

    /// <summary>Its value with that of every sub-expression that was evaluated; the value equals <see cref="Evaluate"/>'s.</summary>
    public Explanation Explain(Frame frame) => Recorder.Record(recorder.Value, frame);

    /// <summary>Everything it may still come to.</summary>
    public Bounds FindBounds(BoundsFrame frame) => bounds.Value(frame);
}
