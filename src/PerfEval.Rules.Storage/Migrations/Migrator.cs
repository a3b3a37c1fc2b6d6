using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

/// <summary>Brings the schema up to date, forward only, under a lock: of several processes that start together one migrates and the others wait.</summary>
internal static class Migrator
{
    public static async Task UpgradeAsync(DbDataSource source, Dialect dialect, ImmutableArray<Migration> migrations, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (dialect.MigrationLock is { } migrationLock)
            await connection.ExecuteAsync(new CommandDefinition(migrationLock, transaction: transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)", transaction: transaction);
        var applied = await connection.ExecuteScalarAsync<int>("SELECT coalesce(max(number), 0) FROM schema_migration", transaction: transaction);
        if (applied > migrations.Length)
            throw new NewerSchemaException(applied, migrations.Length);
        foreach (var migration in migrations.Skip(applied))
        {
            await connection.ExecuteAsync(migration.Sql(dialect), transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO schema_migration (number, name) VALUES (@Number, @Name)", new { migration.Number, migration.Name }, transaction);
        }

        await transaction.CommitAsync(cancellation);
    }
}
