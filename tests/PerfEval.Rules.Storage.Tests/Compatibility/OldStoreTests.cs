using System.Data.Common;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Migrations;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Compatibility;

/// <summary>This build opens what earlier ones wrote: everything is still there, computes to the same bytes, and goes on.</summary>
public abstract class OldStoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly int[] Written = [3, 5, 7, 8];

    public static TheoryData<int> Schemas => [.. Written];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public void There_is_a_store_of_every_schema_that_was_released_since() => Assert.Contains(Schema.Migrations.Length, Written);

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Everything_is_still_there(int schema)
    {
        await using var target = new TDatabase();
        await using var database = await OpenAsync(schema, target);
        var inventory = await StoreInventory.ReadAsync(database);
        var expected = OldStore.PathOf(schema, "txt");
        if (OldStore.IsWriting && !File.Exists(expected))
            await File.WriteAllTextAsync(expected, inventory, None);
        Assert.Equal(await File.ReadAllTextAsync(expected, None), inventory);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Every_scorecard_computes_to_the_same_bytes(int schema)
    {
        await using var target = new TDatabase();
        await using var database = await OpenAsync(schema, target);
        var (store, reviews) = (new EvaluationStore(database), new ReviewStore(database));
        var checks = new List<Verification>();
        foreach (var summary in await store.ListAsync(new(), null, 100, None))
            checks.AddRange(await new EvaluationVerifier(database, store, reviews).FindAsync(summary.Id, None) ?? []);
        Assert.Equal(schema < 4 ? 0 : 6, checks.Count);
        Assert.All(checks, check => Assert.Equal(VerificationVerdict.Same, check.Verdict));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task The_record_of_who_did_what_is_unbroken_and_still_refuses_changes(int schema)
    {
        await using var target = new TDatabase();
        await using var database = await OpenAsync(schema, target);
        var trail = new AuditTrail(database);
        var before = await trail.VerifyAsync(None);
        Assert.Null(before.BrokenAt);
        Assert.True(before.Entries > 10);
        foreach (var sql in (string[])["UPDATE audit_entry SET detail = 'x'", "DELETE FROM rubric_version", "UPDATE api_key SET revoked_at = NULL"])
            await Assert.ThrowsAnyAsync<DbException>(() => database.Writes.WriteAsync(session => session.Execute(sql), None));
        await trail.RecordAsync(new(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), Actor.Service, "test", "this build"), None);
        var after = await trail.VerifyAsync(None);
        Assert.Equal((before.Entries + 1, null), (after.Entries, after.BrokenAt));
    }

    [Fact]
    public async Task Filing_goes_on_where_it_stood()
    {
        await using var target = new TDatabase();
        await using var database = await OpenAsync(5, target);
        var store = new EvaluationStore(database);
        var last = (await store.FindAsync("0005", None))!; // in the fixture
        var next = new NewEvaluation
        {
            Id = "0006",
            FiledAt = last.Summary.FiledAt.AddDays(1),
            Identity = last.Summary.Identity,
            Version = last.Summary.Version,
            Hash = last.Summary.Hash,
            Scope = last.Summary.Scope,
            Submission = last.Submission,
            Scorecard = last.Scorecard,
            Complete = true,
            FiledBy = last.Summary.FiledBy,
        };
        Assert.Equal(new FilingResult.Filed(2), await store.FileAsync(next, None));
        Assert.Equal(new FilingResult.Repeated("0005"), await store.FileAsync(next with { Id = "0007", Key = new("fixture-0005", "request") }, None));
        Assert.Equal(new FilingResult.AlreadyConfirmed("0002"), await store.FileAsync(next with { Id = "0008", Scope = new("430181", 2020, "project"), Identity = last.Summary.Identity with { Rubric = "430181/2020/project", Department = "浏阳市数据资源中心", Subject = "甲" } }, None));
    }

    private static async Task<StoreDatabase> OpenAsync(int schema, TestDatabase target)
    {
        if (OldStore.IsWriting)
        {
            await using var fresh = new TDatabase();
            await OldStore.WriteAsync(schema, fresh);
        }

        await OldStore.RestoreAsync(schema, target);
        return await target.OpenAsync();
    }
}

public sealed class SqliteOldStoreTests : OldStoreTests<SqliteFile>;

public sealed class PostgresOldStoreTests : OldStoreTests<PostgresDatabase>;
