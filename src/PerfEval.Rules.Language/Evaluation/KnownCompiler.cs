using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A number, where all that it takes is known and nothing goes wrong; else false. An overflow may be thrown.</summary>
internal delegate bool KnownNumber(Frame frame, out decimal number);

/// <summary>True or false, likewise.</summary>
internal delegate bool KnownBool(Frame frame, out bool value);

/// <summary>
/// Bound tree to closures for what is nearly always so: every number and bool is there. They carry no reasons, so that nothing but a decimal moves;
/// where one gives up, the closures of <see cref="ValueCompiler"/> say what is missing or went wrong. What is not said here, those say too:
/// there is one meaning, of which this is the part without exceptions.
/// </summary>
internal sealed partial class KnownCompiler
{
    private readonly string text;

    private KnownCompiler(string text) => this.text = text;

    /// <summary>Whether there is anything to win: the expression is one of those that are told apart here.</summary>
    public static bool Covers(BoundExpression expression) => expression.Type is NumberType or BoolType && expression switch
    {
        BoundUnary or BoundArithmetic or BoundConditional or BoundSwitch => true,
        BoundComparison comparison => comparison.Left.Type is NumberType,
        BoundLogical logical => logical.Operator != OperatorKind.Coalesce,
        BoundCall call => call.Function.Known is not null,
        _ => false,
    };

    /// <summary>Closures for an expression of type number.</summary>
    public static KnownNumber CompileNumber(BoundExpression expression, string text) => new KnownCompiler(text).CompileNumber(expression);

    /// <summary>Closures for an expression of type bool.</summary>
    public static KnownBool CompileBool(BoundExpression expression, string text) => new KnownCompiler(text).CompileBool(expression);

    private KnownNumber? FindNumber(BoundExpression node) => node switch
    {
        BoundLiteral { Value.Kind: ValueKind.Number } literal => new LiteralNumber(literal.Value.Raw).TryGet,
        BoundName name => new SlotNumber(name.Symbol.Slot).TryGet,
        BoundUnary unary => Negate(CompileNumber(unary.Operand)),
        BoundArithmetic arithmetic => CompileArithmetic(arithmetic),
        BoundConditional conditional => Choose(CompileBool(conditional.Condition), CompileNumber(conditional.WhenTrue), CompileNumber(conditional.WhenFalse)),
        BoundSwitch choice => FindBands(choice),
        BoundCall { Function.Known: { } fold } call => CompileFold(call, fold),
        _ => null,
    };

    private KnownBool? FindBool(BoundExpression node) => node switch
    {
        BoundName name => Slot(name.Symbol.Slot),
        BoundUnary unary => Not(CompileBool(unary.Operand)),
        BoundComparison { Left.Type: NumberType } comparison => CompileComparison(comparison),
        BoundLogical { Operator: OperatorKind.And } logical => CompileAll(logical),
        BoundLogical { Operator: OperatorKind.Or } logical => CompileAny(logical),
        BoundConditional conditional => Choose(CompileBool(conditional.Condition), CompileBool(conditional.WhenTrue), CompileBool(conditional.WhenFalse)),
        _ => null,
    };

    private KnownNumber CompileNumber(BoundExpression node)
    {
        if (FindNumber(node) is { } known)
            return known;
        var evaluator = ValueCompiler.Compile(node, text);
        return (frame, out number) =>
        {
            var value = evaluator(frame);
            number = value.Raw;
            return value.Kind == ValueKind.Number;
        };
    }

    private KnownBool CompileBool(BoundExpression node)
    {
        if (FindBool(node) is { } known)
            return known;
        var evaluator = ValueCompiler.Compile(node, text);
        return (frame, out value) =>
        {
            var found = evaluator(frame);
            value = found.IsTrue;
            return found.Kind == ValueKind.Bool;
        };
    }

    /// <summary>The number, rounded to 20 decimals where it is inexact.</summary>
    private KnownNumber CompileRounded(BoundExpression node, bool rounds)
    {
        var known = CompileNumber(node);
        if (!rounds)
            return known;
        return (frame, out number) =>
        {
            if (!known(frame, out number))
                return false;
            number = Inexact.Round(number);
            return true;
        };
    }

    private TResult CompilePair<TBuilder, TResult>(TBuilder builder, BoundExpression left, bool roundsLeft, BoundExpression right, bool roundsRight)
        where TBuilder : IPairBuilder<TResult> => (roundsLeft ? null : left) switch
        {
            BoundName name => WithRight<TBuilder, SlotNumber, TResult>(builder, new(name.Symbol.Slot), right, roundsRight),
            BoundLiteral literal => WithRight<TBuilder, LiteralNumber, TResult>(builder, new(literal.Value.Raw), right, roundsRight),
            _ => WithRight<TBuilder, ComputedNumber, TResult>(builder, new(CompileRounded(left, roundsLeft)), right, roundsRight),
        };

    private TResult WithRight<TBuilder, TLeft, TResult>(TBuilder builder, TLeft left, BoundExpression right, bool rounds)
        where TBuilder : IPairBuilder<TResult>
        where TLeft : struct, INumberSource => (rounds ? null : right) switch
        {
            BoundName name => builder.Build(left, new SlotNumber(name.Symbol.Slot)),
            BoundLiteral literal => builder.Build(left, new LiteralNumber(literal.Value.Raw)),
            _ => builder.Build(left, new ComputedNumber(CompileRounded(right, rounds))),
        };
}
