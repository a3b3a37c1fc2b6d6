using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// Bound tree to closures. One compiler gives both runs: for a recorded one every node is wrapped, so that recording cannot change a value.
/// </summary>
internal sealed partial class ValueCompiler
{
    private readonly string text;
    private readonly bool isRecording;

    private ValueCompiler(string text, bool isRecording)
    {
        this.text = text;
        this.isRecording = isRecording;
    }

    /// <param name="text">The whole text as typed, for the messages of failures.</param>
    public static Evaluator Compile(BoundExpression expression, string text) => new ValueCompiler(text, isRecording: false).Compile(expression);

    /// <summary>Closures that also tell <see cref="Frame.Recording"/> what each node came to.</summary>
    public static Evaluator CompileRecording(BoundExpression expression, string text) => new ValueCompiler(text, isRecording: true).Compile(expression);

    private Evaluator Compile(BoundExpression node)
    {
        var evaluator = CompileNode(node);
        return isRecording ? Recorder.Wrap(node, SourceOf(node.Span), evaluator) : evaluator;
    }

    private Evaluator CompileNode(BoundExpression node) => node switch
    {
        BoundLiteral literal => Constant(literal.Value),
        BoundName name => Slot(name.Symbol.Slot),
        BoundCell cell => CompileCell(cell),
        BoundIndex index => CompileIndex(index),
        BoundUnary unary => CompileUnary(unary),
        BoundArithmetic arithmetic => CompileArithmetic(arithmetic),
        BoundComparison comparison => CompileComparison(comparison),
        BoundLogical logical => CompileLogical(logical),
        BoundConditional conditional => CompileConditional(conditional),
        BoundIs test => CompileIs(test),
        BoundSwitch choice => CompileSwitch(choice),
        BoundCall call => CompileCall(call),
        BoundLambda lambda => Compile(lambda.Body),
        _ => Constant(Value.Failed(new(node.Span, new("表达式有错误", "the expression has an error")))),
    };

    private static Evaluator Constant(Value value) => _ => value;

    private static Evaluator Slot(int slot) => frame => frame.Slots[slot];

    /// <summary>The node, its number rounded to 20 decimals where it is inexact.</summary>
    private Evaluator CompileRounded(BoundExpression node, bool rounds)
    {
        var evaluator = Compile(node);
        return rounds ? frame => Inexact.Round(evaluator(frame)) : evaluator;
    }

    private Evaluator CompileCell(BoundCell cell)
    {
        var row = Compile(cell.Row);
        var column = cell.ColumnIndex;
        return frame =>
        {
            var value = row(frame);
            return value.Row is { } known ? known.Cells[column] : value;
        };
    }

    private Evaluator CompileIndex(BoundIndex index)
    {
        var (table, key) = (Compile(index.Table), CompileRounded(index.Key, index.Key.Type is NumberType { IsInexact: true }));
        return frame =>
        {
            var (rows, wanted) = (table(frame), key(frame));
            if (!rows.IsKnown || !wanted.IsKnown)
                return Absent.Of(rows, wanted);
            return rows.Table!.Find(wanted) is { } row ? Value.Of(row) : Value.Missing(Absent.NoRow(rows.Table, wanted)); // known and of type table: never null
        };
    }

    private Evaluator CompileUnary(BoundUnary unary)
    {
        var operand = Compile(unary.Operand);
        if (unary.Operator.Kind == OperatorKind.Not)
        {
            return frame =>
            {
                var value = operand(frame);
                return value.IsKnown ? Value.Of(value.IsFalse) : value;
            };
        }

        if (unary.Operand is BoundLiteral literal && !isRecording)
            return Constant(Value.Of(-literal.Value.Number));
        return frame =>
        {
            var value = operand(frame);
            return value.IsKnown ? Value.Of(-value.Number) : value;
        };
    }

    private Evaluator CompileCall(BoundCall call)
    {
        var rounds = call.Function.RoundsInexact;
        var arguments = ImmutableArray.CreateBuilder<Evaluator>(call.Arguments.Length);
        foreach (var argument in call.Arguments)
        {
            // A lambda runs once per row: its rows are not recorded one by one, the call shows as what it comes to.
            var compiler = argument is BoundLambda && isRecording ? new ValueCompiler(text, isRecording: false) : this;
            arguments.Add(compiler.CompileRounded(argument, rounds && argument.Type is NumberType { IsInexact: true }));
        }

        var site = new CallSite(call, arguments.MoveToImmutable()) { Text = SourceOf(call.Span) };
        var value = call.Function.Value;
        return frame => value(site, frame);
    }

    private string SourceOf(TextSpan span) => span.Of(text).ToString();
}
