using System.Text.RegularExpressions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Syntax;

public sealed class SyntaxDiagnosticTests
{
    public static IEnumerable<object[]> Catalogue => DiagnosticBag.SyntaxCatalogue.Select(row => new object[] { row.Code });

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void The_example_of_a_code_gives_it_alone(string code)
    {
        var row = DiagnosticBag.SyntaxCatalogue.Single(row => row.Code == code);
        var found = Assert.Single(Parser.Parse(row.Example).Diagnostics);

        Assert.Equal(row.Code, found.Code);
        Assert.Equal(row.Severity, found.Severity);
    }

    [Fact]
    public void Every_method_of_the_bag_has_its_row()
    {
        var reported = Cases.Read("syntax-errors.csv").SelectMany(row => row[1].Split(' ')).Distinct();

        Assert.Empty(reported.Except(DiagnosticBag.SyntaxCatalogue.Select(row => row.Code)));
        Assert.Equal(DiagnosticBag.SyntaxCatalogue.Select(row => row.Code).Order(), DiagnosticBag.SyntaxCatalogue.Select(row => row.Code));
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void Messages_are_in_both_languages_and_in_the_house_form(string code)
    {
        var row = DiagnosticBag.SyntaxCatalogue.Single(row => row.Code == code);
        foreach (var message in (Bilingual[])[row.Summary, .. Parser.Parse(row.Example).Diagnostics.Select(diagnostic => diagnostic.Message)])
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", message.Zh);
            Assert.DoesNotMatch(@"[。.]$|\n", message.Zh);
            Assert.DoesNotMatch(@"\.$|\n", message.En);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", Regex.Replace(message.En, "`[^`]*`|[万亿]?元", ""));
            Assert.False(char.IsUpper(message.En[0]));
        }
    }

    public static TheoryData<string, string> Fixes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in Cases.Read("syntax-errors.csv").Where(row => !row[1].Contains(' ', StringComparison.Ordinal)))
            {
                foreach (var fixedText in row[2..])
                    data.Add(row[0], fixedText);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_of_the_only_mistake_leaves_none(string marked, string fixedText) =>
        Assert.True(Parser.Parse(fixedText).Diagnostics.IsEmpty, $"{marked}: {string.Join(", ", Parser.Parse(fixedText).Diagnostics)}");

    [Theory]
    [InlineData("a # b", "PE0004: the character U+0023 can't be used here", "此处不能使用字符 U+0023")]
    [InlineData("a \0 b", "PE0004: the character U+0000 can't be used here", "此处不能使用字符 U+0000")]
    [InlineData("😀", "PE0004: the character U+1F600 can't be used here", "此处不能使用字符 U+1F600")]
    [InlineData("a 《 b", "PE0005: `《` is written `<`", "`《` 应写作 `<`")]
    [InlineData("90分", "PE0013: `分` can't follow a number: the units are `%`, `元`, `万元`, `亿元`, and no name begins with a digit", "数字后不能直接写 `分`：单位只有 `%`、`元`、`万元`、`亿元`，名称不能以数字开头")]
    [InlineData("a +", "PE0031: the expression is not complete: a value is missing at its end", "表达式不完整，末尾缺少一个值")]
    [InlineData("(a + b", "PE0034: `(` has no `)`", "`(` 缺少对应的 `)`")]
    public void A_message_says_what_is_wrong_and_what_would_be_right(string text, string english, string chinese)
    {
        var found = Parser.Parse(text).Diagnostics[0];

        Assert.Equal(english, found.ToString());
        Assert.Equal(chinese, found.Message.Zh);
    }

    [Fact] // attributes can't hold a lone surrogate
    public void A_lone_surrogate_is_named()
    {
        Assert.Equal("PE0004: the character U+D800 can't be used here", Parser.Parse("\"\uD800\"").Diagnostics.Single().ToString());
        Assert.Equal("PE0004: the character U+DC00 can't be used here", Parser.Parse("a + \uDC00").Diagnostics.Single().ToString());
    }
}
