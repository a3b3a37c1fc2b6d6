using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Publishing;

/// <summary>What roles alone cannot decide: one person may be both author and reviewer.</summary>
public sealed class FourEyesTests : IDisposable
{
    private const string Name = "修订";

    private static readonly RubricKey Key = new(Some.Region, 2020, "project");

    private static readonly Caller Zhang = new(new("account:zhang", "张三"), [Roles.Author, Roles.Reviewer], null, null);

    private static readonly Caller Li = new(new("account:li", "李四"), [Roles.Author, Roles.Reviewer], null, null);

    private readonly TemporaryFolder packs = Some.Packs();

    [Fact]
    public async Task Nobody_approves_a_draft_that_they_had_a_hand_in()
    {
        await using var server = new TestServer(packs.Root);
        var publication = server.Services.GetRequiredService<Publication>();
        var revision = await SubmitAsync(publication);
        Assert.Equal(PublicationOutcome.OwnDraft, (await publication.ApproveAsync(Zhang, Key, Name, revision, "", CancellationToken.None)).Outcome);
        await publication.WithdrawAsync(Li, Key, Name, "", CancellationToken.None);
        await publication.PutCaseAsync(Li, new(Key, Name), new("a", Drafting.Case), null, CancellationToken.None);
        await publication.SubmitAsync(Zhang, Key, Name, null, "", CancellationToken.None);
        Assert.Equal(PublicationOutcome.OwnDraft, (await publication.ApproveAsync(Li, Key, Name, revision, "", CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Another_person_publishes_it_however_many_roles_both_have()
    {
        await using var server = new TestServer(packs.Root);
        var publication = server.Services.GetRequiredService<Publication>();
        var result = await publication.ApproveAsync(Li, Key, Name, await SubmitAsync(publication), "同意", CancellationToken.None);
        Assert.Equal(PublicationOutcome.Done, result.Outcome);
        var version = server.Services.GetRequiredService<RubricCatalogue>().Find(Key, "2.1.0")!;
        Assert.Equal((Zhang.Actor, Li.Actor, "同意"), (version.Stored.Author, version.Stored.Approver, version.Stored.Comment));
    }

    [Fact]
    public async Task Who_works_for_another_region_neither_writes_nor_approves()
    {
        await using var server = new TestServer(packs.Root);
        var publication = server.Services.GetRequiredService<Publication>();
        var revision = await SubmitAsync(publication);
        Assert.Equal(PublicationOutcome.Forbidden, (await publication.ApproveAsync(Li with { Region = "420000" }, Key, Name, revision, "", CancellationToken.None)).Outcome);
        Assert.Equal(PublicationOutcome.Forbidden, (await publication.CreateAsync(Li with { Region = "440303" }, Key, "另一份", null, CancellationToken.None)).Outcome);
        Assert.Equal(PublicationOutcome.Done, (await publication.ApproveAsync(Li with { Region = "440000" }, Key, Name, revision, "", CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task What_one_replica_publishes_the_other_serves_without_a_restart()
    {
        var store = PostgresServer.Shared.CreateDatabase();
        await using var one = new TestServer(packs.Root, store: store);
        await using var other = new TestServer(packs.Root, store: store);
        using var client = other.CreateClient();
        Assert.Equal("1.1.0", await AskVersionAsync(client));
        var publication = one.Services.GetRequiredService<Publication>();
        await publication.ApproveAsync(Li, Key, Name, await SubmitAsync(publication), "", CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await AskVersionAsync(client) != "2.1.0")
            await Task.Delay(CatalogueFeed.Interval / 10, limit.Token);
    }

    [Fact]
    public async Task Of_two_replicas_that_approve_different_drafts_at_once_one_is_told_to_look_again()
    {
        var store = PostgresServer.Shared.CreateDatabase();
        await using var one = new TestServer(packs.Root, store: store);
        await using var other = new TestServer(packs.Root, store: store);
        var (first, second) = (one.Services.GetRequiredService<Publication>(), other.Services.GetRequiredService<Publication>());
        var revision = await SubmitAsync(first);
        await SubmitAsync(second, "另一份");
        var results = await Task.WhenAll(
            Task.Run(() => first.ApproveAsync(Li, Key, Name, revision, "", CancellationToken.None)),
            Task.Run(() => second.ApproveAsync(Li, Key, "另一份", revision, "", CancellationToken.None)));
        Assert.Equal(1, results.Count(result => result.Outcome == PublicationOutcome.Done));
        Assert.Single(results, result => result.Outcome is PublicationOutcome.Overtaken or PublicationOutcome.Unsound);
    }

    public void Dispose() => packs.Dispose();

    private static async Task<long> SubmitAsync(Publication publication, string name = Name)
    {
        await publication.CreateAsync(Zhang, Key, name, new VersionName(Key, "2.0.0"), CancellationToken.None);
        await publication.SaveAsync(Zhang, Key, name, 1, Drafting.Changed, CancellationToken.None);
        var submitted = await publication.SubmitAsync(Zhang, Key, name, 2, "", CancellationToken.None);
        Assert.Equal(PublicationOutcome.Done, submitted.Outcome);
        return submitted.Draft!.Revision;
    }

    private static async Task<string?> AskVersionAsync(HttpClient client)
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body());
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.GetProperty("scorecard").GetProperty("rubric").GetProperty("version").GetString();
    }
}
