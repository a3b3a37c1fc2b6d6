using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Text;

// What the parser reports.
internal sealed partial class DiagnosticBag
{
    public void EmptyText(TextSpan span) =>
        SyntaxError("PE0030", span, "表达式为空", "the expression is empty");

    public void OperandMissing(TextSpan span, string? found)
    {
        if (found is null)
            SyntaxError("PE0031", span, "表达式不完整，末尾缺少一个值", "the expression is not complete: a value is missing at its end");
        else
            SyntaxError("PE0031", span, $"`{found}` 之前缺少一个值", $"a value is missing before `{found}`");
    }

    public void OperatorMissing(TextSpan span, string found, params ReadOnlySpan<TextFix> fixes) =>
        SyntaxError("PE0032", span, $"`{found}` 之前缺少运算符", $"an operator is missing before `{found}`", fixes);

    public void UnexpectedToken(TextSpan span, string found, params ReadOnlySpan<TextFix> fixes) =>
        SyntaxError("PE0033", span, $"此处不应出现 `{found}`", $"`{found}` is not expected here", fixes);

    public void BracketNotClosed(TextSpan span, string open, string close, int? end)
    {
        ReadOnlySpan<TextFix> fixes = end is { } place ? [SyntaxFixes.Insert(place, close)] : [];
        SyntaxError("PE0034", span, $"`{open}` 缺少对应的 `{close}`", $"`{open}` has no `{close}`", fixes);
    }

    public void CloserWithoutOpener(TextSpan span) =>
        SyntaxError("PE0035", span, "右括号没有对应的左括号", "the closing bracket has no opening one", SyntaxFixes.Delete(span));

    public void WrongCloser(TextSpan span, string found, string expected) =>
        SyntaxError("PE0036", span, $"此处应为 `{expected}` 而不是 `{found}`", $"`{expected}` is expected instead of `{found}`", SyntaxFixes.Replace(span, expected));

    public void BracketsOfGroup(TextSpan open, string found, TextSpan? close)
    {
        ReadOnlySpan<TextFix> fixes = close is { } end ? [new(new("改为 `(` `)`", "write `(` and `)`"), [new(open, "("), new(end, ")")])] : [];
        SyntaxError("PE0037", open, $"分组只用 `(` `)`，不用 `{found}`", $"terms are grouped by `(` and `)`, not by `{found}`", fixes);
    }

    public void Semicolon(TextSpan span) =>
        SyntaxError("PE0038", span, "用 `,` 分隔，不用 `;`", "parts are separated by `,`, not by `;`", SyntaxFixes.Replace(span, ","));

    public void ColonMissing(TextSpan span) =>
        SyntaxError("PE0039", span, "条件运算缺少 `:`，应为 `条件 ? 值 : 值`", "`:` is missing: a conditional is `condition ? value : value`");

    public void NameMissing(TextSpan span) =>
        SyntaxError("PE0040", span, "`.` 之后应为列名或函数名", "the name of a column or function is missing behind `.`");

    public void DiscardAsValue(TextSpan span) =>
        SyntaxError("PE0041", span, "`_` 不是值，只能用作模式", "`_` is no value, only a pattern");

    public void LambdaParameters(TextSpan span) =>
        SyntaxError("PE0042", span, "`=>` 之前应为一个名称", "one name stands before `=>`");

    public void UnaryPlus(TextSpan span) =>
        SyntaxError("PE0043", span, "`+` 之前缺少一个值；正号不必写", "a value is missing before `+`; there is no plus sign", SyntaxFixes.Delete(span));

    public void ComparisonChain(TextSpan span, ImmutableArray<TextChange> changes) =>
        SyntaxError("PE0044", span, "比较不能连写，应写作 `a < b && b < c`", "comparisons can't be chained: write `a < b && b < c`",
            new TextFix(new("拆为两个比较", "compare twice"), changes));

    public void SwitchBehindArithmetic(TextSpan keyword, int arithmeticStart, TextSpan operand, int end) =>
        SyntaxError("PE0045", keyword, "算术运算符右侧的 `switch` 须加括号说明其对象", "`switch` behind an arithmetic operator needs brackets that show what it tests",
            new TextFix(new("只判断右侧的值", "test the value on the right"), [new(new(operand.Start, 0), "("), new(new(end, 0), ")")]),
            new TextFix(new("判断整个算式", "test the whole term"), [new(new(arithmeticStart, 0), "("), new(new(operand.End, 0), ")")]));

    public void BraceMissing(TextSpan span) =>
        SyntaxError("PE0046", span, "`switch` 之后应为 `{`", "`{` is missing behind `switch`");

    public void NoArms(TextSpan span) =>
        SyntaxError("PE0047", span, "`switch` 至少要有一个分支，如 `_ => 0`", "a `switch` has one arm at least, such as `_ => 0`");

    public void ArrowMissing(TextSpan span) =>
        SyntaxError("PE0048", span, "分支缺少 `=>`，应为 `模式 => 值`", "`=>` is missing: an arm is `pattern => value`");

    public void CommaMissing(TextSpan span, int end) =>
        SyntaxError("PE0049", span, "两个分支之间缺少 `,`", "`,` is missing between two arms", SyntaxFixes.Insert(end, ","));

    public void PatternMissing(TextSpan span) =>
        SyntaxError("PE0050", span, "此处缺少模式，如 `>= 90`、`\"优\"`、`_`", "a pattern is missing, such as `>= 90`, `\"A\"`, `_`");

    public void EqualInPattern(TextSpan span, int next) =>
        SyntaxError("PE0051", span, "模式直接写值，不写 `==`", "a pattern is the value itself, without `==`",
            SyntaxFixes.Delete(TextSpan.FromBounds(span.Start, next)));

    public void DefaultArm(TextSpan span, string found) =>
        SyntaxError("PE0052", span, $"其他情况用 `_` 表示，不用 `{found}`", $"all other values are written `_`, not `{found}`", SyntaxFixes.Replace(span, "_"));

    private void SyntaxError(string code, TextSpan span, string zh, string en, params ReadOnlySpan<TextFix> fixes) =>
        Add(code, DiagnosticSeverity.Error, span, new(zh, en), fixes);
}
