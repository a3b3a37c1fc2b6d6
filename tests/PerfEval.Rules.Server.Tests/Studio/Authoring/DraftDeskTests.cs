using PerfEval.Rules.Server.Studio.Pages.Authoring;

namespace PerfEval.Rules.Server.Tests.Studio.Authoring;

public sealed class DraftDeskTests
{
    private static readonly CarriedName Carried = new(null, "甲", "乙");

    [Fact]
    public void Strokes_at_one_place_are_undone_together_and_steps_of_their_own_one_by_one()
    {
        var desk = new DraftDesk("0");
        desk.Change("1", "/Title");
        desk.Change("2", "/Title");
        desk.Change("3", "");
        desk.Change("4", "");
        Assert.Equal(["3", "2", "0"], [Undone(desk), Undone(desk), Undone(desk)]);
        Assert.False(desk.CanUndo);
    }

    [Fact]
    public void A_name_is_carried_back_and_forth_with_the_step_that_changed_it()
    {
        var desk = new DraftDesk("0");
        desk.Change("1", "", Carried);
        desk.Change("2", "/Title");
        Assert.Null(desk.Undo());
        Assert.Equal(Carried.Back, desk.Undo());
        Assert.Equal(Carried, desk.Redo());
        Assert.Equal(Carried.Back, desk.Undo());
        Assert.Equal("0", desk.Text);
    }

    [Theory]
    [InlineData(null, """{ "Submission": { "data": { "甲": 1, "丙": [{ "甲": 2 }] } } }""", """{ "Submission": { "data": { "乙": 1, "丙": [{ "甲": 2 }] } } }""")]
    [InlineData("丙", """{ "Submission": { "data": { "甲": 1, "丙": [{ "甲": 2 }] } } }""", """{ "Submission": { "data": { "甲": 1, "丙": [{ "乙": 2 }] } } }""")]
    public void A_name_is_changed_in_a_case_and_back(string? table, string before, string after)
    {
        var carried = Carried with { Table = table };
        Assert.Equal(after, Applied(carried, before));
        Assert.Equal(before, Applied(carried.Back, after));
    }

    private static string Undone(DraftDesk desk)
    {
        desk.Undo();
        return desk.Text;
    }

    private static string Applied(CarriedName carried, string text) =>
        carried.In(text).Reverse().Aggregate(text, (rest, change) => rest.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText));
}
