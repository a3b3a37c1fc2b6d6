using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

public sealed class CatalogueTests
{
    [Fact]
    public void Findings_are_documented() => CheckDocument("findings.md", """
        # Findings (稽核发现)

        Generated from FindingCatalogue: run the tests with PERFEVAL_UPDATE_DOCS=1 after a change. Findings need no declaring and never change a score.

        """, FindingCatalogue.Entries);

    [Fact]
    public void Submission_faults_are_documented() => CheckDocument("submission-faults.md", """
        # Faults of submissions (填报问题)

        Generated from SubmissionFaults: run the tests with PERFEVAL_UPDATE_DOCS=1 after a change. Codes below PS0100 refuse any use of a submission; from there
        on they refuse filing alone.

        """, SubmissionFaults.Catalogue);

    [Fact]
    public void Diagnostics_of_rubrics_are_documented() => CheckText("rubric-diagnostics.md", RubricDiagnosticDocs.Write());

    [Theory]
    [InlineData("src/PerfEval.Rules.Rubrics/Auditing/FindingCatalogue.cs", "PF")]
    [InlineData("src/PerfEval.Rules.Rubrics/Submissions/SubmissionFaults.cs", "PS")]
    public void Codes_are_ascending_and_every_one_is_used(string file, string prefix)
    {
        var source = File.ReadAllText(Path.Combine(Root(), file));
        var entries = prefix == "PF" ? FindingCatalogue.Entries : SubmissionFaults.Catalogue;

        Assert.Equal(entries.Select(entry => entry.Code).Order(StringComparer.Ordinal).Distinct(), entries.Select(entry => entry.Code));
        // Once in the table and once in the method of that code; the code of required inputs has a name.
        Assert.All(entries.Where(entry => entry.Code != SubmissionFaults.RequiredCode), entry => Assert.Equal(2, Regex.Count(source, $"\"{entry.Code}\"")));
    }

    private static void CheckDocument(string name, string head, ImmutableArray<CatalogueEntry> entries)
    {
        var rows = entries.Select(entry => $"| {entry.Code} | {entry.Summary.Zh} | {entry.Summary.En} |\n");
        CheckText(name, head.ReplaceLineEndings("\n") + "\n| code | 中文 | English |\n|---|---|---|\n" + string.Concat(rows));
    }

    private static void CheckText(string name, string text)
    {
        var path = Path.Combine(Root(), "docs", name);
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
