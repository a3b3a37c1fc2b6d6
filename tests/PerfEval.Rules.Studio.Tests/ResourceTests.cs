using System.Text.RegularExpressions;
using System.Xml.Linq;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests;

/// <summary>Every word that is shown comes from the resources, and those are complete in both languages.</summary>
public sealed partial class ResourceTests
{
    private static readonly Dictionary<string, string> Chinese = Read("Texts.resx");
    private static readonly Dictionary<string, string> English = Read("Texts.en.resx");

    // texts["Scope." + family]: the rest of the name is data. "Outcome." + what came of it: likewise.
    private static readonly HashSet<string> Families = [.. Sources().SelectMany(path => Family().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_have_the_same_holes() => Assert.DoesNotContain(
        Chinese.Keys, name => English.TryGetValue(name, out var english) && !HolesOf(Chinese[name]).SetEquals(HolesOf(english)));

    [Fact]
    public void English_is_written_without_Chinese_but_for_the_name_of_the_language() =>
        Assert.Empty(English.Where(text => Han().IsMatch(text.Value) && text.Key != "Shell.OtherLanguage").Select(text => text.Key));

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var asked = Sources().SelectMany(path => Asked().Matches(File.ReadAllText(path)).SelectMany(match => match.Groups[1].Captures.Select(name => name.Value)));
        Assert.Empty(asked.Where(name => !Chinese.Keys.Any(known => known == name || (Families.Contains(name) && known.StartsWith(name, StringComparison.Ordinal)))).Distinct());
    }

    [Fact]
    public void Every_text_is_asked_for_somewhere()
    {
        var sources = string.Join('\n', Sources().Select(File.ReadAllText));
        Assert.DoesNotContain(Chinese.Keys, name => !sources.Contains($"\"{name}\"", StringComparison.Ordinal) && !Families.Any(family => name.StartsWith(family, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_page_has_Chinese_written_into_it() =>
        Assert.Empty(Sources().Where(path => Path.GetExtension(path) != ".cs").SelectMany(HanLines));

    [Fact]
    public void No_code_of_the_studio_shows_Chinese_of_its_own() =>
        Assert.Empty(Sources().Where(path => Path.GetExtension(path) == ".cs").SelectMany(HanTexts));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.Studio, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".razor" or ".cs" or ".js");

    private static IEnumerable<string> HanLines(string path) =>
        File.ReadLines(path).Select(line => Comment().Replace(line, "")).Where(line => Han().IsMatch(line)).Select(line => $"{Path.GetFileName(path)}: {line.Trim()}");

    private static IEnumerable<string> HanTexts(string path) =>
        File.ReadLines(path)
            .Where(line => !line.Contains("GeneratedRegex", StringComparison.Ordinal)) // reads Chinese, shows none
            .Select(line => Comment().Replace(line, ""))
            .Where(line => Literal().Matches(line).Any(text => Han().IsMatch(text.Value)))
            .Select(line => $"{Path.GetFileName(path)}: {line.Trim()}");

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Studio, "Resources", file)).Descendants("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal); // the schema of a resource file

    private static HashSet<string> HolesOf(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[Tt]exts\[(?:[^\]""+]*""([A-Z]\w*\.[\w.]*)"")+", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"""([A-Z]\w+\.\w*)"" \+", RegexOptions.CultureInvariant)]
    private static partial Regex Family();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    [GeneratedRegex(@"//.*$|@\*.*\*@|/\*.*\*/", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
