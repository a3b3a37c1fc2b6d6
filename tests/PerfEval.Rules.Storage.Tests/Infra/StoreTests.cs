using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Tests.Infra;

/// <summary>Tests of a store, run over each database by one line each.</summary>
public abstract class StoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    /// <summary>Noon on a day in 2026.</summary>
    protected static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    protected static readonly Actor Zhang = new("account:zhang", "张三");

    protected static readonly Actor Li = new("account:li", "李四");

    protected TDatabase Target { get; } = new();

    protected StoreDatabase Database { get; private set; } = null!; // opened before each test

    protected static CancellationToken None => CancellationToken.None;

    public virtual async Task InitializeAsync() => Database = await Target.OpenAsync();

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await Target.DisposeAsync();
    }

    /// <summary>Runs a statement as somebody with the database's password could.</summary>
    protected Task TamperAsync(string sql) => Database.Writes.WriteAsync(session => session.Execute(sql), None);
}
