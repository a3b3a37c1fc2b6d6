using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Evaluation;

public class ValueTextTests
{
    [Theory]
    [InlineData("0.7152", "%", null, "71.52%")]
    [InlineData("0.715249", "%", null, "71.52%")]
    [InlineData("0.7152", "%", 1, "71.5%")]
    [InlineData("1", "%", null, "100%")]
    [InlineData("1", "%", 2, "100.00%")]
    [InlineData("9170200", "万元", null, "917.02万元")]
    [InlineData("9170200", "万元", 1, "917.0万元")]
    [InlineData("120000000", "亿元", null, "1.2亿元")]
    [InlineData("5", "人", null, "5人")]
    [InlineData("5.880", null, null, "5.88")]
    [InlineData("5.88", null, 3, "5.880")]
    [InlineData("1234567", null, null, "1234567")]
    [InlineData("0.00005", null, null, "0.0001")]
    [InlineData("-2.5", null, 0, "-3")]
    [InlineData("-0.00001", null, null, "0")]
    [InlineData("0.12499999999999999999999999", null, 2, "0.13")]
    [InlineData("0.3333333333333333333333333333", null, null, "0.3333")]
    [InlineData("79228162514264337593543950335", "%", null, "79228162514264337593543950335")]
    public void A_number_is_written_in_its_unit(string number, string? unit, int? digits, string expected)
    {
        var format = unit is null && digits is null ? null : new NumberFormat(unit, digits);
        Assert.Equal(expected, ValueText.Format(Value.Of(decimal.Parse(number, CultureInfo.InvariantCulture)), format, withUnit: true));
    }

    [Fact]
    public void Without_unit_only_the_percent_sign_stays()
    {
        Assert.Equal("917.02", ValueText.Format(Value.Of(9_170_200m), new("万元")));
        Assert.Equal("50%", ValueText.Format(Value.Of(0.5m), new("%")));
    }

    [Fact]
    public void Other_values_are_written_plainly()
    {
        Assert.Equal("true", ValueText.Format(Value.Of(true)));
        Assert.Equal("党建", ValueText.Format(Value.Of("党建")));
        Assert.Equal("2020-12-31", ValueText.Format(Value.Of(new DateOnly(2020, 12, 31))));
        Assert.Equal("培训、检查", ValueText.Format(Value.Of(["培训", "检查"])));
        Assert.Equal("网络", ValueText.Format(Value.Of(World.Row("网络"))));
        Assert.Equal("[0]", ValueText.Format(Value.Of(new Table(World.Lines, []))));
        Assert.Equal("?", ValueText.Format(default));
        Assert.Equal("!", ValueText.Format(Value.Failed(new(default, Bilingual.Same("x")))));
    }
}
