using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

// Where an operand comes from, as structs: a node over a slot and a literal is compiled by the JIT to code without a call for either.

/// <summary>The source of an operand.</summary>
internal interface IOperand
{
    Value Get(Frame frame);
}

/// <summary>A slot of the frame.</summary>
internal readonly struct SlotOperand(int slot) : IOperand
{
    public Value Get(Frame frame) => frame.Slots[slot];
}

/// <summary>A literal.</summary>
internal readonly struct ConstantOperand(Value value) : IOperand
{
    public Value Get(Frame frame) => value;
}

/// <summary>Any other sub-expression.</summary>
internal readonly struct ClosureOperand(Evaluator evaluator) : IOperand
{
    public Value Get(Frame frame) => evaluator(frame);
}

/// <summary>Builds a node for the sources of its two operands.</summary>
internal interface IBinaryNode
{
    Evaluator Build<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand;
}

internal sealed partial class ValueCompiler
{
    private Evaluator CompileBinary<TNode>(TNode node, BoundExpression left, bool roundsLeft, BoundExpression right, bool roundsRight)
        where TNode : struct, IBinaryNode => PlainSource(left, roundsLeft) switch
        {
            BoundName name => WithRight(node, new SlotOperand(name.Symbol.Slot), right, roundsRight),
            BoundLiteral literal => WithRight(node, new ConstantOperand(literal.Value), right, roundsRight),
            _ => WithRight(node, new ClosureOperand(CompileRounded(left, roundsLeft)), right, roundsRight),
        };

    private Evaluator WithRight<TNode, TLeft>(TNode node, TLeft left, BoundExpression right, bool rounds)
        where TNode : struct, IBinaryNode
        where TLeft : struct, IOperand => PlainSource(right, rounds) switch
        {
            BoundName name => node.Build(left, new SlotOperand(name.Symbol.Slot)),
            BoundLiteral literal => node.Build(left, new ConstantOperand(literal.Value)),
            _ => node.Build(left, new ClosureOperand(CompileRounded(right, rounds))),
        };

    /// <summary>The node where it may be read without a closure, else null.</summary>
    private BoundExpression? PlainSource(BoundExpression node, bool rounds) => isRecording || rounds ? null : node;
}
