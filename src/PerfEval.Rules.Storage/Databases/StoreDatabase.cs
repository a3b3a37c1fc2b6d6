using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using PerfEval.Rules.Storage.Migrations;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>
/// The database: an SQLite file, or PostgreSQL. Reading opens a connection of the pool; writing goes through <see cref="Writes"/>. Safe to share between threads.
/// </summary>
public sealed class StoreDatabase : IAsyncDisposable, IDisposable
{
    private readonly DbDataSource source;

    static StoreDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private StoreDatabase(DbDataSource source, Dialect dialect)
    {
        (this.source, Dialect) = (source, dialect);
        Writes = new(source, dialect);
    }

    /// <summary>Which database it is.</summary>
    public Dialect Dialect { get; }

    /// <summary>How many writes wait for their commit.</summary>
    public int WaitingWrites => Writes.Length;

    /// <summary>Told of every transaction that ended, on the thread that commits: it must be quick and throw nothing.</summary>
    public Action<CommitGroup>? Committed
    {
        get => Writes.Committed;
        set => Writes.Committed = value;
    }

    /// <summary>Where every change is queued.</summary>
    internal CommitQueue Writes { get; }

    /// <summary>Opens a database and brings its schema up to date.</summary>
    /// <param name="connectionString">A PostgreSQL connection string, or the path of an SQLite file.</param>
    /// <param name="cancellation">Gives up waiting for another process that migrates.</param>
    /// <exception cref="DbException">The database does not answer.</exception>
    /// <exception cref="NewerSchemaException">A later build has already changed the schema.</exception>
    public static async Task<StoreDatabase> OpenAsync(string connectionString, CancellationToken cancellation = default)
    {
        var database = Connect(connectionString);
        try
        {
            await Migrator.UpgradeAsync(database.source, database.Dialect, Schema.Migrations, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a database and leaves its schema as it is: for looking at one that somebody else serves.</summary>
    /// <param name="connectionString">A PostgreSQL connection string, or the path of an SQLite file.</param>
    public static StoreDatabase OpenAsItIs(string connectionString) => Connect(connectionString);

    /// <summary>Whether something failed because the database cannot be reached or written to now, so that it may go well later.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        StoreBusyException => true,
        NpgsqlException server => server.IsTransient,
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true, // busy, locked, no reading or writing, full, not to be opened
        _ => false,
    };

    /// <summary>Whether a connection string names a server; else it is the path of a file.</summary>
    internal static bool IsServer(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection of the pool, open; reading only.</summary>
    internal ValueTask<DbConnection> OpenConnectionAsync(CancellationToken cancellation) => source.OpenConnectionAsync(cancellation);

    /// <summary>As above, for callers that cannot wait otherwise.</summary>
    internal DbConnection OpenConnection() => source.OpenConnection();

    /// <summary>Whether the database answers.</summary>
    /// <param name="patience">A later answer counts as none.</param>
    /// <exception cref="OperationCanceledException">Nobody asks any more.</exception>
    public async Task<bool> AnswersAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(patience);
        try
        {
            await using var connection = await OpenConnectionAsync(end.Token);
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT 1", cancellationToken: end.Token)) == 1;
        }
        catch (Exception exception) when (exception is DbException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Commits what waits, and closes.</summary>
    public void Dispose()
    {
        Writes.Dispose();
        source.Dispose();
    }

    /// <summary>Commits what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        Writes.Dispose();
        await source.DisposeAsync();
    }

    private static StoreDatabase Connect(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return IsServer(connectionString) ? ConnectToServer(connectionString) : new(new SqliteDataSource(connectionString), Dialect.Sqlite);
    }

    // By itself, so that the driver is loaded only where there is a server.
    private static StoreDatabase ConnectToServer(string connectionString) => new(NpgsqlDataSource.Create(connectionString), Dialect.PostgreSql);
}
