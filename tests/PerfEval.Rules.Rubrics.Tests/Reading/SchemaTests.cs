using System.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

public sealed class SchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_generated_one()
    {
        var path = Path.Combine(Packs.Folder, "rubric.schema.json");
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
            File.WriteAllBytes(path, RubricSchema.Write());
        Assert.Equal(Encoding.UTF8.GetString(RubricSchema.Write()), File.ReadAllText(path));
    }

    // The reader tells which names it knows by the nearest one it suggests: every name of the schema must be known to it, and a name that is not must be refused.
    [Theory]
    [InlineData("Rubric", "{0}")]
    [InlineData("Input", """ "Inputs": [{{{0}}}] """)]
    [InlineData("Param", """ "GlobalParams": [{{{0}}}] """)]
    [InlineData("Check", """ "Checks": [{{{0}}}] """)]
    [InlineData("Rule", """ "Rules": [{{{0}}}] """)]
    [InlineData("Override", """ "Overrides": [{{{0}}}] """)]
    [InlineData("Table", """ "Tables": [{{{0}}}] """)]
    [InlineData("Scale", """ "Scales": [{{{0}}}] """)]
    public void The_reader_knows_every_property_of_the_schema_and_no_other(string name, string place)
    {
        foreach (var property in RubricSchema.PropertiesOf(name))
            Assert.DoesNotContain(Codes(place, property), code => code == "PR0002");
        Assert.Contains(Codes(place, "Nonsense"), code => code == "PR0002");
    }

    private static IEnumerable<string> Codes(string place, string property)
    {
        var inner = $"\"{property}\": null";
        var text = "{" + place.Replace("{{{0}}}", "{" + inner + "}", StringComparison.Ordinal).Replace("{0}", inner, StringComparison.Ordinal) + (property == "Inputs" || place.Contains("Inputs", StringComparison.Ordinal) ? "" : ", \"Inputs\": []") + "}";
        return RubricReader.Read(Encoding.UTF8.GetBytes(text)).Diagnostics.Select(diagnostic => diagnostic.Code);
    }
}
