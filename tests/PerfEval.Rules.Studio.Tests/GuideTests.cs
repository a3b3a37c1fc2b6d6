using System.Text.RegularExpressions;
using System.Xml.Linq;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests;

/// <summary>What the guides name is there: images, other pages, and the words that are said to stand on a page.</summary>
public sealed partial class GuideTests
{
    private const int MaxImageBytes = 4_000_000;

    private static readonly string[] Guides = ["guide.zh-CN.md", "guide.md"];

    [Fact]
    public void Every_image_and_link_leads_somewhere() => Assert.Empty(
        from guide in Guides
        from Match link in Link().Matches(Read(guide))
        let target = link.Groups[1].Value
        where !File.Exists(Path.Combine(Repository.Guides, target))
        select $"{guide}: {target}");

    [Fact]
    public void Every_image_is_shown_and_together_they_are_small()
    {
        var images = Directory.GetFiles(Repository.GuideImages);
        var shown = Guides.SelectMany(guide => Link().Matches(Read(guide)).Select(link => Path.GetFileName(link.Groups[1].Value))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], images.Select(image => Path.GetFileName(image)).Except(shown));
        Assert.InRange(images.Sum(path => new FileInfo(path).Length), 1, MaxImageBytes);
    }

    [Fact]
    public void Words_in_corner_brackets_stand_on_a_page() => Assert.Empty(Quoted().Matches(Read("guide.zh-CN.md")).Select(match => match.Groups[1].Value).Except(Texts("Texts.resx")));

    [Fact]
    public void Bold_words_that_begin_with_a_capital_and_messages_stand_on_a_page()
    {
        var texts = Texts("Texts.en.resx");
        // A whole sentence in bold is emphasis.
        string[] emphasis = ["Every change saves itself", "Chinese punctuation and full-width digits are fine", "Another person reviews"];
        Assert.Empty(Bold().Matches(Read("guide.md")).Select(match => match.Groups[1].Value).Except(emphasis).Except(texts));
    }

    [Theory]
    [InlineData("guide.zh-CN.md", "Texts.resx", "## 10")]
    [InlineData("guide.md", "Texts.en.resx", "## 10")]
    public void Messages_are_quoted_as_they_are_shown(string guide, string resources, string section)
    {
        var text = Read(guide);
        var rows = Row().Matches(text[text.IndexOf(section, StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).Skip(1).ToList(); // the head
        Assert.NotEmpty(rows);
        Assert.Empty(rows.Except(Texts(resources)));
    }

    private static string Read(string guide) => File.ReadAllText(Path.Combine(Repository.Guides, guide));

    private static HashSet<string> Texts(string file) =>
        [.. XDocument.Load(Path.Combine(Repository.Studio, "Resources", file)).Descendants("value").Select(value => value.Value)];

    [GeneratedRegex(@"\]\(([^)#:]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("「([^」]+)」", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\*\*([\p{Lu}\p{IsCJKUnifiedIdeographs}][^*]*)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\| ([^|]+?) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Row();
}
