using PerfEval.Rules.Rubrics.Comparison;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

public sealed class VersionChangeTests
{
    [Theory]
    [InlineData("/Rules/0/Rules/0", "Weight", 41, "2.0.0")]
    [InlineData("/Grades/0", "From", 91, "1.3.0")]
    [InlineData("", "EffectiveFrom", null, "1.2.3")]
    public void The_least_version_raises_one_part_and_clears_those_behind_it(string pointer, string property, int? value, string least)
    {
        var change = VersionChange.Of(SmallRubric.Document, SmallRubric.With(rubric => rubric.At(pointer)[property] = value));
        Assert.Equal(least, change.Least);
        Assert.Equal(change.Part == VersionPart.None ? 0 : 1, change.Reasons.Length);
    }

    [Theory]
    [InlineData("1.2.9", false)]
    [InlineData("1.3.0-draft", false)]
    [InlineData("1.3.0", true)]
    [InlineData("2.0.0", true)]
    public void A_version_is_allowed_from_the_least_upwards(string version, bool isAllowed) =>
        Assert.Equal(isAllowed, VersionChange.Of(SmallRubric.Document, SmallRubric.With(rubric => rubric.At("/Grades/0")["From"] = 91)).Allows(version));

    [Fact]
    public void The_gravest_change_decides_and_alone_gives_the_reasons()
    {
        var change = VersionChange.Of(SmallRubric.Document, SmallRubric.With(rubric =>
        {
            rubric["Title"] = "别的标题";
            rubric.At("/Grades/0")["From"] = 91;
            rubric["FullScore"] = 120;
        }));
        Assert.Equal(3, change.Changes.Length);
        Assert.Equal("FullScore", Assert.Single(change.Reasons).Property);
    }
}
