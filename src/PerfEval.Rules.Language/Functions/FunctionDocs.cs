using System.Globalization;
using System.Text;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Writes docs/functions.md from the function table.</summary>
public static class FunctionDocs
{
    /// <summary>The document, in both languages; lines end in <c>\n</c>.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Functions · 函数

            Names ignore case. A function whose argument is missing is missing, one whose argument failed fails. A function of a table may be written after a dot:
            `项目.Sum(p => p.执行数)`. Money is kept in 元. This page is generated from the function table.

            函数名不分大小写。参数缺失则结果缺失，参数出错则结果出错。表函数可写在点号之后：`项目.Sum(p => p.执行数)`。金额按元计。本页由函数表生成。

            The examples read the table · 示例所用的表 `项目`:


            """);
        WriteExampleTable(page);
        foreach (var overloads in FunctionTable.All.GroupBy(function => function.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"## {overloads.Key}\n\n");
            foreach (var function in overloads)
                WriteFunction(page, function);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteExampleTable(StringBuilder page)
    {
        var columns = ExampleTable.Type.Columns;
        page.Append("| ").AppendJoin(" | ", columns.Select(column => column.Name)).Append(" |\n|");
        page.Insert(page.Length, "---|", columns.Length).Append('\n');
        foreach (var row in ExampleTable.Rows)
            page.Append("| ").AppendJoin(" | ", row.Cells.Zip(columns, WriteCell)).Append(" |\n");
        page.Append('\n');
    }

    private static string WriteCell(Value cell, Column column) => cell.Kind == ValueKind.Number
        ? (cell.Number / Units.Scale(column.Format?.Unit)).ToString("0.####", CultureInfo.InvariantCulture) + column.Format?.Unit
        : cell.Text;

    private static void WriteFunction(StringBuilder page, Function function)
    {
        page.Append(CultureInfo.InvariantCulture, $"`{function.Signature}` – {function.Summary.En} · {function.Summary.Zh}\n\n");
        page.Append("| parameter | takes | |\n|---|---|---|\n");
        foreach (var parameter in function.Parameters)
        {
            var (takes, description) = (parameter.Kind.Title, parameter.Description);
            page.Append(CultureInfo.InvariantCulture, $"| `{parameter.Name}` | {takes.En} · {takes.Zh} | {description.En} · {description.Zh} |\n");
        }

        page.Append("\n| example | gives |\n|---|---|\n");
        foreach (var (expression, result) in function.Examples)
            page.Append(CultureInfo.InvariantCulture, $"| `{expression.Replace("|", "\\|", StringComparison.Ordinal)}` | {result} |\n");
        page.Append('\n');
    }
}
