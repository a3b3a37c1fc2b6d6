using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Jobs;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Impacts;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Jobs;

/// <summary>Impacts over a real server, in chunks of seven.</summary>
public abstract class ImpactTests : IAsyncLifetime
{
    private const int Count = 60;

    private readonly TemporaryFolder packs = Some.Packs();
    private HttpClient bureau = null!;

    /// <summary>Null: a new SQLite file.</summary>
    protected abstract string? Store { get; }

    private TestServer Server { get; set; } = null!; // started before each test

    public async Task InitializeAsync()
    {
        Server = new(packs.Root, store: Store, settings: ("Jobs:ChunkSize", "7"));
        bureau = await Server.CreateClientAsync(Roles.Bureau, "440000");
    }

    public async Task DisposeAsync()
    {
        bureau.Dispose();
        await Server.DisposeAsync();
        packs.Dispose();
    }

    [Fact]
    public async Task The_report_says_what_scoring_each_submission_twice_says()
    {
        await bureau.FileAsync(Count);
        var impact = await bureau.WaitForImpactAsync(await bureau.StartImpactAsync(Impacting.Body()));
        Assert.Equal((Count, Count), (impact.Scored, impact.GetProperty("progress").GetProperty("total").GetInt64()));
        var pairs = Enumerable.Range(0, Count).Select(i => (Before: TotalOf(Some.Rubric(), i), After: TotalOf(Some.Rubric("1.1.0", "2026-07-01", 50), i))).ToList();
        var report = impact.Report;
        Assert.Equal(Count, report.GetProperty("compared").GetInt64());
        Assert.Equal(pairs.Count(pair => pair.Before != pair.After), report.GetProperty("changed").GetInt64());
        Assert.Equal(Math.Round(pairs.Average(pair => pair.After - pair.Before), 4), report.GetProperty("meanChange").GetDecimal());
        CheckSide(report.GetProperty("before"), [.. pairs.Select(pair => pair.Before).Order()]);
        CheckSide(report.GetProperty("after"), [.. pairs.Select(pair => pair.After).Order()]);
        Assert.Equal(
            pairs.Select(pair => pair.After - pair.Before).Where(change => change > 0).OrderDescending(),
            report.GetProperty("risen").EnumerateArray().Select(mover => mover.GetProperty("change").GetDecimal()));
        var rules = report.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("code").GetString()!, rule => rule.GetProperty("sum").GetDecimal());
        Assert.Equal(pairs.Sum(pair => pair.After - pair.Before), rules["R1"] + rules["R2"]);
    }

    [Fact]
    public async Task A_region_sees_its_own_submissions_only()
    {
        await bureau.FileAsync(5);
        using var other = await Server.CreateClientAsync(Roles.Bureau, "450000");
        using var refused = await other.PostAsync("/impact", Impacting.Body());
        await refused.ReadProblemAsync(403);
        var address = await bureau.StartImpactAsync(Impacting.Body());
        await bureau.WaitForImpactAsync(address);
        using var hidden = await other.GetAsync(address);
        await hidden.ReadProblemAsync(404);
        using var kept = await other.SendAsync(HttpMethod.Delete, address);
        await kept.ReadProblemAsync(404);
    }

    [Fact]
    public async Task An_author_measures_a_draft_without_being_told_whose_submissions_move()
    {
        using var author = await Server.CreateClientAsync(Roles.Author);
        await bureau.FileAsync(10);
        await author.BeginAsync(Drafting.Changed);
        var address = await author.StartImpactAsync(Impacting.Body(to: "draft:修订"));
        using var draft = await author.GetAsync(Drafting.Draft);
        using var gone = await author.SendAsync(HttpMethod.Delete, Drafting.Draft, match: draft.Headers.ETag!.Tag); // what was asked for stands, whatever becomes of the draft
        Assert.True(gone.IsSuccessStatusCode, await gone.Content.ReadAsStringAsync());
        var report = (await author.WaitForImpactAsync(address)).Report;
        CheckSide(report.GetProperty("after"), [.. Enumerable.Range(0, 10).Select(i => TotalOf(Drafting.Changed, i)).Order()]);
        Assert.Equal(10, report.GetProperty("submissions").GetInt64());
        Assert.False(report.TryGetProperty("risen", out _));
        Assert.NotEmpty((await bureau.ReadImpactAsync(address)).Report.GetProperty("risen").EnumerateArray());
    }

    [Fact]
    public async Task An_impact_over_nothing_is_done_at_once()
    {
        var impact = await bureau.WaitForImpactAsync(await bureau.StartImpactAsync(Impacting.Body()));
        Assert.Equal(0, impact.Report.GetProperty("submissions").GetInt64());
        Assert.False(impact.Report.GetProperty("before").TryGetProperty("median", out _));
    }

    [Fact]
    public async Task Cancelling_again_changes_nothing()
    {
        await bureau.FileAsync(Count);
        var address = await bureau.StartImpactAsync(Impacting.Body());
        using var reviewer = await Server.CreateClientAsync(Roles.Reviewer);
        using var refused = await reviewer.SendAsync(HttpMethod.Delete, address);
        await refused.ReadProblemAsync(403);
        for (var i = 0; i < 2; i++)
        {
            using var cancelled = await bureau.SendAsync(HttpMethod.Delete, address);
            Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        }

        Assert.Contains((await bureau.ReadImpactAsync(address)).State, (string[])["cancelled", "done"]);
    }

    [Fact]
    public async Task One_that_cannot_be_computed_fails_and_keeps_nothing_else_waiting()
    {
        await bureau.FileAsync(3);
        var broken = new ImpactRubric("1.0.0", "sha256:0", "{}"u8.ToArray());
        var asked = new NewImpact { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString(), Rubric = Some.Name, Region = Some.Region, From = broken, To = broken, CreatedBy = Actor.Service, CreatedAt = DateTimeOffset.UnixEpoch };
        await Server.Services.GetRequiredService<ImpactStore>().AddAsync(asked, CancellationToken.None);
        JsonElement impact;
        do
        {
            Server.Services.GetRequiredService<ImpactResumer>().Wake(); // rather than wait for the next look
            await Task.Delay(20);
            impact = await bureau.ReadImpactAsync("/impact/" + asked.Id);
        }
        while (impact.State is "queued" or "running");
        Assert.Equal(("failed", 1), (impact.State, impact.GetProperty("failedChunk").GetInt32()));
        await bureau.WaitForImpactAsync(await bureau.StartImpactAsync(Impacting.Body()));
    }

    [Fact]
    public async Task The_newest_are_listed_without_reports()
    {
        await bureau.FileAsync(1);
        var first = await bureau.StartImpactAsync(Impacting.Body());
        var second = await bureau.StartImpactAsync(Impacting.Body(to: "2.0.0"));
        await bureau.WaitForImpactAsync(second);
        var listed = await bureau.ReadImpactAsync("/impact?region=440300&year=2020&scope=project");
        Assert.Equal([second, first], listed.EnumerateArray().Select(impact => "/impact/" + impact.GetProperty("id").GetString()));
        Assert.All(listed.EnumerateArray(), impact => Assert.False(impact.TryGetProperty("report", out _)));
        Assert.Equal(0, (await bureau.ReadImpactAsync("/impact?region=440300&year=2021&scope=project")).GetArrayLength());
        using var half = await bureau.GetAsync("/impact?region=440300");
        Assert.Equal(["PA0024 year", "PA0024 scope"], (await half.ReadProblemAsync(400)).Errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","from":"1.0.0"}""", 400, "PA0005 /to")]
    [InlineData("""{"region":"4403","year":2020,"scope":"Project","from":"1.0.0","to":"1.1.0"}""", 400, "PA0006 /region", "PA0006 /scope")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","from":"","to":"1.1.0"}""", 400, "PA0006 /from")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","from":"9.9.9","to":"draft:没有"}""", 404, "PA0011 /from", "PA0020 /to")]
    [InlineData("""{"region":"440300","year":1999,"scope":"project","from":"1.0.0","to":"1.1.0"}""", 404, "PA0010 /from", "PA0010 /to")]
    public async Task What_is_wrong_with_a_request_is_said_with_its_place(string body, int status, params string[] errors)
    {
        using var response = await bureau.PostAsync("/impact", body);
        Assert.Equal(errors, (await response.ReadProblemAsync(status)).Errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]));
    }

    private static decimal TotalOf(string rubric, int number)
    {
        var compiled = RubricLoader.Load(Encoding.UTF8.GetBytes(rubric)).Rubric!; // sound
        return Scorer.Score(SubmissionReader.Read(Encoding.UTF8.GetBytes(Impacting.Submission(number)), compiled).Submission!).Total!.Value; // nothing is left out
    }

    private static void CheckSide(JsonElement side, ImmutableArray<decimal> totals)
    {
        Assert.Equal(totals.Length, side.GetProperty("determined").GetInt64());
        Assert.Equal((totals[0], totals[^1]), (side.GetProperty("min").GetDecimal(), side.GetProperty("max").GetDecimal()));
        Assert.Equal(Math.Round(totals.Average(), 4, MidpointRounding.AwayFromZero), side.GetProperty("mean").GetDecimal());
        Assert.Equal((totals[(totals.Length - 1) / 2] + totals[totals.Length / 2]) / 2, side.GetProperty("median").GetDecimal());
    }
}

public sealed class SqliteImpactTests : ImpactTests
{
    protected override string? Store => null;
}

public sealed class PostgresImpactTests : ImpactTests
{
    protected override string? Store { get; } = PostgresServer.Shared.CreateDatabase();
}
