using System.Collections.Immutable;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

public sealed partial class AccountStore
{
    // The store knows no other role: without this one nobody could make accounts any more.
    private const string Admin = "admin";

    /// <summary>Replaces a password; sessions that were open end, and a lock is lifted.</summary>
    /// <param name="hash">As the hasher writes it.</param>
    /// <param name="stamp">A new security stamp.</param>
    /// <param name="mustChange">Whether the owner has to choose another.</param>
    public Task<AccountChange> SetPasswordAsync(string id, string hash, string stamp, bool mustChange, Change change, CancellationToken cancellation) =>
        ChangeAsync(id, mustChange ? "account.password-reset" : "account.password-changed", change, (session, account) =>
        {
            session.Execute(
                """
                UPDATE account SET password_hash = @hash, security_stamp = @stamp, must_change_password = @must, failed_count = 0, locked_until = NULL
                WHERE id = @Id
                """,
                new { hash, stamp, must = mustChange ? 1 : 0, account.Id });
            return "";
        }, cancellation);

    /// <summary>Replaces what an account may do; sessions that were open end.</summary>
    public Task<AccountChange> SetGrantAsync(string id, AccountGrant grant, string stamp, Change change, CancellationToken cancellation) =>
        ChangeAsync(id, "account.changed", change, (session, account) =>
        {
            if (!grant.Roles.Contains(Admin) && IsLastAdmin(session, account))
                return null;
            session.Execute(
                "UPDATE account SET display_name = @DisplayName, roles = @roles, region = @Region, department = @Department, security_stamp = @stamp WHERE id = @Id",
                new { grant.DisplayName, roles = string.Join(',', grant.Roles), grant.Region, grant.Department, stamp, account.Id });
            return Describe(account with { Roles = grant.Roles, Region = grant.Region, Department = grant.Department });
        }, cancellation);

    /// <summary>Takes an account out of use, or back into use; sessions that were open end.</summary>
    public Task<AccountChange> SetDisabledAsync(string id, bool isDisabled, string stamp, Change change, CancellationToken cancellation) =>
        ChangeAsync(id, isDisabled ? "account.disabled" : "account.enabled", change, (session, account) =>
        {
            if (isDisabled && IsLastAdmin(session, account))
                return null;
            session.Execute(
                "UPDATE account SET disabled_at = @at, failed_count = 0, locked_until = NULL, security_stamp = @stamp WHERE id = @Id",
                new { at = Timestamp.WriteOptional(isDisabled ? change.At : null), stamp, account.Id });
            return "";
        }, cancellation);

    /// <param name="apply">Gives the detail for the audit trail; null when it would leave nobody to administer.</param>
    private Task<AccountChange> ChangeAsync(
        string id, string action, Change change, Func<WriteSession, Account, string?> apply, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (session.Find<AccountRow>(Select + " WHERE id = @id", new { id })?.ToAccount() is not { } account)
                return AccountChange.NotFound;
            if (apply(session, account) is not { } detail)
                return AccountChange.LastAdmin;
            session.Record(new(change.At, change.By, action, account.Id, detail.Length == 0 ? account.Name : detail));
            return AccountChange.Done;
        },
        cancellation);

    private static bool IsLastAdmin(WriteSession session, Account account) =>
        account is { DisabledAt: null } && account.Roles.Contains(Admin)
        && !InUse(session).Any(other => other.Id != account.Id && other.Roles.Contains(Admin));

    // Held until the change is committed: of two processes that each take out one of the last two, the second sees what the first did.
    private static IEnumerable<Account> InUse(WriteSession session) =>
        session.Query<AccountRow>($"{Select} WHERE disabled_at IS NULL ORDER BY id {session.Dialect.RowLock}").Select(row => row.ToAccount());
}

/// <summary>Who changes something, and when.</summary>
public sealed record Change(Actor By, DateTimeOffset At);

/// <summary>What an account is called and may do.</summary>
/// <param name="Region">By GB/T 2260 code; null: every region.</param>
/// <param name="Department">Null: none.</param>
public sealed record AccountGrant(string DisplayName, ImmutableArray<string> Roles, string? Region, string? Department);

/// <summary>What became of a change to an account.</summary>
public enum AccountChange
{
    /// <summary>It was made.</summary>
    Done,

    /// <summary>There is no such account.</summary>
    NotFound,

    /// <summary>It was refused: nobody could administer accounts any more.</summary>
    LastAdmin,
}
