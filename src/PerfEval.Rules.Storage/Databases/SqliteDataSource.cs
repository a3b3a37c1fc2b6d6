using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>Opens connections to one SQLite file: pooled, with foreign keys, a write-ahead log and every commit on the disk before it is answered.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

    static SqliteDataSource() => SQLitePCL.Batteries_V2.Init();

    /// <param name="path">The database file; made when first opened, its folder too.</param>
    public SqliteDataSource(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!); // a file always lies in a folder
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true }.ConnectionString;
    }

    public override string ConnectionString { get; }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection() => Open();

    // SQLite works in this process: there is nothing to wait for.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(Open());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ClearPool();
        base.Dispose(disposing);
    }

    // The framework tells only one of the two that it is closing.
    protected override ValueTask DisposeAsyncCore()
    {
        ClearPool();
        return base.DisposeAsyncCore();
    }

    // Closing the last connection brings what the log holds into the file.
    private void ClearPool() => SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
        return connection;
    }
}
