using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Identity;

public abstract class AccountStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private AccountStore Store => new(Database);

    private static Change Change => new(Zhang, Noon);

    [Fact]
    public async Task An_account_comes_back_as_it_was_made()
    {
        var made = Account("wang") with
        {
            Roles = ["bureau", "author"],
            Region = "440300",
            Department = "财政局",
            MustChangePassword = true,
            FailedCount = 2,
            LockedUntil = Noon.AddMinutes(1),
            DisabledAt = Noon.AddMinutes(2),
        };
        Assert.True(await Store.AddAsync(made, Zhang, None));
        foreach (var back in new[] { await FindAsync("wang"), Assert.Single(await Store.ListAsync(None)) })
        {
            Assert.Equal(made.Roles.AsEnumerable(), back.Roles);
            Assert.Equal(made with { Roles = back.Roles }, back);
        }
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        Assert.True(await Store.AddAsync(Account("wang"), Zhang, None));
        Assert.False(await Store.AddAsync(Account("wang") with { Id = "other" }, Zhang, None));
        Assert.Single(await Store.ListAsync(None));
    }

    [Fact]
    public async Task Of_replicas_that_start_together_one_makes_the_first_account()
    {
        await using var other = await Target.OpenAsync();
        var second = new AccountStore(other);
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? Store : second).AddFirstAsync(Account("admin") with { Id = $"id-{i}" }, None)));
        Assert.Equal(1, made.Count(isMade => isMade));
        Assert.Single(await Store.ListAsync(None));
    }

    [Fact]
    public async Task Attempts_at_two_processes_at_once_are_all_counted()
    {
        await using var other = await Target.OpenAsync();
        AccountStore[] stores = [Store, new(other)];
        List<string> names = [.. Enumerable.Range(0, 25).Select(i => $"wang{i}")];
        foreach (var name in names)
            await Store.AddAsync(Account(name), Zhang, None);
        await Task.WhenAll(names.SelectMany(name => Enumerable.Range(0, 4).Select(i => stores[i % 2].BeginSignInAsync(name, Noon, None))));
        Assert.All(await Store.ListAsync(None), account => Assert.Equal(4, account.FailedCount));
    }

    [Fact]
    public async Task Two_processes_that_take_the_last_two_admins_out_of_use_leave_one()
    {
        await using var other = await Target.OpenAsync();
        AccountStore[] stores = [Store, new(other)];
        for (var round = 0; round < 10; round++)
        {
            string[] names = [$"first{round}", $"second{round}"];
            foreach (var name in names)
                await Store.AddAsync(Account(name) with { Roles = ["admin"] }, Zhang, None);
            var left = (await Store.ListAsync(None)).Where(account => account.DisabledAt is null).Select(account => account.Id).ToList();
            var done = await Task.WhenAll(left.Select((id, i) => stores[i % 2].SetDisabledAsync(id, true, "stamp", Change, None)));
            Assert.Single(done, AccountChange.LastAdmin);
            Assert.Single(await Store.ListAsync(None), account => account.DisabledAt is null);
        }
    }

    [Fact]
    public async Task Five_failures_lock_an_account_for_five_minutes_and_the_right_password_does_not_help()
    {
        await Store.AddAsync(Account("wang"), Zhang, None);
        for (var i = 0; i < AccountStore.MostFailures; i++)
            await FailAsync("wang", Noon);
        Assert.Null(await Store.BeginSignInAsync("wang", Noon, None));
        Assert.Null(await Store.BeginSignInAsync("wang", Noon + AccountStore.LockedFor - TimeSpan.FromSeconds(1), None));
        Assert.Equal(Noon + AccountStore.LockedFor, (await FindAsync("wang")).LockedUntil);
        var afterwards = await Store.BeginSignInAsync("wang", Noon + AccountStore.LockedFor, None);
        Assert.Equal(1, afterwards?.FailedCount);
        Assert.Contains("account.locked", await ActionsAsync());
    }

    [Fact]
    public async Task Guesses_that_are_sent_at_once_are_counted_before_they_are_compared()
    {
        await Store.AddAsync(Account("wang"), Zhang, None);
        var begun = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.BeginSignInAsync("wang", Noon, None)));
        Assert.Equal(AccountStore.MostFailures, begun.Count(account => account is not null));
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        await Store.AddAsync(Account("wang"), Zhang, None);
        for (var i = 0; i < AccountStore.MostFailures - 1; i++)
            await FailAsync("wang", Noon);
        var account = await Store.BeginSignInAsync("wang", Noon, None);
        await Store.CompleteSignInAsync(account!, Noon, None);
        var back = await FindAsync("wang");
        Assert.Equal((0, null), (back.FailedCount, back.LockedUntil));
    }

    [Fact]
    public async Task Nobody_signs_in_under_an_unknown_name_or_to_a_disabled_account()
    {
        await Store.AddAsync(Account("wang") with { DisabledAt = Noon }, Zhang, None);
        Assert.Null(await Store.BeginSignInAsync("wang", Noon, None));
        Assert.Null(await Store.BeginSignInAsync("li", Noon, None));
    }

    [Fact]
    public async Task A_new_password_ends_sessions_and_lifts_a_lock()
    {
        await Store.AddAsync(Account("wang") with { FailedCount = 5, LockedUntil = Noon.AddHours(1) }, Zhang, None);
        Assert.Equal(AccountChange.Done, await Store.SetPasswordAsync("wang", "new hash", "new stamp", true, Change, None));
        var back = await FindAsync("wang");
        Assert.Equal(("new hash", "new stamp", true, 0, null), (back.PasswordHash, back.SecurityStamp, back.MustChangePassword, back.FailedCount, back.LockedUntil));
        Assert.Equal(AccountChange.NotFound, await Store.SetPasswordAsync("li", "new hash", "new stamp", true, Change, None));
    }

    [Fact]
    public async Task The_last_account_that_administers_stays_in_use_and_keeps_its_role()
    {
        await Store.AddAsync(Account("one") with { Roles = ["admin"] }, Zhang, None);
        await Store.AddAsync(Account("two") with { Roles = ["admin", "reviewer"] }, Zhang, None);
        var demoted = new AccountGrant("二", ["author"], null, null);
        Assert.Equal(AccountChange.Done, await Store.SetDisabledAsync("one", true, "stamp", Change, None));
        Assert.Equal(AccountChange.LastAdmin, await Store.SetDisabledAsync("two", true, "stamp", Change, None));
        Assert.Equal(AccountChange.LastAdmin, await Store.SetGrantAsync("two", demoted, "stamp", Change, None));
        Assert.Equal(AccountChange.Done, await Store.SetDisabledAsync("one", false, "stamp", Change, None));
        Assert.Equal(AccountChange.Done, await Store.SetGrantAsync("two", demoted, "new stamp", Change, None));
        var back = await FindAsync("two");
        Assert.Equal(("二", "new stamp"), (back.DisplayName, back.SecurityStamp));
        Assert.Equal(["author"], back.Roles.AsEnumerable());
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_with_who_made_it()
    {
        await Store.AddAsync(Account("wang"), Zhang, None);
        await Store.SetPasswordAsync("wang", "hash", "stamp", true, Change, None);
        await Store.SetPasswordAsync("wang", "hash", "stamp", false, Change, None);
        await Store.SetGrantAsync("wang", new("王", ["author"], null, null), "stamp", Change, None);
        await Store.SetDisabledAsync("wang", true, "stamp", Change, None);
        await Store.SetDisabledAsync("wang", false, "stamp", Change, None);
        Assert.Equal(
            ["account.created", "account.password-reset", "account.password-changed", "account.changed", "account.disabled", "account.enabled"],
            await ActionsAsync());
        Assert.All(await new AuditTrail(Database).ReadAsync("wang", null, 10, None), entry => Assert.Equal(Zhang, entry.Entry.Actor));
    }

    private static Account Account(string name) => new()
    {
        Id = name,
        Name = name,
        DisplayName = "王五",
        Roles = ["author"],
        PasswordHash = "hash",
        SecurityStamp = "stamp",
        CreatedAt = Noon,
        CreatedBy = Zhang.Id,
    };

    private async Task<Account> FindAsync(string id) => await Store.FindAsync(id, None) ?? throw new InvalidOperationException("no such account");

    private async Task FailAsync(string name, DateTimeOffset at)
    {
        var account = await Store.BeginSignInAsync(name, at, None);
        await Store.FailSignInAsync(account!, at, None); // not locked yet
    }

    private async Task<string[]> ActionsAsync() => [.. (await new AuditTrail(Database).ReadAsync(null, null, 100, None)).Select(entry => entry.Entry.Action).Reverse()];
}

public sealed class SqliteAccountStoreTests : AccountStoreTests<SqliteFile>;

public sealed class PostgresAccountStoreTests : AccountStoreTests<PostgresDatabase>;
