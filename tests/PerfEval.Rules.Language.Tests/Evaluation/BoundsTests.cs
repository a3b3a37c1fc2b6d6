using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Evaluation;

public class BoundsTests
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var row in Cases.Read("bounds.csv"))
            rows.Add(row[0], row[1], row[2], row[3]);
        return rows;
    }

    /// <summary>Columns: expression, facts, names that may still be supplied, what it may come to.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void A_case_has_its_bounds(string text, string facts, string supplied, string expected)
    {
        var expression = World.Compile(text);
        var frame = new BoundsFrame(World.Facts(facts), [.. supplied.Split(", ", StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(expected, BoundsNotation.Write(expression.FindBounds(frame)));
    }

    [Fact]
    public void Bounds_laid_over_a_slot_take_the_place_of_its_value()
    {
        var expression = World.Compile("计划 * 2");
        var frame = new BoundsFrame(World.Facts("计划=1"), []);
        frame.Set(World.Get("计划").Slot, Bounds.Of(Interval.Closed(2, 3)));
        Assert.Equal("[4, 6]", BoundsNotation.Write(expression.FindBounds(frame)));
    }

    [Fact]
    public void Narrowing_a_name_in_a_branch_leaves_the_frame_as_it_was()
    {
        var expression = World.Compile("(计划 > 1 ? 计划 : 0) + 计划");
        var frame = new BoundsFrame(World.Facts("计划=[0..2]"), ["计划"]);
        Assert.Equal("[0, 4]", BoundsNotation.Write(expression.FindBounds(frame)));
        Assert.Null(frame.Find(World.Get("计划").Slot));
    }

    [Fact]
    public void The_union_of_bounds_allows_what_either_allows()
    {
        var union = Bounds.Exactly(Value.Of(1m)).Union(Bounds.Exactly(Value.Of(3m))).Union(new() { MayFail = true });
        Assert.Equal("[1, 3] | fails", BoundsNotation.Write(union));
        Assert.False(union.IsExact);
    }

    [Fact]
    public void Bounds_of_two_texts_are_any_text() =>
        Assert.Equal("anything", BoundsNotation.Write(Bounds.Exactly(Value.Of("优")).Union(Bounds.Exactly(Value.Of("良")))));

    [Fact]
    public void Bounds_of_one_value_are_exact()
    {
        foreach (var value in new[] { Value.Of(1.5m), Value.Of(true), Value.Of(false), Value.Of("优"), Value.Of(new DateOnly(2020, 1, 1)) })
        {
            Assert.True(Bounds.Exactly(value).IsExact);
            Assert.Equal(value, Bounds.Exactly(value).ExactValue);
        }
    }
}
