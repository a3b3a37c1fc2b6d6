using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Migrations;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Compatibility;

/// <summary>Stores as earlier builds wrote them: <c>fixtures/schema-N.db</c>, <c>.sql</c> (a dump of PostgreSQL) and <c>.txt</c> (what is in both).</summary>
internal static class OldStore
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "../../fixtures"));

    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>Whether fixtures that are missing are made, instead of missed.</summary>
    public static bool IsWriting => Environment.GetEnvironmentVariable("PERFEVAL_WRITE_FIXTURES") == "1";

    public static string PathOf(int schema, string extension) => Path.Combine(Folder, $"schema-{schema}.{extension}");

    /// <summary>Puts the store of an earlier build in place of an empty one.</summary>
    public static async Task RestoreAsync(int schema, TestDatabase target)
    {
        if (target is SqliteFile)
        {
            File.Copy(PathOf(schema, "db"), target.ConnectionString);
            return;
        }

        // Lines for psql itself are none of the server's business.
        var dump = string.Join('\n', File.ReadLines(PathOf(schema, "sql")).Where(line => !line.StartsWith('\\')));
        await using var source = NpgsqlDataSource.Create(target.ConnectionString);
        await using var restore = source.CreateCommand(dump);
        await restore.ExecuteNonQueryAsync();
    }

    /// <summary>Makes a fixture where there is none: a store with the first steps of the schema, and a little of everything in it.</summary>
    public static async Task WriteAsync(int schema, TestDatabase target)
    {
        var file = PathOf(schema, target is SqliteFile ? "db" : "sql");
        if (File.Exists(file))
            return;
        await MigrateAsync(schema, target.ConnectionString);
        await using (var database = StoreDatabase.OpenAsItIs(target.ConnectionString))
            await new StoreContent(database).WriteAsync(schema);
        Directory.CreateDirectory(Folder);
        if (target is SqliteFile)
            File.Copy(target.ConnectionString, file); // closing brought the log into it
        else
            Dump(new(target.ConnectionString), file);
    }

    private static async Task MigrateAsync(int schema, string connectionString)
    {
        var isServer = StoreDatabase.IsServer(connectionString);
        await using DbDataSource source = isServer ? NpgsqlDataSource.Create(connectionString) : new SqliteDataSource(connectionString);
        await Migrator.UpgradeAsync(source, isServer ? Dialect.PostgreSql : Dialect.Sqlite, [.. Schema.Migrations.Take(schema)], CancellationToken.None);
    }

    private static void Dump(NpgsqlConnectionStringBuilder server, string file)
    {
        string[] arguments =
        [
            "--inserts", "--no-owner", "--no-privileges", $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", $"--file={file}", server.Database!, // made by the test
        ];
        using var process = Process.Start("pg_dump", arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
