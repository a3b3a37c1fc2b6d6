using PerfEval.Rules.Server.Studio;
using PerfEval.Rules.Server.Studio.Pages.Authoring;

namespace PerfEval.Rules.Server.Tests.Studio.Authoring;

public sealed class GridColumnTests
{
    private static readonly DocumentTree Table = DocumentTree.Read(
        """{"Tables":[{"Name":"定额","Columns":[{"Name":"科目","Type":"Text"},{"Name":"定额","Type":"Number"},{"Name":"增幅","Type":"Number","Unit":"%"},{"Name":"有编制","Type":"Bool"}],"Rows":[]}]}""")!; // it is JSON

    [Theory]
    [InlineData(0, "2080101", "\"2080101\"")]
    [InlineData(1, "１,２００", "1200")]
    [InlineData(1, "95%", "0.95")]
    [InlineData(2, "95％", "95")]
    [InlineData(1, "待定", "\"待定\"")]
    [InlineData(3, "true", "true")]
    [InlineData(0, "", null)]
    public void A_cell_is_held_as_its_column_says(int column, string typed, string? held) =>
        Assert.Equal(held, DocumentTree.Write(GridColumn.OfTable(Table, "/Tables/0", Texts.In(Texts.Chinese))[column].Read(typed)));
}
