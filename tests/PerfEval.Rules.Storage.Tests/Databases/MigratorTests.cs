using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Migrations;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Databases;

public abstract class MigratorTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        await using var fresh = new TDatabase();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(fresh.OpenAsync)));
        foreach (var database in opened)
            await database.DisposeAsync();
        await using var again = await fresh.OpenAsync();
        Assert.Equal(Schema.Migrations.Length, await again.Writes.WriteAsync(session => session.Scalar<int>("SELECT count(*) FROM schema_migration"), None));
    }

    [Fact]
    public async Task A_schema_of_a_later_build_is_refused()
    {
        await TamperAsync("INSERT INTO schema_migration (number, name) VALUES (9999, 'tomorrow')");
        await Assert.ThrowsAsync<NewerSchemaException>(Target.OpenAsync);
    }

    [Fact]
    public void Steps_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Schema.Migrations.Length), Schema.Migrations.Select(migration => migration.Number));
}

public sealed class SqliteMigratorTests : MigratorTests<SqliteFile>;

public sealed class PostgresMigratorTests : MigratorTests<PostgresDatabase>;
