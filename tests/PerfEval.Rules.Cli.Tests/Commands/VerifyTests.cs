using System.Text;
using PerfEval.Rules.Cli.Tests.Infra;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class VerifyTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder packs = Some.Packs();

    private string Store => Path.Combine(folder.Root, "perfeval.db");

    [Fact]
    public async Task A_stored_scorecard_is_computed_again_byte_for_byte()
    {
        await FileAsync("e1", card => card);
        var run = await VerifyAsync("e1");
        Assert.Equal((0, "e1: the same, byte for byte\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Other_sentences_pass_and_another_figure_does_not()
    {
        await FileAsync("e1", card => card.Replace("得 54 分", "得到 54 分", StringComparison.Ordinal));
        await FileAsync("e2", card => card.Replace("\"total\":94", "\"total\":95", StringComparison.Ordinal));
        Assert.Equal((0, "e1: every figure is the same, the sentences are those of another build\n"), ((await VerifyAsync("e1")).ExitCode, (await VerifyAsync("e1")).Output));
        var run = await VerifyAsync("e1", "e2");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("e2: differs", run.OutputLines[1]);
    }

    [Fact]
    public async Task An_evaluation_that_is_not_there_is_named()
    {
        await FileAsync("e1", card => card);
        var run = await VerifyAsync("e9");
        Assert.Equal((2, "there is no evaluation e9\n"), (run.ExitCode, run.Errors));
    }

    public void Dispose()
    {
        folder.Dispose();
        packs.Dispose();
    }

    private Task<Run> VerifyAsync(params string[] ids) => Perfeval.RunAsync(["verify", .. ids, "--store", Store, "--lang", "en"]);

    private async Task FileAsync(string id, Func<string, string> tamper)
    {
        await using var database = await StoreDatabase.OpenAsync(Store);
        await new RubricStore(database).ImportAsync(new PackFolder(packs.Root).ReadPacks(), [], Noon, CancellationToken.None);
        var rubric = RubricLoader.Load(Encoding.UTF8.GetBytes(Some.Rubric())).Rubric!; // a sound one
        var submission = Encoding.UTF8.GetBytes(Some.Submission);
        var card = Scorer.Score(SubmissionReader.Read(submission, rubric).Submission!, ExplainLevel.None); // likewise
        var written = Encoding.UTF8.GetString(ScorecardWriter.Write(card));
        var stored = tamper(written);
        await new EvaluationStore(database).FileAsync(
            new()
            {
                Id = id,
                FiledAt = Noon,
                Identity = new(Some.Name, "某单位", "", id),
                Version = "1.0.0",
                Hash = rubric.Hash,
                Scope = new("440300", 2020, "project"),
                Submission = submission,
                Scorecard = Encoding.UTF8.GetBytes(stored),
                Total = card.Total,
                Complete = true,
                FiledBy = new("account:1", "张三"),
            },
            CancellationToken.None);
    }
}
