using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Keeps the accounts of staff: whatever it changes holds at once, also for sessions that are open. Safe to share between threads.</summary>
internal sealed class AccountKeeper(AccountStore accounts, AccountSessions sessions, Passwords passwords, TimeProvider clock)
{
    /// <summary>Makes an account without faults, with a one-time password; null when its name is taken.</summary>
    public async Task<OpenedAccount?> AddAsync(NewAccount wanted, Actor by, CancellationToken cancellation)
    {
        var password = Passwords.NewOneTime();
        var account = wanted.ToAccount(passwords.Hash(password), by, clock.GetUtcNow());
        return await accounts.AddAsync(account, by, cancellation) ? new(account, password) : null;
    }

    /// <summary>Changes what an account may do; its sessions end.</summary>
    public async Task<AccountChange> ChangeAsync(string id, ChangedAccount wanted, Actor by, CancellationToken cancellation)
    {
        var done = await accounts.SetGrantAsync(id, wanted.ToGrant(), Passwords.NewStamp(), new(by, clock.GetUtcNow()), cancellation);
        sessions.Clear();
        return done;
    }

    /// <summary>Takes an account out of use, or back into use; its sessions end.</summary>
    public async Task<AccountChange> SetDisabledAsync(string id, bool isDisabled, Actor by, CancellationToken cancellation)
    {
        var done = await accounts.SetDisabledAsync(id, isDisabled, Passwords.NewStamp(), new(by, clock.GetUtcNow()), cancellation);
        sessions.Clear();
        return done;
    }

    /// <summary>Gives an account a one-time password; its sessions end, and a lock is lifted.</summary>
    /// <returns>What became of it, and the password, which counts only when it was done.</returns>
    public async Task<(AccountChange Done, string Password)> ResetPasswordAsync(string id, Actor by, CancellationToken cancellation)
    {
        var password = Passwords.NewOneTime();
        var done = await accounts.SetPasswordAsync(id, passwords.Hash(password), Passwords.NewStamp(), mustChange: true, new(by, clock.GetUtcNow()), cancellation);
        sessions.Clear();
        return (done, password);
    }
}

/// <summary>An account just made, with the password that is shown this once.</summary>
internal sealed record OpenedAccount(Account Account, string Password);
