using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using static PerfEval.Rules.Language.Text.DiagnosticSeverity;

namespace PerfEval.Rules.Language.Text;

// Patterns and switches: PE0140 to PE0149.
internal sealed partial class DiagnosticBag
{
    public void PatternNotConstant(TextSpan span) =>
        Add(
            "PE0140",
            Error,
            span,
            new("模式中只能写常量；与其他值比较用 `when` 或比较运算", "a pattern takes constants only; compare with other values by `when` or a comparison"));

    public void PatternTypeDiffers(TextSpan span, ExpressionType type, ExpressionType operand) =>
        Add("PE0141", Error, span, new($"{operand.Title.Zh}不能等于{type.Title.Zh}", $"{operand.Title.En} is never {type.Title.En}"));

    public void RelationalPatternNotDefined(OperatorToken token, ExpressionType operand) =>
        Add(
            "PE0142",
            Error,
            token.Span,
            new(
                $"模式 `{Spelling(token)}` 只能用于数值、金额和日期，而这是{operand.Title.Zh}",
                $"pattern `{Spelling(token)}` is for numbers, money and dates only, this is {operand.Title.En}"));

    public void SwitchIncomplete(TextSpan span, string? uncovered) =>
        Add(
            "PE0143",
            Error,
            span,
            uncovered is null
                ? new("`switch` 没有覆盖所有值，请以 `_ => …` 结尾", "the switch does not cover every value; end it in `_ => …`")
                : new(
                    $"`switch` 没有覆盖所有值，例如 `{uncovered}`；请补上一项，或以 `_ => …` 结尾",
                    $"the switch does not cover every value, such as `{uncovered}`; add an arm, or end it in `_ => …`"));

    public void UnreachableArm(TextSpan span, int hidingArm, ReadOnlySpan<char> hidingPattern) =>
        Add(
            "PE0144",
            Warning,
            span,
            new($"永远到不了这一项：前面的项已覆盖，直到第 {hidingArm} 项 `{hidingPattern}`", $"this arm is never reached: the arms up to arm {hidingArm}, `{hidingPattern}`, cover it"));

    public void EmptyPattern(TextSpan span) =>
        Add("PE0145", Warning, span, new("没有值符合此模式", "no value matches this pattern"));

    public void NoSuchDate(TextSpan span) =>
        Add("PE0146", Error, span, new("没有这一天", "there is no such day"));
}
