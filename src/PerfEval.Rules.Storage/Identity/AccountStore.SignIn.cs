using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

public sealed partial class AccountStore
{
    /// <summary>So many failures in a row lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>For how long it stays locked: five minutes.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Counts an attempt to sign in before its password is looked at, so that guesses sent at once count as many. Takes it back when
    /// <see cref="CompleteSignInAsync"/> follows.
    /// </summary>
    /// <returns>The account whose password is to be compared; null when the name is unknown, or the account is disabled or locked.</returns>
    public Task<Account?> BeginSignInAsync(string name, DateTimeOffset at, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (session.Find<AccountRow>($"{Select} WHERE name = @name {session.Dialect.RowLock}", new { name })?.ToAccount() is not { DisabledAt: null } account || account.LockedUntil > at)
                return null;
            var failures = account.LockedUntil is null ? account.FailedCount + 1 : 1; // a lock that ran out starts afresh
            var isLast = failures >= MostFailures;
            session.Execute(
                "UPDATE account SET failed_count = @failures, locked_until = @until WHERE id = @Id",
                new { failures, until = Timestamp.WriteOptional(isLast ? at + LockedFor : null), account.Id });
            return account with { FailedCount = failures };
        },
        cancellation);

    /// <summary>Records that the password was right.</summary>
    public Task CompleteSignInAsync(Account account, DateTimeOffset at, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            session.Execute("UPDATE account SET failed_count = 0, locked_until = NULL WHERE id = @Id", new { account.Id });
            session.Record(new(at, ActorOf(account), "account.signed-in", account.Id));
        },
        cancellation);

    /// <summary>Records that the last attempt allowed failed, and locked the account; nothing for those before it.</summary>
    public Task FailSignInAsync(Account account, DateTimeOffset at, CancellationToken cancellation) => account.FailedCount < MostFailures
        ? Task.CompletedTask
        : database.Writes.WriteAsync(session => session.Record(new(at, Actor.Service, "account.locked", account.Id, account.Name)), cancellation);

    /// <summary>An account as the audit trail names it.</summary>
    public static Actor ActorOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new("account:" + account.Id, account.DisplayName);
    }
}
