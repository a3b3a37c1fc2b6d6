using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

public sealed class SyntaxLimitsTests
{
    public static TheoryData<string, string> Nests => new()
    {
        { "(", ")" },
        { "f(", ")" },
        { "a[", "]" },
        { "-", "" },
        { "!", "" },
        { "", ".x" },
        { "", " == b" },
        { "", " is 1" },
        { "", " switch { _ => 1 }" },
        { "a ? b : ", "" },
        { "a ? ", " : b" },
        { "x switch { _ => ", " }" },
    };

    [Theory]
    [MemberData(nameof(Nests))]
    public void A_hundred_levels_are_read_and_one_more_is_not(string open, string close)
    {
        Assert.Empty(Parser.Parse(Nest(100)).Diagnostics);

        var parsed = Parser.Parse(Nest(101));
        Assert.Equal("PE0003", Assert.Single(parsed.Diagnostics).Code);
        Assert.IsType<MissingSyntax>(parsed.Root);

        string Nest(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + "a" + string.Concat(Enumerable.Repeat(close, levels));
    }

    [Theory]
    [InlineData(" + b")]
    [InlineData(" && b")]
    [InlineData(" ?? b")]
    public void A_chain_may_be_long(string term)
    {
        var parsed = Parser.Parse("a" + string.Concat(Enumerable.Repeat(term, 900)));

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(901, Assert.IsType<ChainSyntax>(parsed.Root).Operands.Length);
    }

    [Fact]
    public void A_text_may_have_8000_characters()
    {
        Assert.Empty(Parser.Parse(new string(' ', 7_999) + "a").Diagnostics);
        Assert.Equal("PE0001", Assert.Single(Parser.Parse(new string(' ', 8_000) + "a").Diagnostics).Code);
    }

    [Fact]
    public void A_text_may_have_2000_tokens()
    {
        Assert.Empty(Parser.Parse("f(a" + string.Concat(Enumerable.Repeat(",b", 998)) + ")").Diagnostics);
        Assert.Equal("PE0002", Assert.Single(Parser.Parse("f(a" + string.Concat(Enumerable.Repeat(",b", 999)) + ")").Diagnostics).Code);
    }

    [Fact]
    public void Without_text_there_is_nothing_to_parse() =>
        Assert.Throws<ArgumentNullException>(() => Parser.Parse(null!)); // a bug of the caller
}
