using System.Diagnostics;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Binding;

public sealed class BinderPropertyTests
{
    private static readonly string[] Words =
    [
        "预算数", "人数", "执行率", "等级", "类别", "是否公开", "开始日", "项目", "row", "完成率", "不存在", "p", "0", "5", "90%", "50万元", "\"优秀\"", "\"优\"", "true", "null",
        "+", "-", "*", "/", "==", "<", ">=", "&&", "||", "!", "?", ":", "??", "(", ")", "[", "]", "{", "}", ".", ",", "=>", "is", "switch", "when", "and", "or", "not", "_",
        "min(", "sum(", ".Sum(p => ", ".Count(", "score(", "date(2020, 1, 1)", "clamp(", "p.预算", "switch {", "_ => ",
    ];

    [Fact]
    public void No_sequence_of_words_makes_the_binder_throw()
    {
        var random = new Random(1);
        var scope = Declared.Scope();
        for (var round = 0; round < 20_000; round++)
            Bind(string.Join(' ', random.GetItems(Words, random.Next(1, 14))), scope);
    }

    // Cut-off prefixes are what an editor sees all day.
    [Fact]
    public void No_part_of_a_case_makes_the_binder_throw()
    {
        var scope = Declared.Scope();
        foreach (var text in Cases.Read("binding.csv").Select(row => row[0]))
        {
            for (var end = 0; end < text.Length; end++)
            {
                Bind(text[..end], scope);
                Bind(text[end..], scope);
            }
        }
    }

    [Fact]
    public void Spaces_and_brackets_around_a_whole_change_neither_type_nor_findings()
    {
        foreach (var text in Cases.Read("binding.csv").Select(row => row[0]))
        {
            var (bare, bracketed) = (Expression.Compile(text, Declared.Scope()), Expression.Compile($"( {text} )", Declared.Scope()));
            Assert.Equal(TypeText.Of(bare), TypeText.Of(bracketed));
            Assert.Equal(bare.Diagnostics.Select(diagnostic => diagnostic.ToString()), bracketed.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        }
    }

    [Theory]
    [InlineData("不存在的名称", " + ")]
    [InlineData("预算数", " + ")]
    [InlineData("(人数 > 1 ? 1 : \"无\")", " + ")]
    [InlineData("等级 == \"优\"", " && ")]
    [InlineData("score(\"X\")", " * ")]
    public void Long_texts_are_bound_in_little_time(string part, string joint)
    {
        var text = string.Join(joint, Enumerable.Repeat(part, Math.Min(700, (SyntaxLimits.Length - 20) / (part.Length + joint.Length))));
        var watch = Stopwatch.StartNew();
        Bind(text, Declared.Scope());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5)); // milliseconds, unless something is quadratic
    }

    private static void Bind(string text, Language.Binding.Scope scope)
    {
        var expression = Expression.Compile(text, scope);

        Assert.False(expression is { IsValid: true, Type: ErrorType }, $"nothing is reported of `{text}`");
        Assert.All(expression.Diagnostics, diagnostic =>
        {
            Assert.InRange(diagnostic.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
            Assert.DoesNotContain("error", diagnostic.Message.En, StringComparison.Ordinal);
        });
    }
}
