using System.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

/// <summary>Every fault of a rubric file is told with its code and its place.</summary>
public sealed class RubricFaultTests
{
    public static TheoryData<string[]> Rows => [.. RubricFault.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_is_told_with_its_code_and_place(string[] row)
    {
        var fault = RubricFault.Of(row);
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(fault.Text), fault.Path);
        var found = loaded.Diagnostics.Select(diagnostic => (diagnostic.Code, Place: loaded.Positions.Locate(diagnostic.Path, diagnostic.Span))).ToList();

        Assert.Equal(fault.Codes, found.Select(diagnostic => diagnostic.Code));
        var places = fault.Marks.Select(mark => (PlaceOf(fault.Text, mark.Start), PlaceOf(fault.Text, mark.End))).ToList();
        Assert.Equal(places.Select(Show), found.Select(diagnostic => diagnostic.Place).Take(places.Count).Select(Show));
    }

    [Fact]
    public void Every_code_has_a_row()
    {
        var rows = RubricFault.Rows.SelectMany(row => row[1].Split(' ')).ToHashSet(StringComparer.Ordinal);
        Assert.All(RubricDiagnosticDocs.Catalogue, entry => Assert.Contains(entry.Code, rows));
    }

    [Fact]
    public void Every_code_that_is_told_is_in_the_catalogue_with_its_severity()
    {
        var catalogue = RubricDiagnosticDocs.Catalogue.ToDictionary(entry => entry.Code, entry => entry.Severity, StringComparer.Ordinal);
        Assert.All(Told().Where(IsOfTheDocument), found => Assert.Equal(found.Severity, Assert.Contains(found.Code, catalogue)));
        Assert.Equal(catalogue.Keys.Order(StringComparer.Ordinal), RubricDiagnosticDocs.Catalogue.Select(entry => entry.Code));
    }

    [Fact]
    public void Messages_are_in_both_languages_and_in_the_house_form() => Assert.All(
        Told().Where(IsOfTheDocument).Select(found => found.Message).Concat(RubricDiagnosticDocs.Catalogue.Select(entry => entry.Summary)),
        message =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", message.Zh);
            Assert.DoesNotMatch(@"[。.]$|\n", message.Zh);
            Assert.DoesNotMatch(@"\.$|\n", message.En);
        });

    private static IEnumerable<RubricDiagnostic> Told() => RubricFault.Rows.Select(RubricFault.Of).SelectMany(fault => RubricLoader.Load(Encoding.UTF8.GetBytes(fault.Text), fault.Path).Diagnostics);

    private static bool IsOfTheDocument(RubricDiagnostic found) => found.Code.StartsWith("PR", StringComparison.Ordinal);

    private static LinePosition PlaceOf(string text, int offset)
    {
        var before = text[..offset];
        return new(before.Count(c => c == '\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static string Show((LinePosition Start, LinePosition End) place) => $"{place.Start.Line}:{place.Start.Column}–{place.End.Line}:{place.End.Column}";
}
