using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of texts, and whether there is a value at all. Texts are compared character by character, in no culture.</summary>
internal static partial class TextFunctions
{
    /// <summary>A bound is a value that is there; what is calculated from bounds is left open, since it may fail: the bounds of the call decide.</summary>
    public static Value Has(CallSite call, Frame frame)
    {
        var value = call.Argument(0, frame);
        var isOpen = value.IsMissing && !value.IsAbsent && !call.Node.Arguments[0].IsPlainRead;
        return value.IsFailed || isOpen ? value : Value.Of(!value.IsAbsent);
    }

    public static Value Contains(CallSite call, Frame frame) => Test(call, frame, Contains);

    public static Value StartsWith(CallSite call, Frame frame) => Test(call, frame, StartsWith);

    public static Value EndsWith(CallSite call, Frame frame) => Test(call, frame, EndsWith);

    /// <summary>Characters as people count them in Chinese: a character outside the first plane is one, not two.</summary>
    public static Value Length(CallSite call, Frame frame)
    {
        var text = call.Argument(0, frame);
        return text.IsKnown ? Value.Of(Length(text)) : text;
    }

    private static decimal Length(Value text)
    {
        var count = 0;
        foreach (var _ in text.Text.EnumerateRunes())
            count++;
        return count;
    }

    private static bool Contains(Value text, Value part) =>
        text.Kind == ValueKind.TextSet ? text.TextSet.Contains(part.Text) : text.Text.Contains(part.Text, StringComparison.Ordinal);

    private static bool StartsWith(Value text, Value part) => text.Text.StartsWith(part.Text, StringComparison.Ordinal);

    private static bool EndsWith(Value text, Value part) => text.Text.EndsWith(part.Text, StringComparison.Ordinal);

    private static Value Test(CallSite call, Frame frame, Func<Value, Value, bool> test)
    {
        var (text, part) = (call.Argument(0, frame), call.Argument(1, frame));
        return text.IsKnown && part.IsKnown ? Value.Of(test(text, part)) : Absent.Of(text, part);
    }
}
