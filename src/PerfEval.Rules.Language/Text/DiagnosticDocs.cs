using System.Text;

namespace PerfEval.Rules.Language.Text;

/// <summary>Writes docs/diagnostics.md from the catalogues.</summary>
public static class DiagnosticDocs
{
    /// <summary>The document, in both languages; lines end in <c>\n</c>.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Diagnostics of expressions · 表达式的诊断

            Every finding about the text of an expression has a code that never changes its meaning. This page is generated from the catalogue in the code.

            对表达式文本的每条诊断都有固定的代码。本页由代码中的目录生成。


            """);
        WriteSection(page, "Characters and words · 字符与词", "PE0000", "PE0029");
        WriteSection(page, "Syntax · 语法", "PE0030", "PE0099");
        WriteSection(page, "Names, operators, types · 名称、运算符、类型", "PE0101", "PE0119");
        WriteSection(page, "Columns, keys, functions · 列、键、函数", "PE0120", "PE0139");
        WriteSection(page, "Patterns and switches · 模式与 switch", "PE0140", "PE0199");
        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A heading and a table with a line for each.</summary>
    public static void WriteSection(StringBuilder page, string title, IEnumerable<DiagnosticDescription> rows)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(rows);
        page.Append("## ").Append(title).Append("\n\n| code | severity | what is wrong | 说明 | example |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {row.Code} | {Title(row.Severity)} | {Cell(row.Summary.En)} | {Cell(row.Summary.Zh)} | {Code(row.Example)} |\n");
        page.Append('\n');
    }

    private static void WriteSection(StringBuilder page, string title, string first, string last) => WriteSection(
        page,
        title,
        DiagnosticBag.SyntaxCatalogue.AddRange(DiagnosticBag.BindingCatalogue).Where(row => string.CompareOrdinal(row.Code, first) >= 0 && string.CompareOrdinal(row.Code, last) <= 0));

    private static string Title(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error · 错误",
        DiagnosticSeverity.Warning => "warning · 警告",
        _ => "hint · 提示",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    // Examples of limits are long; two backticks hold a text that has one itself.
    private static string Code(string example) => example.Length switch
    {
        0 => "",
        > 80 => $"`{example[..10]}…`",
        _ => example.Contains('`', StringComparison.Ordinal) ? $"`` {Cell(example)} ``" : $"`{Cell(example)}`",
    };
}
