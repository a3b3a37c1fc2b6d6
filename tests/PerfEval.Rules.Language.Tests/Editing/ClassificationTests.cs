using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Tests.Binding;

namespace PerfEval.Rules.Language.Tests.Editing;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData("预算数 ≥ 50万元", "预算数:Input ≥:Operator 50万元:Number")]
    [InlineData("得率＋Year", "得率:Param ＋:Operator Year:BuiltIn")]
    [InlineData("等级 switch { “优秀” => 1, _ => 不存在 }", "等级:Input switch:Keyword {:Punctuation “优秀”:Text =>:Operator 1:Number ,:Punctuation _:Keyword =>:Operator 不存在:Unknown }:Punctuation")]
    [InlineData("项目.Sum(p => p.预算)", "项目:Input .:Punctuation Sum:Function (:Punctuation p:LambdaParameter =>:Operator p:LambdaParameter .:Punctuation 预算:Column ):Punctuation")]
    [InlineData("人数 // 实有\n+ 1 ／／ 一人", "人数:Input //:Comment 实有:Comment +:Operator 1:Number ／／:Comment 一人:Comment")]
    [InlineData("score(\"LH1\")", "score:Function (:Punctuation \"LH1\":Text ):Punctuation")]
    public void Every_token_has_a_class(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', new EditedExpression(text, Declared.Scope()).Classify().SelectMany(span => Shown(text, span))));

    [Fact]
    public void Classes_cover_everything_but_blanks_once_and_in_order()
    {
        foreach (var text in Cases.Read("binding.csv").Select(row => row[0]))
        {
            var at = 0;
            foreach (var span in new EditedExpression(text, Declared.Scope()).Classify())
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..span.Span.Start]), text);
                at = span.Span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]), text);
        }
    }

    // A comment's words one by one, since the list is written with blanks between.
    private static IEnumerable<string> Shown(string text, ClassifiedSpan span) => text.Substring(span.Span.Start, span.Span.Length).Split(' ').Select(part => $"{part}:{span.Class}");
}
