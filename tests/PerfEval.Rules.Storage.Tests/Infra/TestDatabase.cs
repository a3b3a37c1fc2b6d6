using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Storage.Tests.Infra;

/// <summary>A new, empty database of one kind; goes with the test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>A connection string, or a path.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Opens it, as a process would that starts; several may be open at once.</summary>
    public async Task<StoreDatabase> OpenAsync() => await StoreDatabase.OpenAsync(ConnectionString);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}

public sealed class SqliteFile : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-").FullName;

    public override string ConnectionString => Path.Combine(folder, "store.db");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return base.DisposeAsync();
    }
}

public sealed class PostgresDatabase : TestDatabase
{
    public override string ConnectionString { get; } = PostgresServer.Shared.CreateDatabase();
}
