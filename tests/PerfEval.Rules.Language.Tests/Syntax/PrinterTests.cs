using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("（a＋b）×c≥９５％", "(a + b) * c >= 95%")]
    [InlineData("f( a,b )[ 1 ] . x", "f(a, b)[1].x")]
    [InlineData("“说\"优\"”", "\"说\\\"优\\\"\"")]
    [InlineData("50 万元", "50万元")]
    [InlineData("1.50", "1.50")]
    [InlineData("a?b:c", "a ? b : c")]
    [InlineData("t.Sum((p)=>-p.x)", "t.Sum(p => -p.x)")]
    [InlineData("x switch{>=90 and <100 or 5 when a=>1,not null=>2,_=>3,}", "x switch { >= 90 and < 100 or 5 when a => 1, not null => 2, _ => 3 }")]
    [InlineData("a // why\n ?? b", "a ?? b")]
    public void A_text_is_printed_in_its_canonical_form(string text, string printed) =>
        Assert.Equal(printed, Printer.Print(Parser.Parse(text).Root));

    [Fact]
    public void A_tree_made_by_hand_gets_the_brackets_it_needs()
    {
        var sum = Parser.Parse("a + b").Root;
        var product = (ChainSyntax)Parser.Parse("x * y").Root;

        Assert.Equal("(a + b) * y", Printer.Print(product with { Operands = [sum, product.Operands[1]] }));
    }

    [Fact]
    public void Parsing_what_is_printed_gives_the_same_tree()
    {
        var random = new Random(20260101);
        for (var count = 0; count < 20_000; count++)
        {
            var tree = new RandomTrees(random, isCommon: false).Expression(random.Next(5));
            var printed = Printer.Print(tree);
            var parsed = Parser.Parse(printed);

            Assert.True(parsed.Diagnostics.IsEmpty, $"{printed}\n{string.Join('\n', parsed.Diagnostics)}");
            Assert.Equal(Shape.WithoutGroups(tree), Shape.WithoutGroups(parsed.Root));
            Assert.Equal(printed, Printer.Print(parsed.Root));
        }
    }

    public static IEnumerable<object[]> Trees => Cases.Read("syntax-trees.csv");

    [Theory]
    [MemberData(nameof(Trees))]
    public void Printing_adds_and_loses_no_brackets(string text, string shape) =>
        Assert.Equal(shape, Shape.Of(Parser.Parse(Printer.Print(Parser.Parse(text).Root)).Root));
}
