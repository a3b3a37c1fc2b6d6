using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using Limit = PerfEval.Rules.Language.Syntax.SyntaxLimits;

namespace PerfEval.Rules.Language.Text;

// What the lexer reports: limits, characters, literals.
internal sealed partial class DiagnosticBag
{
    public void TextTooLong(TextSpan span) =>
        SyntaxError("PE0001", span, $"表达式过长，最多 {Limit.Length} 个字符", $"the expression is too long: {Limit.Length} characters at most");

    public void TooManyTokens(TextSpan span) =>
        SyntaxError("PE0002", span, $"表达式过长，最多 {Limit.Tokens} 个词", $"the expression is too long: {Limit.Tokens} words and signs at most");

    public void NestedTooDeeply(TextSpan span) =>
        SyntaxError("PE0003", span, $"嵌套过深，最多 {Limit.Nesting} 层", $"nested too deeply: {Limit.Nesting} levels at most");

    public void UnexpectedCharacter(TextSpan span, int codePoint, string? meant)
    {
        ReadOnlySpan<TextFix> fixes = meant switch { null => [], "" => [SyntaxFixes.Delete(span)], _ => [SyntaxFixes.Replace(span, meant)] };
        SyntaxError("PE0004", span, $"此处不能使用字符 U+{codePoint:X4}", $"the character U+{codePoint:X4} can't be used here", fixes);
    }

    public void SignSlip(TextSpan span, string typed, string meant)
    {
        if (meant.Length == 0)
            SyntaxError("PE0005", span, $"`{typed}` 不是运算符", $"`{typed}` is no operator", SyntaxFixes.Delete(span));
        else
            SyntaxError("PE0005", span, $"`{typed}` 应写作 `{meant}`", $"`{typed}` is written `{meant}`", SyntaxFixes.Replace(span, meant));
    }

    public void CurrencySign(TextSpan span, char typed, NumberSyntax? number = null)
    {
        ReadOnlySpan<TextFix> fixes = number switch
        {
            { Form: NumberForm.Plain } => [new(new("改用单位 `元`", "use the unit `元`"), [new(span, ""), new(new(number.Span.End, 0), "元")])],
            { Form: NumberForm.Money } => [SyntaxFixes.Delete(span)], // it has its unit
            _ => [],
        };
        SyntaxError("PE0006", span, $"金额不写 `{typed}`，在数字后写 `元`", $"money is written without `{typed}`, with `元` behind the number", fixes);
    }

    public void TextNotClosed(TextSpan span) =>
        SyntaxError("PE0007", span, "文本缺少右引号", "the text literal has no closing quotation mark in its line");

    public void QuotationMarks(TextSpan span, TextSpan content) =>
        SyntaxError("PE0008", span, "文本须用一对 `\"` 或一对 `“` `”` 括起来", "a text literal stands between two `\"` or between `“` and `”`",
            new TextFix(new("改为 `“` `”`", "write `“` and `”`"),
                [new(TextSpan.FromBounds(span.Start, content.Start), "“"), new(TextSpan.FromBounds(content.End, span.End), "”")]));

    public void UnknownEscape(TextSpan span) =>
        SyntaxError("PE0009", span, "反斜杠后只能是 `\"` 或 `\\`", "a backslash stands only before `\"` or `\\`", SyntaxFixes.Replace(span, "\\\\"));

    public void CommentInOneLine(TextSpan span) =>
        SyntaxError("PE0010", span, "只有多行表达式才能写 `//` 注释", "a `//` comment needs an expression of several lines", SyntaxFixes.Delete(span));

    public void BlockComment(TextSpan span) =>
        SyntaxError("PE0011", span, "注释用 `//` 书写", "comments are written with `//`", SyntaxFixes.Delete(span));

    public void MalformedNumber(TextSpan span, string? meant)
    {
        ReadOnlySpan<TextFix> fixes = meant is null ? [] : [SyntaxFixes.Replace(span, meant)];
        SyntaxError("PE0012", span, "小数点前后都要有数字，且只能有一个小数点", "a number has one decimal point at most, with digits on both sides", fixes);
    }

    public void LettersBehindNumber(TextSpan span, string letters, ReadOnlySpan<TextFix> fixes) =>
        SyntaxError("PE0013", span, $"数字后不能直接写 `{letters}`：单位只有 `%`、`元`、`万元`、`亿元`，名称不能以数字开头",
            $"`{letters}` can't follow a number: the units are `%`, `元`, `万元`, `亿元`, and no name begins with a digit", fixes);

    public void ThousandsSeparator(TextSpan span, ImmutableArray<TextChange> changes) =>
        SyntaxError("PE0014", span, "数字中不写千分位逗号", "a number has no thousands separators", new TextFix(new("删除逗号", "delete the commas"), changes));

    public void NumberTooLarge(TextSpan span) =>
        SyntaxError("PE0015", span, "数字过大或小数位过多，最多 28 位", "the number is too large or has too many digits: 28 at most");

    public void PercentOutOfPlace(TextSpan span) =>
        SyntaxError("PE0016", span, "`%` 只写在数字之后表示百分数，没有取余运算", "`%` stands behind a number only and makes it a percentage; there is no remainder operator");

    public void WordOfOtherCase(TextSpan span, string typed, string meant) =>
        SyntaxError("PE0017", span, $"`{typed}` 应写作 `{meant}`", $"`{typed}` is written `{meant}`", SyntaxFixes.Replace(span, meant));

    public void NullConditional(TextSpan span, char sign) =>
        SyntaxError("PE0018", span, $"`?{sign}` 应写作 `{sign}`，缺失值会自动传递", $"`?{sign}` is written `{sign}`: missing values are passed on without it",
            SyntaxFixes.Replace(span, sign.ToString()));

    public void OperatorSpelling(TextSpan span, string typed, string meant) =>
        SyntaxError("PE0019", span, $"`{typed}` 应写作 `{meant.Trim()}`", $"`{typed}` is written `{meant.Trim()}`", SyntaxFixes.Replace(span, meant));
}
