using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Studio;

namespace PerfEval.Rules.Server.Tests.Studio;

public sealed class TextsTests
{
    [Theory]
    [InlineData("没有数据项 `支出` 可用", "没有数据项“支出”可用")]
    [InlineData("版本号由 “1.0.0” 改为 “1.1.0”", "版本号由“1.0.0”改为“1.1.0”")]
    [InlineData("分值由 10 改为 5", "分值由 10 改为 5")]
    public void What_is_quoted_in_chinese_stands_in_quotation_marks_without_blanks(string message, string shown) =>
        Assert.Equal(shown, Texts.In(Texts.Chinese).Of(new(message, "")));

    [Fact]
    public void What_is_quoted_in_english_stands_in_quotation_marks() =>
        Assert.Equal("“Version” changed from “1.0.0” to “1.1.0”", Texts.In(Texts.English).Of(new Bilingual("", "`Version` changed from `1.0.0` to `1.1.0`")));
}
