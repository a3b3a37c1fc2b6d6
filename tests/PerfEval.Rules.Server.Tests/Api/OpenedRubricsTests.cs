using System.Globalization;
using PerfEval.Rules.Server.Api;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class OpenedRubricsTests
{
    private readonly OpenedRubrics opened = new();

    [Fact]
    public void The_same_text_is_opened_once_for_calls_one_after_the_other()
    {
        var first = opened.Take("{}");
        opened.Return(first);
        Assert.Same(first, opened.Take("{}"));
    }

    [Fact]
    public void Calls_at_the_same_time_have_one_each()
    {
        var first = opened.Take("{}");
        Assert.NotSame(first, opened.Take("{}"));
    }

    [Fact]
    public void Another_text_is_another_rubric()
    {
        opened.Return(opened.Take("{}"));
        Assert.Equal("{ }", opened.Take("{ }").Text);
    }

    [Fact]
    public void The_one_used_longest_ago_makes_room()
    {
        var texts = Enumerable.Range(0, OpenedRubrics.MostKept + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        var rubrics = texts.ConvertAll(opened.Take);
        rubrics.ForEach(opened.Return);
        Assert.NotSame(rubrics[0], opened.Take(texts[0]));
        Assert.Same(rubrics[1], opened.Take(texts[1]));
        Assert.Same(rubrics[^1], opened.Take(texts[^1]));
    }
}
