using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Tests.Studio.Controls;

public sealed class PastedCellsTests
{
    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b / c|d")]
    [InlineData("只有一格", "只有一格")]
    [InlineData("a\t\nb\tc", "a| / b|c")]
    [InlineData("\"两\n行\"\tb", "两 行|b")]
    [InlineData("\"带\"\"引号\"\"\n的\"\t1", "带\"引号\" 的|1")]
    [InlineData("\"三公\"经费\t1", "\"三公\"经费|1")]
    [InlineData(" 1,234.50 \t２", "1,234.50|２")]
    public void Cells_come_as_a_spreadsheet_holds_them(string text, string cells) =>
        Assert.Equal(cells, string.Join(" / ", PastedCells.Read(text).Select(row => string.Join('|', row))));
}
