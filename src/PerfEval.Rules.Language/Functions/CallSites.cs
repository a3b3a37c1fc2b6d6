using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

internal static class CallSites
{
    extension(CallSite call)
    {
        /// <summary>One argument.</summary>
        public Value Argument(int index, Frame frame) => call.Arguments[index](frame);

        /// <summary>The slot in which a lambda finds its row.</summary>
        public int RowSlot(int index) => ((BoundLambda)call.Node.Arguments[index]).Parameter.Slot;

        /// <summary>The failure of this call, with the values of its arguments.</summary>
        public Value Fail(Bilingual what, params ReadOnlySpan<Value> arguments) =>
            Faults.Domain(call.Node.Span, what, call.Text, Faults.Call(call, arguments));

        /// <summary>The failure of a call over many numbers.</summary>
        public Value Overflow() => Faults.Overflow(call.Node.Span, call.Text, "…");
    }

    extension(BoundsCallSite call)
    {
        /// <summary>The bounds of one argument.</summary>
        public Bounds Argument(int index, BoundsFrame frame) => call.Arguments[index](frame);

        /// <inheritdoc cref="RowSlot(CallSite, int)"/>
        public int RowSlot(int index) => ((BoundLambda)call.Node.Arguments[index]).Parameter.Slot;
    }
}

/// <summary>Runs a lambda over the rows of a table.</summary>
internal readonly ref struct RowReader(CallSite call, int argument, Table table, Frame frame)
{
    private readonly Evaluator lambda = call.Arguments[argument];
    private readonly ref Value slot = ref frame.Slots[call.RowSlot(argument)];

    public Value At(int row)
    {
        slot = Value.Of(table.Rows[row]);
        return lambda(frame);
    }
}
