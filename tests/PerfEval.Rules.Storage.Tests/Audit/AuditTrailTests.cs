using System.Data.Common;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Audit;

public abstract class AuditTrailTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private AuditTrail Trail => new(Database);

    [Fact]
    public async Task An_empty_trail_is_whole() => Assert.Equal(new(0, null) { LastHash = new('0', 64) }, await Trail.VerifyAsync(None));

    [Fact]
    public async Task Entries_come_back_as_they_were_recorded_newest_first()
    {
        await RecordAsync(3);
        var entries = await Trail.ReadAsync(null, null, 10, None);
        Assert.Equal([3, 2, 1], entries.Select(entry => entry.Seq));
        Assert.Equal(Entry(2), entries[1].Entry);
        Assert.Equal(entries[2].Hash, entries[1].PreviousHash);
    }

    [Fact]
    public async Task A_page_starts_before_the_place_given_and_keeps_to_its_subject()
    {
        await RecordAsync(6);
        Assert.Equal([4, 3], (await Trail.ReadAsync(null, 5, 2, None)).Select(entry => entry.Seq));
        Assert.Equal([4], (await Trail.ReadAsync("rubric 4", null, 10, None)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task A_page_after_a_place_holds_what_is_nearest_to_it_newest_first()
    {
        await RecordAsync(6);
        Assert.Equal([4, 3], (await Trail.ReadAfterAsync(null, 2, 2, None)).Select(entry => entry.Seq));
        Assert.Equal([6], (await Trail.ReadAfterAsync("rubric 6", 2, 10, None)).Select(entry => entry.Seq));
        Assert.Empty(await Trail.ReadAfterAsync(null, 6, 10, None));
    }

    [Fact]
    public async Task Two_processes_build_one_chain()
    {
        await using var other = await Target.OpenAsync();
        var second = new AuditTrail(other);
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => (i % 2 == 0 ? Trail : second).RecordAsync(Entry(i), None)));
        var verification = await Trail.VerifyAsync(None);
        Assert.Equal((200, null), (verification.Entries, verification.BrokenAt));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET detail = 'x' WHERE seq = 2")]
    [InlineData("DELETE FROM audit_entry WHERE seq = 2")]
    public async Task The_database_refuses_to_change_an_entry(string sql)
    {
        await RecordAsync(3);
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
        Assert.Null((await Trail.VerifyAsync(None)).BrokenAt);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET detail = 'x' WHERE seq = 2", 2)]
    [InlineData("UPDATE audit_entry SET actor_name = '李四' WHERE seq = 1", 1)]
    [InlineData("UPDATE audit_entry SET hash = previous_hash WHERE seq = 3", 3)]
    [InlineData("DELETE FROM audit_entry WHERE seq = 2", 3)]
    [InlineData("DELETE FROM audit_entry WHERE seq = 1", 2)]
    public async Task Tampering_past_the_triggers_is_found_at_its_place(string sql, long place)
    {
        await RecordAsync(4);
        foreach (var trigger in (string[])["audit_entry_no_update", "audit_entry_no_delete"])
            await TamperAsync($"DROP TRIGGER {trigger}" + (Database.Dialect.Name == "sqlite" ? "" : " ON audit_entry"));
        await TamperAsync(sql);
        Assert.Equal(place, (await Trail.VerifyAsync(None)).BrokenAt);
    }

    private static AuditEntry Entry(int i) => new(Noon.AddSeconds(i), i % 2 == 0 ? Li : Zhang, "rubric.published", $"rubric {i}", $"第{i}次");

    private async Task RecordAsync(int count)
    {
        for (var i = 1; i <= count; i++)
            await Trail.RecordAsync(Entry(i), None);
    }
}

public sealed class SqliteAuditTrailTests : AuditTrailTests<SqliteFile>;

public sealed class PostgresAuditTrailTests : AuditTrailTests<PostgresDatabase>;
