using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

public sealed class RubricEditTests
{
    [Theory]
    [InlineData("""{ "Version": "1.0.0", "Year": 2020 }""", """{ "Version": "1.1.0", "Supersedes": "1.0.0", "Year": 2020 }""")]
    [InlineData("{ \"Supersedes\": \"0.9.0\", // \"Version\": 1\n \"Title\": \"预算\", \"Version\": \"1.0.0\", }", "{ \"Supersedes\": \"1.0.0\", // \"Version\": 1\n \"Title\": \"预算\", \"Version\": \"1.1.0\", }")]
    [InlineData("""{ "Rules": [{ "Version": "x" }], "Version": ["1", "0"] }""", """{ "Rules": [{ "Version": "x" }], "Version": "1.1.0", "Supersedes": "1.0.0" }""")]
    public void Only_the_two_properties_change(string text, string expected) => Assert.Equal(expected, RubricEdit.WithVersion(text, "1.1.0", "1.0.0"));

    [Fact]
    public void What_it_supersedes_stays_where_nothing_else_is_said() =>
        Assert.Equal("""{ "Version": "2.0.0", "Supersedes": "0.9.0" }""", RubricEdit.WithVersion("""{ "Version": "1.0.0", "Supersedes": "0.9.0" }""", "2.0.0", null));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void A_text_without_a_version_has_none_to_change(string text) => Assert.Null(RubricEdit.WithVersion(text, "1.0.0", null));
}
