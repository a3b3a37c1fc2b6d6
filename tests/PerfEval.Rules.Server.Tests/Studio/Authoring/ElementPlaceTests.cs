using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Studio.Pages.Authoring;

namespace PerfEval.Rules.Server.Tests.Studio.Authoring;

public sealed class ElementPlaceTests
{
    private const string Text = """{"Rules":[{"Code":"A"},{"Code":"B","Rules":[{"Code":"Ba"},{"Code":"Bb"}]},{"Code":"C"}]}""";

    [Theory]
    [InlineData("/Rules/0", "/Rules", 2)]
    [InlineData("/Rules/2", "/Rules", 0)]
    [InlineData("/Rules/1/Rules/0", "/Rules/1/Rules", 1)]
    [InlineData("/Rules/0", "/Rules/1/Rules", 1)]
    [InlineData("/Rules/2", "/Rules/1/Rules", 0)]
    [InlineData("/Rules/1/Rules/1", "/Rules", 0)]
    public void What_was_moved_lies_where_it_is_said_to(string element, string list, int index)
    {
        var moved = DocumentTree.Read(Text)!.TextAt(element + "/Code"); // it is JSON
        var after = RubricEditor.Open(Text).With(RubricEdits.Move(Text, element, list, index)).Text;
        Assert.Equal(moved, DocumentTree.Read(after)!.TextAt(ElementPlace.AfterMove(element, list, index) + "/Code")); // likewise
    }

    [Fact]
    public void Before_the_first_there_is_nothing() => Assert.Null(ElementPlace.Before("/Inputs/0"));
}
