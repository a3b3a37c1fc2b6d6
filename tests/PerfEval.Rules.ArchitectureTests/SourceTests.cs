using System.Text.RegularExpressions;

namespace PerfEval.Rules.ArchitectureTests;

/// <summary>What no source file may do.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 400;

    [Theory]
    [InlineData("src/PerfEval.Rules.Language")]
    [InlineData("src/PerfEval.Rules.Rubrics")]
    public void Money_and_scores_are_decimal_all_the_way(string folder) => Assert.Empty(Lines(folder).Where(line => BinaryFraction().IsMatch(line.Code)).Select(line => line.Shown));

    [Theory]
    [InlineData("src/PerfEval.Rules.Language")]
    [InlineData("src/PerfEval.Rules.Rubrics")]
    public void The_heart_knows_neither_clock_nor_files_nor_tasks(string folder) =>
        Assert.Empty(Lines(folder).Where(line => Ambient().IsMatch(line.Code)).Select(line => line.Shown));

    [Fact]
    public void No_type_hides_behind_a_word_that_says_nothing() =>
        Assert.Empty(Lines("src").Where(line => EmptyWord().IsMatch(line.Code)).Select(line => line.Shown));

    [Fact]
    public void No_file_outgrows_its_topic() =>
        Assert.Empty(Repository.Sources("src").Concat(Repository.Sources("tests")).Where(path => File.ReadLines(path).Count() > MaxLines).Select(Repository.Shown));

    private static IEnumerable<Line> Lines(string folder) =>
        from path in Repository.Sources(folder)
        from line in File.ReadLines(path).Select((text, i) => (Text: text, Number: i + 1))
        select new Line(WithoutTexts(line.Text), $"{Repository.Shown(path)}:{line.Number}: {line.Text.Trim()}");

    private static string WithoutTexts(string line) => Comment().Replace(Literal().Replace(line, "\"\""), "");

    [GeneratedRegex(@"\b(double|float|System\.(Double|Single|Half))\b", RegexOptions.CultureInvariant)]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(@"\b(TimeProvider|Stopwatch|File|Directory|Task|ValueTask|async|Environment|Random)\b(?=[.<( ])", RegexOptions.CultureInvariant)]
    private static partial Regex Ambient();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w+(Manager|Helper|Util|Utils|Service|Common|Base|Impl|Info|Data)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("//.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private sealed record Line(string Code, string Shown);
}
