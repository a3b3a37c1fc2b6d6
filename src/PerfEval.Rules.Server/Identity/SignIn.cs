using System.Security.Claims;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>
/// Compares names and passwords. An unknown name, a wrong password, a locked and a disabled account get the same answer, not before the same time.
/// </summary>
/// <remarks>Five dependencies: what is compared, by which rules, when, and who is told.</remarks>
internal sealed class SignIn(AccountStore accounts, Passwords passwords, AccessSettings settings, Instruments instruments, TimeProvider clock)
{
    // Longer than looking up, hashing and writing take, so that none of them shows.
    private static readonly TimeSpan RefusedAfter = TimeSpan.FromMilliseconds(400);

    /// <summary>The account that a name and its password open, or null.</summary>
    public async Task<Account?> TryAsync(string name, string password, CancellationToken cancellation)
    {
        var account = await FindAsync(Normalize(name), password, cancellation);
        if (account is not null)
            await accounts.CompleteSignInAsync(account, clock.GetUtcNow(), cancellation);
        return account;
    }

    /// <summary>Replaces one's own password; the account as it is then, or null when the current one is not right.</summary>
    public async Task<Account?> ChangePasswordAsync(string id, string current, string next, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { } own || await FindAsync(own.Name, current, cancellation) is not { } account)
            return null;
        var change = new Change(AccountStore.ActorOf(account), clock.GetUtcNow());
        await accounts.SetPasswordAsync(id, passwords.Hash(next), Passwords.NewStamp(), mustChange: false, change, cancellation);
        return await accounts.FindAsync(id, cancellation);
    }

    /// <summary>The principal of an account that has signed in.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account)
    {
        var caller = new Caller(AccountStore.ActorOf(account), account.Roles, account.Region, account.Department) { MustChangePassword = account.MustChangePassword };
        return CallerClaims.PrincipalOf(caller, IdentityHost.CookieScheme, account.SecurityStamp);
    }

    /// <summary>A name as it is stored: however it was typed. Empty where it holds control characters, which are in no name, and which databases may refuse.</summary>
    public static string Normalize(string name) => name.Any(char.IsControl) ? "" : Names.Normalize(name.Trim()).ToLowerInvariant();

    private async Task<Account?> FindAsync(string name, string password, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var account = await accounts.BeginSignInAsync(name, now, cancellation);
        if (passwords.Matches(account?.PasswordHash, password) && account is not null && settings.Admits(account.Id))
            return account;
        instruments.Rejected("password");
        if (account is not null)
            await accounts.FailSignInAsync(account, now, cancellation);
        var rest = RefusedAfter - clock.GetElapsedTime(start);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, clock, cancellation);
        return null;
    }
}
