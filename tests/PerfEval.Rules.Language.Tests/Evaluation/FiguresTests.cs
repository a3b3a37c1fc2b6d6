using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Evaluation;

public class FiguresTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Cases.Read("figures.csv"))
            rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_case_is_written_with_its_figures(string text, string facts, string expected)
    {
        var expression = World.Compile(text);
        Assert.Equal(expected, Figures.Render(expression.Explain(World.Facts(facts))));
    }

    [Fact]
    public void An_explanation_mirrors_the_text_and_leaves_out_what_was_not_evaluated()
    {
        var explanation = World.Compile("甲 || 1 / 计划 > 0").Explain(World.Facts("甲=true, 计划=0"));
        Assert.Equal("甲 || 1 / 计划 > 0", explanation.Text);
        Assert.Equal(["甲"], explanation.Parts.Select(part => part.Text));
    }

    [Fact]
    public void Every_part_lies_within_its_parent()
    {
        var text = "min(完成 / 计划, 1) * (甲 ? 6 : 人数 switch { > 5 => 1, _ => 2 })";
        var explanation = World.Compile(text).Explain(World.Facts("甲=false, 计划=50, 完成=49, 人数=6"));
        Check(explanation);

        void Check(Explanation node)
        {
            Assert.Equal(node.Text, node.Span.Of(text).ToString());
            foreach (var part in node.Parts)
            {
                Assert.InRange(part.Span.Start, node.Span.Start, node.Span.End);
                Assert.InRange(part.Span.End, part.Span.Start, node.Span.End);
                Check(part);
            }
        }
    }

    [Fact]
    public void A_frame_can_be_explained_again_and_evaluated_afterwards()
    {
        var expression = World.Compile("完成 / 计划");
        var frame = World.Facts("计划=50, 完成=49");
        Assert.Equal(expression.Explain(frame).Value, expression.Explain(frame).Value);
        Assert.Equal(Value.Of(0.98m), expression.Evaluate(frame));
    }
}
