using System.Text.Json;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Published;

/// <summary>Rules in C#, in a server process that lets them run and in one that does not.</summary>
public sealed class ScriptsTests
{
    private const string Expression = "\"Score\": \"min(执行数 / 预算数, 1) * Weight\"";

    [Fact]
    public async Task Scripts_run_where_the_settings_let_them()
    {
        using var packs = Packs();
        using var server = await RunningServer.StartAsync(packs.Root, null, "--Scripts=true");
        Assert.Equal(("94", "Scored"), await ScoreAsync(server));
    }

    [Fact]
    public async Task Scripts_do_not_run_by_default_and_the_other_rules_are_scored()
    {
        using var packs = Packs();
        using var server = await RunningServer.StartAsync(packs.Root);
        Assert.Equal(("", "Failed"), await ScoreAsync(server));
    }

    private static TemporaryFolder Packs()
    {
        var folder = new TemporaryFolder();
        folder.Write("440300-shenzhen/2020/project/1.0.0.json", Some.Rubric().Replace(Expression, """ "RuleExpressionType": "CSharpScript", "Score": "var rate = 执行数 / 预算数; Math.Min(rate, 1m) * Weight" """, StringComparison.Ordinal));
        return folder;
    }

    private static async Task<(string Total, string First)> ScoreAsync(RunningServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.PostAsync("/evaluate?dryRun=true", Some.Body());
        var card = (await answer.ReadJsonAsync()).GetProperty("scorecard");
        var total = card.GetProperty("total");
        return (total.ValueKind == JsonValueKind.Null ? "" : total.GetRawText(), card.GetProperty("rules")[0].GetProperty("status").GetString()!);
    }
}
