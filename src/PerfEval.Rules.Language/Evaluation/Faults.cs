using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>The failures that evaluation itself can meet; functions add their own with <see cref="Domain"/>.</summary>
internal static class Faults
{
    public static Value DivisionByZero(TextSpan span, string text, string figures) =>
        Fail(span, new("除数为零", "division by zero"), text, figures);

    public static Value Overflow(TextSpan span, string text, string figures) =>
        Fail(span, new("数值超出范围", "number out of range"), text, figures);

    public static Value Domain(TextSpan span, Bilingual what, string text, string figures) => Fail(span, what, text, figures);

    /// <summary><c>min(5, ?)</c>: a call with the values of its arguments.</summary>
    public static string Call(CallSite call, params ReadOnlySpan<Value> arguments)
    {
        var shown = new string[arguments.Length];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = ValueText.Format(arguments[i], call.Node.Arguments[i].Format, withUnit: true);
        return $"{call.Node.Function.Name}({string.Join(", ", shown)})";
    }

    public static string Operands(in Value left, NumberFormat? leftFormat, string sign, in Value right, NumberFormat? rightFormat) =>
        $"{ValueText.Format(left, leftFormat, withUnit: true)} {sign} {ValueText.Format(right, rightFormat, withUnit: true)}";

    private static Value Fail(TextSpan span, Bilingual what, string text, string figures) =>
        Value.Failed(new(span, new($"{what.Zh}：`{text}` = {figures}", $"{what.En}: `{text}` = {figures}")));
}
