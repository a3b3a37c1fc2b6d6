using System.Text.Json;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_of_rubrics_is_the_committed_one()
    {
        var run = await Perfeval.RunAsync("schema");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Perfeval.Root, "rubrics/rubric.schema.json")), run.Output);
    }

    [Fact]
    public async Task The_schema_of_submissions_names_the_inputs()
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync("schema", Some.Name, "--rubrics", packs.Root);
        using var schema = JsonDocument.Parse(run.Output);
        Assert.Equal(["预算数", "执行数", "满意度"], schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task An_unknown_rubric_ends_with_2()
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync("schema", "440300/2020/projekt", "--lang", "en", "--rubrics", packs.Root);
        Assert.Equal(new(2, "", "there is no rubric 440300/2020/projekt, did you mean 440300/2020/project; there are: 440300/2020/project\n"), run);
    }
}
