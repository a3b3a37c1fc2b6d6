namespace PerfEval.Rules.Language.Evaluation;

// Where a known number comes from, as structs: a node over a slot and a literal is compiled by the JIT to code without a call for either.

/// <summary>The source of a number.</summary>
internal interface INumberSource
{
    bool TryGet(Frame frame, out decimal number);
}

/// <summary>A slot of the frame.</summary>
internal readonly struct SlotNumber(int slot) : INumberSource
{
    public bool TryGet(Frame frame, out decimal number)
    {
        ref readonly var value = ref frame.Slots[slot];
        number = value.Raw;
        return value.Kind == ValueKind.Number;
    }
}

/// <summary>A literal.</summary>
internal readonly struct LiteralNumber(decimal literal) : INumberSource
{
    public bool TryGet(Frame frame, out decimal number)
    {
        number = literal;
        return true;
    }
}

/// <summary>Any other sub-expression.</summary>
internal readonly struct ComputedNumber(KnownNumber computed) : INumberSource
{
    public bool TryGet(Frame frame, out decimal number) => computed(frame, out number);
}

/// <summary>Builds what two numbers come to, for the sources of both.</summary>
internal interface IPairBuilder<out TResult>
{
    TResult Build<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, INumberSource
        where TRight : struct, INumberSource;
}
