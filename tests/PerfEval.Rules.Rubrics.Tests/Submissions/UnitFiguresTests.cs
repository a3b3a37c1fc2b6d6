using System.Globalization;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

public sealed class UnitFiguresTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("100", "100")]
    [InlineData("-12.500", "-12.5")]
    [InlineData("5.00", "5")]
    [InlineData("184467440737095516.150", "184467440737095516.15")]
    [InlineData("-1844674407370955161.60", "-1844674407370955161.6")]
    [InlineData("7922816251426433759354395033.0", "7922816251426433759354395033")]
    [InlineData("0.0000000000000000000000000010", "0.000000000000000000000000001")]
    public void Trailing_zeros_are_dropped_and_nothing_else(string number, string trimmed)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal(trimmed, UnitFigures.Trim(value).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(value, UnitFigures.Trim(value));
    }

    [Theory]
    [InlineData("917.02", "万元", "9170200.00")]
    [InlineData("87.20", "%", "0.8720")]
    [InlineData("0.0001", "亿元", "10000.0000")]
    [InlineData("79228162514264337593543950335", "万元", null)]
    [InlineData("0.000000000000000000000000001", "%", null)]
    public void A_written_number_is_kept_exactly_or_not_at_all(string written, string unit, string? kept)
    {
        var result = UnitFigures.Keep(decimal.Parse(written, CultureInfo.InvariantCulture), unit);

        Assert.Equal(kept, result?.ToString(CultureInfo.InvariantCulture));
    }
}
