using FsCheck;
using FsCheck.Fluent;
using PerfEval.Rules.Rubrics.Impacts;

namespace PerfEval.Rules.Rubrics.Tests.Impacts;

public sealed class ExactSumTests
{
    // Whole numbers, points, unrounded thirds, and what is as large or as small as a decimal can be.
    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Select(number => number / 100m),
        Gen.Choose(-1000, 1000).Select(number => number / 3m),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -79228162514264337593543950.335m, 0m));

    [Fact]
    public void The_order_and_the_grouping_of_what_is_added_do_not_matter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Zip(Number.ListOf(), Gen.Choose(0, int.MaxValue)).ToArbitrary(), IsSameInAnyOrder));

    [Fact]
    public void Thirds_that_a_decimal_cannot_add_up_are_added_up()
    {
        var sum = new ExactSum();
        for (var i = 0; i < 3000; i++)
            sum.Add(1000m / 3m);
        Assert.Equal("9999999999999999999999999999900000", sum.ToString());
        Assert.Equal(1_000_000m, sum.Value);
    }

    [Theory]
    [InlineData("1", 3, 4, "0.3333")]
    [InlineData("2", 3, 4, "0.6667")]
    [InlineData("-2", 3, 4, "-0.6667")]
    [InlineData("0.00005", 1, 4, "0.0001")]
    [InlineData("-0.00005", 1, 4, "-0.0001")]
    [InlineData("5", 0, 4, "0")]
    [InlineData("7.5", 3, 2, "2.5")]
    public void A_mean_is_rounded_half_away_from_zero(string number, long count, int digits, string mean)
    {
        var sum = new ExactSum();
        sum.Add(Of(number));
        Assert.Equal(Of(mean), sum.Divide(count, digits));
    }

    [Fact]
    public void Times_is_as_often_as_one_by_one()
    {
        var (once, often) = (new ExactSum(), new ExactSum());
        once.Add(2m / 3m, 7);
        for (var i = 0; i < 7; i++)
            often.Add(2m / 3m);
        Assert.Equal(often.ToString(), once.ToString());
        Assert.Equal(often.ToString(), ExactSum.Parse(once.ToString()).ToString());
    }

    private static bool IsSameInAnyOrder((List<decimal> Numbers, int Seed) drawn)
    {
        var shuffled = drawn.Numbers.ToArray();
        var random = new Random(drawn.Seed);
        random.Shuffle(shuffled);
        var (straight, parts) = (new ExactSum(), new ExactSum());
        foreach (var number in drawn.Numbers)
            straight.Add(number);
        foreach (var chunk in shuffled.Chunk(random.Next(1, 5)))
        {
            var part = new ExactSum();
            foreach (var number in chunk)
                part.Add(number);
            parts.Add(ExactSum.Parse(part.ToString()));
        }

        return straight.ToString() == parts.ToString();
    }

    private static decimal Of(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
