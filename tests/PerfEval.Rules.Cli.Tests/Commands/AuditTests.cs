using System.Text.Json;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class AuditTests
{
    private const string CasePath = "440300-shenzhen/2020/project/cases/one.json";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task What_differs_is_listed_with_its_place_and_counted()
    {
        using var packs = Some.PacksWithCase(Reporting("""{ "scores": { "R1": 60, "R2": 40 }, "total": 100 }"""));
        var run = await Perfeval.RunAsync("audit", packs.Root, "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                $"{Path.Combine(packs.Root, CasePath)} @1.0.0",
                "  一例",
                "  place     reported  computed  verdict  what it is",
                "  score R1  60        54        Differs",
                "  total     100       94        Differs  the difference comes from the reported R1 +6",
                "1 audited: 2 differ, 0 within rounding, 0 cannot be derived; 0 checks fail, 0 findings",
            ],
            run.OutputLines);
    }

    [Fact]
    public async Task What_agrees_ends_with_0()
    {
        using var packs = Some.PacksWithCase(Reporting("""{ "total": 94 }"""));
        var run = await Perfeval.RunAsync("audit", Path.Combine(packs.Root, CasePath));

        Assert.Equal((0, "1 份：0 处不符，0 处在舍入范围内，0 处无法推算；0 项勾稽关系不成立，0 项发现\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_case_that_reports_nothing_is_taken_only_when_asked_for()
    {
        using var packs = Some.PacksWithCase(Some.Case());

        Assert.StartsWith("0 audited", (await Perfeval.RunAsync("audit", packs.Root, "--lang", "en")).OutputLines[^1], StringComparison.Ordinal);
        Assert.StartsWith("1 audited", (await Perfeval.RunAsync("audit", packs.Root, "--all", "--lang", "en")).OutputLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_every_entry_has_its_place_figures_and_words_in_both_languages()
    {
        using var packs = Some.PacksWithCase(Reporting("""{ "scores": { "R1": 60, "R2": 40 }, "total": 100 }"""));
        var run = await Perfeval.RunAsync("audit", packs.Root, "--json");

        var entries = JsonDocument.Parse(run.Output).RootElement[0].GetProperty("entries");
        Assert.Equal("""{"what":"score","path":"/reported/scores/R1","verdict":"Differs","code":"R1","name":"预算执行率","reported":"60","computed":"54"}""", Compact(entries[0]));
        Assert.Equal(
            """{"what":"total","path":"/reported/total","verdict":"Differs","reported":"100","computed":"94","slip":"FromParts","message":{"zh":"差额来自自报的 R1 +6","en":"the difference comes from the reported R1 +6"}}""",
            Compact(entries[1]));
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_usage_error() => Assert.Equal(2, (await Perfeval.RunAsync("audit", "nowhere")).ExitCode);

    [Fact]
    public async Task A_broken_case_is_told_and_ends_with_1()
    {
        using var packs = Some.PacksWithCase("{ \"Name\": 1 }");
        var run = await Perfeval.RunAsync("audit", packs.Root, "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PR0005 /Name", run.Errors, StringComparison.Ordinal);
    }

    private static string Reporting(string reported) =>
        $$"""{ "Name": "一例", "Submission": {{Some.Submission[..^1]}}, "reported": {{reported}} }, "Expect": {} }""";

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Readable);
}
