using System.Diagnostics;
using System.Globalization;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>No text of any kind ends or hangs the process.</summary>
public sealed class HostileTextTests
{
    private static readonly TimeSpan MostPerText = TimeSpan.FromSeconds(2); // an honest parse takes milliseconds; a busy machine stalls

    /// <summary>How many random texts: <c>PERFEVAL_FUZZ_COUNT</c>, 100,000 by default.</summary>
    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("PERFEVAL_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 100_000;

    [Fact]
    public void Random_texts_are_parsed_with_sound_trees_and_findings()
    {
        var texts = new RandomTexts(new Random(20260103));
        for (var count = Count; count > 0; count--)
            Check(texts.Next());
    }

    [Theory]
    [InlineData("a?[", 20)]
    [InlineData("a?[", 2_600)]
    [InlineData("a<", 990)]
    [InlineData("a==", 660)]
    [InlineData("!", 1_990)]
    [InlineData("-", 1_990)]
    [InlineData("not ", 1_990)]
    [InlineData("a is not not ", 600)]
    [InlineData("a?b:", 490)]
    [InlineData("a?", 900)]
    [InlineData("a.", 900)]
    [InlineData("a[", 900)]
    [InlineData("f(p=>", 400)]
    [InlineData("p=>", 900)]
    [InlineData("x switch{_=>", 390)]
    [InlineData("a switch{1=>2 ", 390)]
    [InlineData("a*b switch{_=>1}+", 190)]
    [InlineData("(", 100_000)]
    [InlineData("(", 101)]
    [InlineData("([{", 30)]
    [InlineData("(]", 900)]
    [InlineData("[", 8_000)]
    [InlineData("￥", 8_000)]
    [InlineData("\"", 8_000)]
    [InlineData("1,000,", 1_300)]
    [InlineData("(a,", 660)]
    [InlineData("{1=>2 3=>", 400)]
    public void A_repeated_text_is_parsed(string part, int count)
    {
        var text = string.Concat(Enumerable.Repeat(part, count));
        Check(text);
        Check(text + "a");
        Check("a" + string.Concat(Enumerable.Repeat(part, count).Reverse()));
    }

    // 512 KB is the smallest stack that a platform gives a thread; an overflow would end the test run.
    [Theory]
    [InlineData("a ?? b || c && d == e < f + g * (", "a", ")", 99)]
    [InlineData("a ? a ?? b || c && d == e < f + g * f(", "a", ") : b", 90)]
    [InlineData("a ?? b || c && d == e < f + g * x switch { _ => ", "a", "}", 85)]
    [InlineData("x is > 1 and not (", "1", ")", 99)]
    public void The_deepest_text_needs_little_stack(string open, string middle, string close, int count)
    {
        var text = string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
        Assert.NotNull(Lexer.FindTokens(text, new()));

        var thread = new Thread(() => Parser.Parse(text), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
    }

    private static void Check(string text)
    {
        var watch = Stopwatch.StartNew();
        var parsed = Parser.Parse(text);
        Assert.True(watch.Elapsed < MostPerText, $"{watch.Elapsed}: {text}");

        CheckNode(parsed.Root, new(0, text.Length), text);
        foreach (var diagnostic in parsed.Diagnostics)
            CheckDiagnostic(diagnostic, text);
        Assert.Equal(parsed.Diagnostics.OrderBy(diagnostic => diagnostic.Span.Start), parsed.Diagnostics);
        if (parsed.Diagnostics.IsEmpty)
            Assert.Equal(Shape.Of(parsed.Root), Shape.Of(Parser.Parse(Printer.Print(parsed.Root)).Root));
        else
            Printer.Print(parsed.Root);
    }

    private static void CheckNode(SyntaxNode node, TextSpan within, string text)
    {
        Assert.True(node.Span.Start >= within.Start && node.Span.Length >= 0 && node.Span.End <= within.End, $"{node.GetType().Name} {node.Span} in {within}: {text}");
        foreach (var child in node.Children)
            CheckNode(child, node.Span, text);
    }

    private static void CheckDiagnostic(Diagnostic diagnostic, string text)
    {
        Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.Length >= 0 && diagnostic.Span.End <= text.Length, $"{diagnostic} {diagnostic.Span}: {text}");
        foreach (var fix in diagnostic.Fixes)
        {
            var end = 0;
            foreach (var change in fix.Changes)
            {
                Assert.True(change.Span.Start >= end && change.Span.Length >= 0 && change.Span.End <= text.Length, $"{diagnostic} {change}: {text}");
                end = change.Span.End;
            }

            Assert.NotEqual(text, fix.Apply(text));
        }
    }
}
