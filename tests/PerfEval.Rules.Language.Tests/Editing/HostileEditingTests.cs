using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Tests.Binding;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Editing;

public sealed class HostileEditingTests
{
    private static readonly string[] Words =
    [
        "预算数", "等级", "项目", "row", "p", "5", "90％", "\"优秀\"", "“", "\"", "\\", "＋", "==", "《", "&&", "!", "？", ":", "(", "）", "[", "】", "{", "}", "。", ".", "，", "=>", "is", "switch", "and", "not", "_",
        "min(", ".Sum(p => ", "score(", "// ", "\n", "\uD800", "表1[", "...",
    ];

    [Fact]
    public void No_text_and_no_caret_makes_a_service_throw()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(Words, random.Next(0, 12)));
            for (var caret = -1; caret <= text.Length + 1; caret += 1 + random.Next(3))
                Ask(text, caret);
        }
    }

    [Fact]
    public void Long_and_deep_texts_are_answered_in_little_time()
    {
        foreach (var text in (string[])[new string('(', 3000), string.Concat(Enumerable.Repeat("a[", 3000)), string.Join(" + ", Enumerable.Repeat("预算数", 900)), string.Concat(Enumerable.Repeat("项目.Where(p => ", 90)), new('"', 7999), new('《', 9000)])
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Ask(text, text.Length);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10)); // milliseconds, unless something is quadratic or worse
        }
    }

    private static void Ask(string text, int caret)
    {
        var edited = new EditedExpression(text, Declared.Scope());
        var list = edited.Complete(caret);
        AssertWithin(text, list.Replaced);
        Assert.All(edited.Classify(), span => AssertWithin(text, span.Span));
        if (edited.HoverAt(caret) is { } hover)
            AssertWithin(text, hover.Span);
        edited.SignatureAt(caret);
        edited.NameAt(caret);
        Assert.All(edited.Rename(caret, "新名称").Changes, change => AssertWithin(text, change.Span));
        edited.Format();
    }

    private static void AssertWithin(string text, TextSpan span)
    {
        Assert.InRange(span.Start, 0, text.Length);
        Assert.InRange(span.End, span.Start, text.Length);
    }
}
