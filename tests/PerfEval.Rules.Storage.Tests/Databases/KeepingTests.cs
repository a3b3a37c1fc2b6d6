using System.Data.Common;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Databases;

/// <summary>What is append-only can't be replaced or emptied either, by statements that each database has for it.</summary>
public sealed class SqliteKeepingTests : StoreTests<SqliteFile>
{
    private const string Columns = "seq, at, actor_id, actor_name, action, subject, detail, previous_hash, hash";

    private AuditTrail Trail => new(Database);

    [Theory]
    [InlineData($"INSERT OR REPLACE INTO audit_entry ({Columns}) SELECT seq, at, actor_id, actor_name, action, subject, 'x', previous_hash, hash FROM audit_entry WHERE seq = 2")]
    [InlineData($"REPLACE INTO audit_entry (rowid, {Columns}) SELECT rowid, 9, at, actor_id, actor_name, action, subject, 'x', previous_hash, hash FROM audit_entry WHERE seq = 2")]
    [InlineData("UPDATE OR REPLACE audit_entry SET seq = 2 WHERE seq = 3")]
    public async Task An_entry_of_the_audit_trail_is_not_replaced(string sql)
    {
        await RecordAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
        var verification = await Trail.VerifyAsync(None);
        Assert.Equal((3, null), (verification.Entries, verification.BrokenAt));
    }

    [Theory]
    [InlineData("'1.0.0', 2")]
    [InlineData("'9.9.9', 1")]
    public async Task A_published_version_is_not_replaced(string versionAndNumber)
    {
        await TamperAsync(Publish("INSERT", "'1.0.0', 1", "sha256:1"));
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(Publish("INSERT OR REPLACE", versionAndNumber, "sha256:2")));
        Assert.Equal("sha256:1", await FindAsync("SELECT hash FROM rubric_version"));
    }

    [Fact]
    public async Task A_case_of_a_published_version_stays_as_it_came()
    {
        await TamperAsync(Publish("INSERT", "'1.0.0', 1", "sha256:1"));
        await TamperAsync("INSERT INTO rubric_case (rubric, version, name, text) VALUES ('440303/2020/department', '1.0.0', '甲', 'one')");
        await TamperAsync("INSERT OR REPLACE INTO rubric_case (rubric, version, name, text) VALUES ('440303/2020/department', '1.0.0', '甲', 'two')");
        Assert.Equal("one", await FindAsync("SELECT text FROM rubric_case"));
    }

    private static string Publish(string insert, string versionAndNumber, string hash) => $"""
        {insert} INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, author_id, author_name, comment, published_at)
        VALUES ('440303/2020/department', {versionAndNumber}, '440303', 2020, 'department', '440303-luohu', '{hash}', 'x', 'pack', 'service', 'x', '', '2026-07-01T12:00:00.000000Z')
        """;

    private Task<string?> FindAsync(string sql) => Database.Writes.WriteAsync(session => session.Scalar<string>(sql), None);

    private async Task RecordAsync()
    {
        for (var i = 1; i <= 3; i++)
            await Trail.RecordAsync(new(Noon, Zhang, "test", $"{i}"), None);
    }
}

public sealed class PostgresKeepingTests : StoreTests<PostgresDatabase>
{
    [Theory]
    [InlineData("audit_entry")]
    [InlineData("rubric_version CASCADE")]
    [InlineData("evaluation CASCADE")]
    [InlineData("evidence CASCADE")]
    [InlineData("draft_editor")]
    public async Task No_table_that_is_kept_is_emptied(string table) => await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync($"TRUNCATE {table}"));
}
