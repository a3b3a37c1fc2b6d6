using System.Data.Common;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Databases;

public abstract class CommitQueueTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await TamperAsync("CREATE TABLE sample (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    }

    [Fact]
    public async Task A_write_that_was_answered_is_seen_by_another_process()
    {
        await InsertAsync(1);
        await using var other = await Target.OpenAsync();
        Assert.Equal(1, await CountAsync(other));
    }

    [Fact]
    public async Task Each_of_many_writes_at_once_gets_its_own_result()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 2000).Select(i => Database.Writes.WriteAsync(session => Insert(session, i) * i, None)));
        Assert.Equal(Enumerable.Range(1, 2000), results);
        Assert.Equal(2000, await CountAsync(Database));
    }

    [Fact]
    public async Task A_write_that_fails_takes_no_other_with_it()
    {
        var writes = Enumerable.Range(1, 200).Select(i => InsertAsync(i % 50 == 0 ? 1 : i)).ToList();
        var failures = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (DbException)
            {
                failures++;
            }
        }

        Assert.Equal((4, 196), (failures, await CountAsync(Database)));
    }

    [Fact]
    public async Task A_write_whose_caller_gave_up_before_its_turn_is_not_done()
    {
        using var source = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Database.Writes.WriteAsync(
            session =>
            {
                begun.TrySetResult();
                return gate.Wait(TimeSpan.FromMinutes(1), None);
            },
            None);
        await begun.Task; // what comes now is of the next group
        var second = Database.Writes.WriteAsync(session => Insert(session, 2), source.Token);
        await source.CancelAsync();
        gate.Set();
        Assert.True(await first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, await CountAsync(Database));
    }

    [Fact]
    public async Task Closing_finishes_what_waits_and_takes_no_more()
    {
        var other = await Target.OpenAsync();
        var writes = Enumerable.Range(1, 300).Select(i => other.Writes.WriteAsync(session => Insert(session, i), None)).ToList();
        await other.DisposeAsync();
        Assert.Equal(300, (await Task.WhenAll(writes)).Sum());
        await Assert.ThrowsAsync<StoreBusyException>(() => other.Writes.WriteAsync(session => Insert(session, 301), None));
        Assert.Equal(300, await CountAsync(Database));
    }

    private static int Insert(WriteSession session, int id) => session.Execute("INSERT INTO sample (id, text) VALUES (@id, '甲')", new { id });

    private static Task<long> CountAsync(StoreDatabase database) =>
        database.Writes.WriteAsync(session => session.Scalar<long>("SELECT count(*) FROM sample"), None);

    private Task<int> InsertAsync(int id) => Database.Writes.WriteAsync(session => Insert(session, id), None);
}

public sealed class SqliteCommitQueueTests : CommitQueueTests<SqliteFile>;

public sealed class PostgresCommitQueueTests : CommitQueueTests<PostgresDatabase>;
