using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Sees to it that somebody can sign in.</summary>
internal static partial class FirstStart
{
    /// <summary>The name of the first account.</summary>
    public const string Admin = "admin";

    /// <summary>In development, accounts for trying things out; else, where there is no account yet, one that administers, whose password is printed once.</summary>
    public static async Task PrepareAccountsAsync(this WebApplication app)
    {
        var services = app.Services;
        var (accounts, now) = (services.GetRequiredService<AccountStore>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (services.GetRequiredService<AccessSettings>().Demo)
        {
            await DemoAccounts.SeedAsync(accounts, services.GetRequiredService<ApiKeyStore>(), now);
            LogDemo(app.Logger, string.Join(", ", DemoAccounts.Names), DemoAccounts.Password, DemoAccounts.Key, DemoAccounts.Department);
            return;
        }

        var password = Passwords.NewOneTime();
        if (await accounts.AddFirstAsync(AdminWith(services.GetRequiredService<Passwords>().Hash(password), now), CancellationToken.None))
            await Console.Out.WriteLineAsync($"first account: sign in as {Admin} with the one-time password {password} / 首个账号 {Admin}，一次性口令 {password}");
    }

    private static Account AdminWith(string hash, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString(),
        Name = Admin,
        DisplayName = "管理员",
        Roles = [Roles.Admin],
        PasswordHash = hash,
        SecurityStamp = Passwords.NewStamp(),
        MustChangePassword = true,
        CreatedAt = now,
        CreatedBy = Actor.Service.Id,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Development: demo accounts {Names}, password {Password}; demo key {Key} files for {Department}. They are never let in elsewhere")]
    private static partial void LogDemo(ILogger logger, string names, string password, string key, string department);
}
