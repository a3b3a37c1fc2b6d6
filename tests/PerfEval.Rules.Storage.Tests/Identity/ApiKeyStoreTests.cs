using System.Data.Common;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Identity;

public abstract class ApiKeyStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly KeyGrant Grant = new("报送系统", "department", "440303", "教育局", Noon.AddDays(30));

    private ApiKeyStore Store => new(Database);

    private static Change Change => new(Zhang, Noon);

    [Fact]
    public async Task A_key_is_found_by_its_text_and_carries_what_it_was_made_for()
    {
        var issued = await IssueAsync();
        var found = await Store.FindAsync(issued.Text, None);
        Assert.Equal(issued.Key, found);
        Assert.Equal((Grant, Zhang.Id, Noon), (found!.Grant, found.CreatedBy, found.CreatedAt)); // just compared
        Assert.Equal(issued.Key, Assert.Single(await Store.ListAsync(None)));
    }

    [Fact]
    public async Task Neither_the_text_nor_the_secret_of_a_key_is_stored_anywhere()
    {
        var text = (await IssueAsync()).Text;
        await using var connection = await Database.OpenConnectionAsync(None);
        var stored = string.Join('\n', (await connection.QueryAsync("SELECT * FROM api_key")).Concat(await connection.QueryAsync("SELECT * FROM audit_entry")).Select(row => ((object)row).ToString()));
        Assert.Contains(text[3..13], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(text[14..], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_differs_anywhere_is_no_key()
    {
        var text = (await IssueAsync()).Text;
        for (var i = 0; i < text.Length; i++)
            Assert.Null(await Store.FindAsync(text[..i] + (text[i] == 'a' ? 'b' : 'a') + text[(i + 1)..], None));
        Assert.Null(await Store.FindAsync(text + "a", None));
        Assert.Null(await Store.FindAsync(text[..^1], None));
        Assert.Null(await Store.FindAsync("", None));
    }

    [Fact]
    public async Task No_two_keys_are_alike() =>
        Assert.Equal(50, (await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => IssueAsync()))).Select(issued => issued.Text).Distinct().Count());

    [Fact]
    public async Task A_key_works_until_it_expires_or_is_revoked()
    {
        var key = (await IssueAsync()).Key;
        Assert.True(key.WorksAt(Noon.AddDays(30).AddTicks(-1)));
        Assert.False(key.WorksAt(Noon.AddDays(30)));
        Assert.True((key with { Grant = Grant with { ExpiresAt = null } }).WorksAt(DateTimeOffset.MaxValue));
        Assert.True(await Store.RevokeAsync(key.Id, new(Li, Noon.AddDays(1)), None));
        var revoked = Assert.Single(await Store.ListAsync(None));
        Assert.Equal((Noon.AddDays(1), Li.Id), (revoked.RevokedAt, revoked.RevokedBy));
        Assert.False(revoked.WorksAt(Noon.AddDays(2)));
    }

    [Fact]
    public async Task Revoking_again_changes_nothing_and_what_is_not_there_is_not_revoked()
    {
        var key = (await IssueAsync()).Key;
        Assert.True(await Store.RevokeAsync(key.Id, Change, None));
        Assert.True(await Store.RevokeAsync(key.Id, new(Li, Noon.AddDays(1)), None));
        Assert.Equal(Zhang.Id, Assert.Single(await Store.ListAsync(None)).RevokedBy);
        Assert.False(await Store.RevokeAsync("nothing", Change, None));
        var entries = await new AuditTrail(Database).ReadAsync(key.Id, null, 10, None);
        Assert.Equal(["key.revoked", "key.issued"], entries.Select(entry => entry.Entry.Action));
    }

    [Theory]
    [InlineData("UPDATE api_key SET revoked_at = NULL")]
    [InlineData("DELETE FROM api_key")]
    public async Task The_database_refuses_to_revive_or_remove_a_key(string sql)
    {
        var key = (await IssueAsync()).Key;
        await Store.RevokeAsync(key.Id, Change, None);
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
        Assert.NotNull(Assert.Single(await Store.ListAsync(None)).RevokedAt);
    }

    [Fact]
    public async Task A_key_with_a_known_text_is_added_once_even_after_it_was_revoked()
    {
        const string Text = "pe_known00000_secret";
        await Store.AddKnownAsync("known", Text, Grant, Change, None);
        await Store.RevokeAsync("known", Change, None);
        await Store.AddKnownAsync("known", Text, Grant, Change, None);
        Assert.NotNull((await Store.FindAsync(Text, None))?.RevokedAt);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddKnownAsync("x", "known", Grant, Change, None));
    }

    private Task<IssuedKey> IssueAsync() => Store.IssueAsync(Grant, Change, None);
}

public sealed class SqliteApiKeyStoreTests : ApiKeyStoreTests<SqliteFile>;

public sealed class PostgresApiKeyStoreTests : ApiKeyStoreTests<PostgresDatabase>;
