using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Impacts;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Impacts;

public abstract class ImpactStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Rubric = "440300/2020/project";

    private int count;

    private ImpactStore Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await TamperAsync("""
            INSERT INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, author_id, author_name, comment, published_at)
            VALUES ('440300/2020/project', '1.0.0', 1, '440300', 2020, 'project', '440300-shenzhen', 'sha256:1', 'x', 'pack', 'service', 'x', '', '2026-07-01T12:00:00.000000Z')
            """);
    }

    [Fact]
    public async Task What_was_asked_for_comes_back_as_it_was()
    {
        var asked = await AddAsync();
        var found = await Store.FindAsync(asked.Id, None);
        Assert.Equal(
            new Impact
            {
                Id = asked.Id,
                Rubric = Rubric,
                Region = "440303",
                FromLabel = "1.0.0",
                FromHash = "sha256:1",
                ToLabel = "draft:修订",
                ToHash = "sha256:2",
                CreatedBy = Zhang,
                CreatedAt = Noon,
                State = ImpactState.Queued,
            },
            found);
        var (from, to) = (await Store.FindRubricsAsync(asked.Id, None))!.Value;
        Assert.Equal(("甲", "乙"), (Encoding.UTF8.GetString(from.Text.Span), Encoding.UTF8.GetString(to.Text.Span)));
        Assert.Null(await Store.FindAsync("nothing", None));
        Assert.Null(await Store.FindRubricsAsync("nothing", None));
    }

    [Fact]
    public async Task Members_are_the_latest_revisions_of_the_region_and_below()
    {
        var evaluations = new EvaluationStore(Database);
        var (first, second, elsewhere, other) = (Evaluation("甲"), Evaluation("甲"), Evaluation("乙", "440304"), Evaluation("丙"));
        foreach (var evaluation in (NewEvaluation[])[first, second, elsewhere, other])
            await evaluations.FileAsync(evaluation, None);
        var asked = (await Store.FindAsync((await AddAsync()).Id, None))!; // added
        Assert.Equal([second.Id, other.Id], (await Store.ReadMembersAsync(asked, None)).AsEnumerable());
        Assert.Equal([second.Id, elsewhere.Id, other.Id], (await Store.ReadMembersAsync(asked with { Region = "440300" }, None)).AsEnumerable());
        Assert.Empty(await Store.ReadMembersAsync(asked with { Region = "450000" }, None));
    }

    [Fact]
    public async Task What_is_filed_later_does_not_enter_a_chunk()
    {
        var evaluations = new EvaluationStore(Database);
        var first = Evaluation("甲");
        await evaluations.FileAsync(first, None);
        var asked = await PlanAsync([first.Id], 10);
        await evaluations.FileAsync(Evaluation("甲"), None);
        var chunk = (await Store.BeginAsync(asked.Id, 1, Noon, None))!; // planned
        Assert.Equal([first.Id], (await Store.ReadSubmissionsAsync(chunk, None)).Select(submission => submission.Id));
    }

    [Fact]
    public async Task A_plan_stands_once_it_is_made()
    {
        var asked = await PlanAsync(["a", "b", "c"], 2);
        await Store.PlanAsync(asked.Id, ["a", "b", "c", "d"], 1, None);
        Assert.Equal([new(1, null, 0), new(2, null, 0)], (await Store.ListOpenChunksAsync(asked.Id, None)).AsEnumerable());
        Assert.Equal((3, ImpactState.Queued), ((await Store.FindAsync(asked.Id, None))!.Submissions, (await Store.FindAsync(asked.Id, None))!.State));
    }

    [Fact]
    public async Task A_chunk_done_twice_counts_once_and_the_first_result_stands()
    {
        var asked = await PlanAsync(["a", "b", "c"], 2);
        var (mine, yours) = ((await Store.BeginAsync(asked.Id, 1, Noon, None))!, (await Store.BeginAsync(asked.Id, 1, Noon.AddMinutes(1), None))!); // planned
        Assert.Equal(["a", "b"], mine.Members.AsEnumerable());
        Assert.Equal([new(1, Noon.AddMinutes(1), 2), new(2, null, 0)], (await Store.ListOpenChunksAsync(asked.Id, None)).AsEnumerable());
        Assert.False(await Store.CompleteAsync(yours, "first"u8.ToArray(), None));
        Assert.False(await Store.CompleteAsync(mine, "second"u8.ToArray(), None));
        Assert.Equal((2, ImpactState.Running), await ProgressAsync(asked));
        Assert.Null(await Store.BeginAsync(asked.Id, 1, Noon, None));
        var last = (await Store.BeginAsync(asked.Id, 2, Noon, None))!; // planned
        Assert.True(await Store.CompleteAsync(last, "last"u8.ToArray(), None));
        Assert.Equal(["first", "last"], (await Store.ReadResultsAsync(asked.Id, None)).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public async Task Two_processes_that_complete_one_chunk_leave_one_result()
    {
        await using var other = await Target.OpenAsync();
        ImpactStore[] stores = [Store, new(other)];
        var asked = await PlanAsync([.. Enumerable.Range(0, 20).Select(i => $"{i}")], 1);
        await Task.WhenAll(Enumerable.Range(0, 80).Select(async i =>
        {
            var (store, number) = (stores[i % 2], i / 4 + 1);
            if (await store.BeginAsync(asked.Id, number, Noon, None) is { } chunk)
                await store.CompleteAsync(chunk, Encoding.UTF8.GetBytes(chunk.Members[0]), None);
        }));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), (await Store.ReadResultsAsync(asked.Id, None)).Select(Encoding.UTF8.GetString));
        Assert.Equal((20, ImpactState.Running), await ProgressAsync(asked));
    }

    [Fact]
    public async Task The_whole_result_stands_for_good()
    {
        var asked = await PlanAsync(["a"], 1);
        var chunk = (await Store.BeginAsync(asked.Id, 1, Noon, None))!; // planned
        await Store.CompleteAsync(chunk, "part"u8.ToArray(), None);
        await Store.FinishAsync(asked.Id, "whole"u8.ToArray(), Noon.AddMinutes(2), None);
        await Store.FinishAsync(asked.Id, "another"u8.ToArray(), Noon.AddMinutes(3), None);
        await Store.FailAsync(asked.Id, 1, Noon.AddMinutes(3), None);
        Assert.True(await Store.CancelAsync(asked.Id, Li, Noon.AddMinutes(3), None));
        var found = (await Store.FindAsync(asked.Id, None))!; // added
        Assert.Equal((ImpactState.Done, 1L, 1L, Noon.AddMinutes(2)), (found.State, found.Scored, found.Submissions!.Value, found.EndedAt!.Value));
        Assert.Equal(["whole"], (await Store.ReadResultsAsync(asked.Id, None)).Select(Encoding.UTF8.GetString));
        Assert.Empty(await Store.ListOpenAsync(None));
    }

    [Fact]
    public async Task Nobody_works_on_what_was_cancelled()
    {
        var asked = await PlanAsync(["a", "b"], 1);
        var begun = (await Store.BeginAsync(asked.Id, 1, Noon, None))!; // planned
        await Store.CompleteAsync(begun, "part"u8.ToArray(), None);
        Assert.Equal(asked.Id, Assert.Single(await Store.ListOpenAsync(None)));
        Assert.True(await Store.CancelAsync(asked.Id, Li, Noon, None));
        Assert.True(await Store.CancelAsync(asked.Id, Li, Noon, None));
        Assert.False(await Store.CancelAsync("nothing", Li, Noon, None));
        Assert.Null(await Store.BeginAsync(asked.Id, 2, Noon, None));
        Assert.Empty(await Store.ListOpenAsync(None));
        Assert.Equal((1, ImpactState.Cancelled), await ProgressAsync(asked));
        var entries = await new AuditTrail(Database).ReadAfterAsync(asked.Id, 0, 100, None);
        Assert.Equal(["impact.cancelled", "impact.started"], entries.Select(chained => chained.Entry.Action));
    }

    [Fact]
    public async Task One_that_is_given_up_names_its_chunk()
    {
        var asked = await PlanAsync(["a", "b"], 1);
        await Store.FailAsync(asked.Id, 2, Noon, None);
        var found = (await Store.FindAsync(asked.Id, None))!; // added
        Assert.Equal((ImpactState.Failed, 2), (found.State, found.FailedChunk));
    }

    [Fact]
    public async Task The_newest_are_listed_first_within_rubric_and_region()
    {
        var (first, second, third) = (await AddAsync(), await AddAsync("440300"), await AddAsync(rubric: "440300/2021/project"));
        Assert.Equal([third.Id, second.Id, first.Id], await IdsAsync(null, null));
        Assert.Equal([second.Id, first.Id], await IdsAsync(Rubric, null));
        Assert.Equal([third.Id, first.Id], await IdsAsync(null, "440303"));
        Assert.Equal([second.Id, first.Id], await IdsAsync(Rubric, "440000"));
        Assert.Equal([first.Id], (await Store.ListAsync(Rubric, "440303", 1, None)).Select(impact => impact.Id));
    }

    private async Task<IEnumerable<string>> IdsAsync(string? rubric, string? region) => (await Store.ListAsync(rubric, region, 10, None)).Select(impact => impact.Id);

    private async Task<(long, ImpactState)> ProgressAsync(NewImpact asked)
    {
        var found = (await Store.FindAsync(asked.Id, None))!; // added
        return (found.Scored, found.State);
    }

    private async Task<NewImpact> PlanAsync(ImmutableArray<string> members, int chunkSize)
    {
        var asked = await AddAsync();
        await Store.PlanAsync(asked.Id, members, chunkSize, None);
        return asked;
    }

    private async Task<NewImpact> AddAsync(string region = "440303", string rubric = Rubric)
    {
        var asked = new NewImpact
        {
            Id = NextId(),
            Rubric = rubric,
            Region = region,
            From = new("1.0.0", "sha256:1", Encoding.UTF8.GetBytes("甲")),
            To = new("draft:修订", "sha256:2", Encoding.UTF8.GetBytes("乙")),
            CreatedBy = Zhang,
            CreatedAt = Noon,
        };
        await Store.AddAsync(asked, None);
        return asked;
    }

    private NewEvaluation Evaluation(string department, string region = "440303") => new()
    {
        Id = NextId(),
        FiledAt = Noon,
        Identity = new(Rubric, department, "", ""),
        Version = "1.0.0",
        Hash = "sha256:1",
        Scope = new(region, 2020, "project"),
        Submission = "{}"u8.ToArray(),
        Scorecard = "{}"u8.ToArray(),
        Complete = true,
        FiledBy = Zhang,
    };

    private string NextId() => Guid.CreateVersion7(Noon.AddSeconds(Interlocked.Increment(ref count))).ToString("D");
}

public sealed class SqliteImpactStoreTests : ImpactStoreTests<SqliteFile>;

public sealed class PostgresImpactStoreTests : ImpactStoreTests<PostgresDatabase>;
