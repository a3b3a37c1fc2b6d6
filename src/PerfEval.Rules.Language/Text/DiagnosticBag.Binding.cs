using System.Globalization;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using static PerfEval.Rules.Language.Text.DiagnosticSeverity;

namespace PerfEval.Rules.Language.Text;

// Names, operators and the type of the whole: PE0101 to PE0119.
internal sealed partial class DiagnosticBag
{
    public void UnknownName(TextSpan span, string name, Suggestion? nearest) =>
        Add("PE0101", Error, span, DidYouMean(new($"没有名为 `{name}` 的指标数据、参数或表", $"there is no input, param or table named `{name}`"), nearest), Correction(span, nearest));

    public void ColumnWithoutRow(TextSpan span, string name, string table, string? row) =>
        Add(
            "PE0102",
            Error,
            span,
            new(
                $"`{name}` 是表 `{table}` 的一列，只能通过行取得，如 `{row ?? "p"}.{name}`",
                $"`{name}` is a column of `{table}` and is reached through a row, such as `{row ?? "p"}.{name}`"),
            row is null ? [] : [SyntaxFixes.Replace(span, $"{row}.{name}")]);

    public void OperatorNotDefined(OperatorToken token, ExpressionType left, ExpressionType right) =>
        Add(
            "PE0103",
            Error,
            token.Span,
            new(
                $"运算符 `{Spelling(token)}` 不能用于{left.Title.Zh}与{right.Title.Zh}",
                $"operator `{Spelling(token)}` is not defined for {left.Title.En} and {right.Title.En}"));

    public void OperatorNotDefined(OperatorToken token, ExpressionType operand) =>
        Add(
            "PE0103",
            Error,
            token.Span,
            new(
                $"运算符 `{Spelling(token)}` 不能用于{operand.Title.Zh}",
                $"operator `{Spelling(token)}` is not defined for {operand.Title.En}"));

    public void PlainLiteralAgainstMoney(NumberSyntax literal, ReadOnlySpan<char> written) =>
        Add(
            "PE0104",
            Error,
            literal.Span,
            new($"与金额相对的数须写明单位：`{written}万元` 或 `{written}元`", $"a number that meets money needs its unit: `{written}万元` or `{written}元`"),
            SyntaxFixes.Replace(literal.Span, $"{written}万元"),
            SyntaxFixes.Replace(literal.Span, $"{written}元"));

    public void NullIsNoValue(TextSpan span) =>
        Add("PE0105", Error, span, new("`null` 不是值；用 `x is null` 判断缺失，用 `??` 给出替代值", "`null` is no value; test with `x is null`, replace with `??`"));

    public void ComparedWithNull(TextSpan span, string operand, bool isEqual) =>
        Add(
            "PE0106",
            Error,
            span,
            isEqual
                ? new("缺失不能用 `==` 判断，应写 `is null`", "a missing value is not found with `==`; write `is null`")
                : new("缺失不能用 `!=` 判断，应写 `is not null`", "a missing value is not found with `!=`; write `is not null`"),
            SyntaxFixes.Replace(span, $"{operand} is {(isEqual ? "" : "not ")}null"));

    public void NotAChoice(TextSpan span, string text, IReadOnlyCollection<string> choices, Suggestion? nearest)
    {
        var listed = string.Join('、', choices.Take(8).Select(choice => $"`{choice}`"));
        Add(
            "PE0107",
            Error,
            span,
            DidYouMean(new($"`{text}` 不在选项中（{listed}）", $"`{text}` is not one of the choices ({listed})"), nearest),
            Correction(span, nearest is null ? null : nearest with { Name = Printer.Quote(nearest.Name) }));
    }

    public void PercentAgainstUnit(NumberSyntax literal, ReadOnlySpan<char> digits, string unit) =>
        Add(
            "PE0108",
            Warning,
            literal.Span,
            new($"百分数与以 `{unit}` 计的数相比，是否应为 `{digits}`", $"a percentage meets a number counted in `{unit}`; `{digits}` may be meant"),
            SyntaxFixes.Replace(literal.Span, digits.ToString()));

    public void PlainAgainstPercent(NumberSyntax literal, ReadOnlySpan<char> digits)
    {
        var meant = (literal.Value * 100).ToString("0.##", CultureInfo.InvariantCulture);
        Add(
            "PE0114",
            Warning,
            literal.Span,
            new($"与百分数相比的 `{digits}` 即 {meant}%，是否应为 `{digits}%`", $"`{digits}` meets a percentage and means {meant}%; `{digits}%` may be meant"),
            SyntaxFixes.Replace(literal.Span, $"{digits}%"));
    }

    public void DivisionByZero(TextSpan span) =>
        Add("PE0109", Error, span, new("除数为 0", "the divisor is 0"));

    public void ConditionExpected(TextSpan span, ExpressionType type) =>
        Add("PE0110", Error, span, new($"此处须为是非值，而这是{type.Title.Zh}", $"true or false is expected here, this is {type.Title.En}"));

    public void BranchesDisagree(TextSpan span, ExpressionType type, ExpressionType others) =>
        Add(
            "PE0111",
            Error,
            span,
            new($"各分支的类型须一致：这里是{type.Title.Zh}，前面是{others.Title.Zh}", $"the branches must agree: this is {type.Title.En}, those before are {others.Title.En}"));

    public void UnexpectedType(TextSpan span, Expected expected, ExpressionType type)
    {
        var demand = expected switch
        {
            Expected.PlainNumber => new Bilingual("分值须为普通数值", "points must be a plain number"),
            Expected.Number => new Bilingual("此处须为数值", "a number is expected here"),
            Expected.Bool => new Bilingual("条件须为是非值", "a condition must be true or false"),
            _ => new Bilingual("此处须为表", "a table is expected here"),
        };
        Add("PE0112", Error, span, new($"{demand.Zh}，而这是{type.Title.Zh}", $"{demand.En}, this is {type.Title.En}"));
    }

    public void FunctionIsNoValue(TextSpan span, string name) =>
        Add("PE0113", Error, span, new($"`{name}` 是函数，应写 `{name}(…)`", $"`{name}` is a function; write `{name}(…)`"));

    private static string Spelling(OperatorToken token) => BinaryOperators.Spelling(token.Kind);

    private static Bilingual DidYouMean(Bilingual message, Suggestion? nearest) =>
        nearest is null ? message : new($"{message.Zh}，是否应为 `{nearest.Name}`", $"{message.En}; did you mean `{nearest.Name}`");

    private static TextFix[] Correction(TextSpan span, Suggestion? nearest) =>
        nearest is { IsCertain: true } ? [SyntaxFixes.Replace(span, nearest.Name)] : [];
}
