using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

public sealed class NamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("完成率")]
    [InlineData("_1")]
    [InlineData("表1")]
    [InlineData("Ａ１")]
    [InlineData("二〇二五")]
    [InlineData("𠮷")]
    [InlineData("e\u0301")]
    [InlineData("བོད")]
    [InlineData("指标①")]
    [InlineData("Switch")]
    public void Is_a_name(string text)
    {
        Assert.True(Names.IsName(text));
        Assert.True(Names.IsName(Names.Normalize(text)));
        Assert.Equal(Names.Normalize(text), Assert.IsType<NameSyntax>(Parser.Parse(text).Root).Name);
    }

    [Fact]
    public void Ideographs_and_ASCII_are_their_own_normal_form()
    {
        var text = string.Concat(Enumerable.Range(0x4E00, 0x5200).Select(ideograph => $"{(char)ideograph}a1_"));
        Assert.Same(text, Names.Normalize(text));
        Assert.Equal(text.Normalize(System.Text.NormalizationForm.FormKC), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("１")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("（a）")]
    [InlineData("_")]
    [InlineData("＿")]
    [InlineData("switch")]
    [InlineData("ｓｗｉｔｃｈ")]
    [InlineData("and")]
    [InlineData("null")]
    [InlineData("TRUE")]
    [InlineData("\0")]
    [InlineData("㈠")]
    [InlineData("\uFDFA")]
    [InlineData("😀")]
    [InlineData("\u0301e")]
    public void Is_no_name(string text)
    {
        Assert.False(Names.IsName(text));
        Assert.IsNotType<NameSyntax>(Parser.Parse(text).Diagnostics.IsEmpty ? Parser.Parse(text).Root : null);
    }

    [Fact] // attributes can't hold them
    public void What_is_no_character_is_no_name()
    {
        Is_no_name("\uD842");
        Is_no_name("a\uDFB7");
        Is_no_name("\uFFFF");
        Is_no_name("a\uFDD0");
    }

    [Fact]
    public void Every_keyword_is_no_name() =>
        Assert.DoesNotContain(Names.Keywords, Names.IsName);

    [Fact]
    public void Names_that_look_alike_become_equal()
    {
        Assert.Equal("A1", Names.Normalize("Ａ１"));
        Assert.Equal("é", Names.Normalize("e\u0301"));
        Assert.Equal("\uD842", Names.Normalize("\uD842"));
    }

    [Theory]
    [InlineData("a + b * a", "a b")]
    [InlineData("f(a, t.g(b))", "a t b")]
    [InlineData("row.金额[k]", "row k")]
    [InlineData("sum(t, p => p.x * w)", "t w")]
    [InlineData("sum(t, p => p.x) + p", "t p")]
    [InlineData("any(t, p => all(u, q => p.a == q.b && r))", "t u r")]
    [InlineData("x switch { > 1 when g => a, _ => b } is 1 ? c : d", "x g a b c d")]
    [InlineData("Ａ１ + A1", "A1")]
    [InlineData("1 + true", "")]
    [InlineData("(a + #", "a")]
    public void Free_names_come_in_order_of_first_use(string text, string names) =>
        Assert.Equal(names, string.Join(' ', NameReferences.In(Parser.Parse(text).Root)));
}
