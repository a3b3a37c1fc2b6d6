using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Writes docs/rubric-diagnostics.md from the catalogues.</summary>
public static class RubricDiagnosticDocs
{
    /// <summary>Every code of a rubric document, by code.</summary>
    internal static ImmutableArray<DiagnosticDescription> Catalogue { get; } =
        [.. RubricDiagnosticCatalogue.Shape, .. RubricDiagnosticCatalogue.Declarations, .. RubricDiagnosticCatalogue.Rules, .. LinkingDiagnostics.Catalogue];

    /// <summary>The document, in both languages; lines end in <c>\n</c>.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Diagnostics of rubric documents · 指标体系文件的诊断

            Every finding about a rubric file has a code that never changes its meaning, a JSON Pointer and a line and column; those about the text of an expression inside
            it (PE…) have [their own page](diagnostics.md). This page is generated from the catalogues in the code.

            对指标体系文件的每条诊断都有固定的代码、JSON 指针和行列位置；其中表达式文本的诊断（PE…）[另有一页](diagnostics.md)。本页由代码中的目录生成。


            """);
        DiagnosticDocs.WriteSection(page, "The file and its shape · 文件与形式", RubricDiagnosticCatalogue.Shape);
        DiagnosticDocs.WriteSection(page, "Identity, names, inputs, tables, scales · 标识、名称、数据项、表、分档", RubricDiagnosticCatalogue.Declarations);
        DiagnosticDocs.WriteSection(page, "The indicator tree · 指标树", RubricDiagnosticCatalogue.Rules);
        DiagnosticDocs.WriteSection(page, "References within the document · 文件内的引用", LinkingDiagnostics.Catalogue);
        return page.ToString().TrimEnd('\n') + "\n";
    }
}
