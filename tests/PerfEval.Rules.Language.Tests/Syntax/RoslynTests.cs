using Microsoft.CodeAnalysis.CSharp;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>Roslyn as the oracle: what both languages have is read alike.</summary>
public sealed class RoslynTests
{
    [Fact]
    public void Both_parsers_build_the_same_tree()
    {
        var random = new Random(20260102);
        for (var count = 0; count < 100_000; count++)
        {
            var text = Printer.Print(new RandomTrees(random, isCommon: true).Expression(random.Next(1, 4)));
            var parsed = Parser.Parse(text);
            var theirs = RoslynShape.Of(SyntaxFactory.ParseExpression(text));

            Assert.True(parsed.Diagnostics.IsEmpty, $"{text}\n{string.Join('\n', parsed.Diagnostics)}");
            Assert.True(theirs == Shape.WithoutGroups(parsed.Root), $"{text}\n{theirs}\n{Shape.WithoutGroups(parsed.Root)}");
        }
    }

    [Theory]
    [InlineData("a + b * c", "(a + b) * c")]
    [InlineData("a ?? b ?? c", "a ?? (b ?? c)")]
    [InlineData("!a.b", "(!a).b")]
    public void The_oracle_tells_trees_apart(string text, string other) =>
        Assert.NotEqual(RoslynShape.Of(SyntaxFactory.ParseExpression(text)), Shape.WithoutGroups(Parser.Parse(other).Root));
}
