using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Text;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("Wieght", "Weight", 1)]
    [InlineData("预算数", "预算执行数", 2)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_insertions_losses_replacements_and_swaps(string from, string to, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(from, to));
        Assert.Equal(distance, Spelling.Distance(to, from));
    }

    [Theory]
    [InlineData("Wieght", "Weight")]
    [InlineData("weight", "Weight")]
    [InlineData("Scre", "Score")]
    [InlineData("执行述", "执行数")]
    [InlineData("人", null)]
    [InlineData("Colour", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_found_when_it_is_near_enough(string word, string? nearest) =>
        Assert.Equal(nearest, Spelling.FindNearest(word, ["Score", "Weight", "执行数", "数"]));

    [Fact]
    public void A_hostile_length_is_not_compared() =>
        Assert.Null(Spelling.FindNearest(new('a', 1_000_000), [new('a', 1_000_000)]));
}
