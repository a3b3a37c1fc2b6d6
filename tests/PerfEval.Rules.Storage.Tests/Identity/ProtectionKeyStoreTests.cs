using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Identity;

public abstract class ProtectionKeyStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private ProtectionKeyStore Store => new(Database);

    [Fact]
    public void Keys_come_back_in_the_order_they_were_added()
    {
        for (var i = 0; i < 12; i++)
            Assert.True(Store.TryAdd($"<key id=\"{i}\" />", i));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"<key id=\"{i}\" />"), Store.Read());
    }

    [Fact]
    public void A_key_made_before_another_was_seen_is_dropped()
    {
        Assert.True(Store.TryAdd("<first />", 0));
        Assert.False(Store.TryAdd("<second />", 0));
        Assert.Equal(["<first />"], Store.Read().AsEnumerable());
    }

    [Fact]
    public async Task Of_replicas_that_start_together_one_adds_its_key()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Target.OpenAsync()));
        var added = await Task.WhenAll(opened.Select((database, i) => Task.Run(() => new ProtectionKeyStore(database).TryAdd($"<key id=\"{i}\" />", 0), None)));
        Assert.Equal(1, added.Count(isAdded => isAdded));
        Assert.Single(Store.Read());
        foreach (var database in opened)
            await database.DisposeAsync();
    }
}

public sealed class SqliteProtectionKeyStoreTests : ProtectionKeyStoreTests<SqliteFile>;

public sealed class PostgresProtectionKeyStoreTests : ProtectionKeyStoreTests<PostgresDatabase>;
