using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Types;
using static PerfEval.Rules.Language.Text.DiagnosticSeverity;

namespace PerfEval.Rules.Language.Text;

// Columns, keys and functions: PE0120 to PE0139.
internal sealed partial class DiagnosticBag
{
    public void UnknownColumn(TextSpan span, string name, TableType table, Suggestion? nearest) =>
        Add("PE0120", Error, span, DidYouMean(new($"表 `{table.Name}` 没有列 `{name}`", $"`{table.Name}` has no column `{name}`"), nearest), Correction(span, nearest));

    public void NoColumns(TextSpan span, string name, ExpressionType type) =>
        Add("PE0121", Error, span, new($"{type.Title.Zh}没有列，不能取 `{name}`", $"{type.Title.En} has no columns, so no `{name}`"));

    public void ColumnOfTable(TextSpan span, string name, TableType table) =>
        Add(
            "PE0122",
            Error,
            span,
            new(
                $"列要通过行取得：用函数写 `{table.Name}.Sum(p => p.{name})`，或用键写 `{table.Name}[键].{name}`",
                $"a column is reached through a row: by a function, `{table.Name}.Sum(p => p.{name})`, or by a key, `{table.Name}[key].{name}`"));

    public void NotIndexable(TextSpan span, ExpressionType type) =>
        Add(
            "PE0123",
            Error,
            span,
            type is TableType
                ? new($"{type.Title.Zh}没有键，应写 `First(p => …)`", $"{type.Title.En} has no key; write `First(p => …)`")
                : new($"只有表可以用键取行，而这是{type.Title.Zh}", $"only a table has rows by key, this is {type.Title.En}"));

    public void KeyTypeDiffers(TextSpan span, ExpressionType type, Column key) =>
        Add(
            "PE0124",
            Error,
            span,
            new($"键 `{key.Name}` 是{key.Type.Title.Zh}，而这是{type.Title.Zh}", $"the key `{key.Name}` is {key.Type.Title.En}, this is {type.Title.En}"));

    public void UnknownKey(TextSpan span, string function, string key, Suggestion? nearest) =>
        Add(
            "PE0125",
            Error,
            span,
            DidYouMean(new($"`{function}` 找不到 `{key}`", $"`{function}` knows no `{key}`"), nearest),
            Correction(span, nearest is null ? null : nearest with { Name = Syntax.Printer.Quote(nearest.Name) }));

    public void UnknownFunction(TextSpan span, string name, Suggestion? nearest) =>
        Add("PE0130", Error, span, DidYouMean(new($"没有函数 `{name}`", $"there is no function `{name}`"), nearest), Correction(span, nearest));

    public void ArgumentCount(TextSpan span, string signature, int given) =>
        Add("PE0131", Error, span, new($"参数个数不符：应为 `{signature}`，给了 {given} 个", $"wrong number of arguments: `{signature}` is expected, {given} given"));

    public void ArgumentType(TextSpan span, string function, Parameter parameter, ExpressionType type) =>
        Add(
            "PE0132",
            Error,
            span,
            new(
                $"`{function}` 的参数 `{parameter.Name}` 须为{parameter.Kind.Title.Zh}，而这是{type.Title.Zh}",
                $"`{parameter.Name}` of `{function}` takes {parameter.Kind.Title.En}, this is {type.Title.En}"));

    public void MeasuresDisagree(TextSpan span, string function) =>
        Add(
            "PE0133",
            Error,
            span,
            new($"`{function}` 的参数不能既有金额又有普通数值", $"the arguments of `{function}` do not agree: some are money, some are plain numbers"));

    public void NotAfterDot(TextSpan span, TextSpan call, string function, string rewritten) =>
        Add(
            "PE0134",
            Error,
            span,
            new($"`{function}` 不写在点号之后，应写 `{function}(…)`", $"`{function}` is not written after a dot; write `{function}(…)`"),
            SyntaxFixes.Replace(call, rewritten));

    public void LambdaNotAllowed(TextSpan span) =>
        Add(
            "PE0135",
            Error,
            span,
            new("`x => …` 只能作为表函数的参数，如 `项目.Sum(p => p.执行数)`", "`x => …` may only be an argument of a table function, such as `项目.Sum(p => p.执行数)`"));

    public void LambdaExpected(TextSpan span, string function, Parameter parameter, string? rewritten) =>
        Add(
            "PE0136",
            Error,
            span,
            new(
                $"`{function}` 的参数 `{parameter.Name}` 须对每行写出，如 `p => p.列`",
                $"`{parameter.Name}` of `{function}` is written for each row, such as `p => p.column`"),
            rewritten is null ? [] : [SyntaxFixes.Replace(span, rewritten)]);

    public void LambdaParameterHides(TextSpan span, string name) =>
        Add("PE0137", Error, span, new($"`{name}` 已有含义，请换一个名字", $"`{name}` already has a meaning; choose another name"));

    public void NotWhole(TextSpan span, string function, Parameter parameter) =>
        Add("PE0138", Error, span, new($"`{function}` 的参数 `{parameter.Name}` 须为整数", $"`{parameter.Name}` of `{function}` takes a whole number"));
}
