using System.Runtime.CompilerServices;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Documentation;

/// <summary>The committed pages are the generated ones. With PERFEVAL_UPDATE_DOCS=1 the tests rewrite them.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Functions_are_documented_from_their_table() => Check("functions.md", FunctionDocs.Write());

    [Fact]
    public void Diagnostics_are_documented_from_their_catalogue() => Check("diagnostics.md", DiagnosticDocs.Write());

    [Fact]
    public void Every_diagnostic_has_a_line() => Assert.All(
        [.. DiagnosticBag.SyntaxCatalogue, .. DiagnosticBag.BindingCatalogue],
        row => Assert.Contains($"| {row.Code} |", DiagnosticDocs.Write(), StringComparison.Ordinal));

    private static void Check(string page, string generated)
    {
        var path = Path.Combine(DocsFolder(), page);
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated);
        Assert.True(File.Exists(path), $"{page} is not committed; run the tests with PERFEVAL_UPDATE_DOCS=1");
        Assert.Equal(generated, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string DocsFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
