using System.Collections.Immutable;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Accounts, one for each role, and a key with passwords that everybody knows, for trying things out. Never let in outside a development environment.</summary>
internal static class DemoAccounts
{
    /// <summary>The password of each.</summary>
    public const string Password = "perfeval-demo";

    /// <summary>The text of the key: it files for <see cref="Department"/>.</summary>
    public const string Key = "pe_demo000000_known-to-everybody";

    /// <summary>The department of the demo account and key.</summary>
    public const string Department = "深圳市罗湖区智慧城市建设中心";

    private const string Mark = "demo-";
    private const string District = "440303";
    private const string City = "440300";

    // The password is public: hashing it slowly would only slow the start.
    private const int FewIterations = 1000;

    private static readonly ImmutableArray<AccountGrant> Grants =
    [
        new("编制人员", [Roles.Author], null, null),
        new("审核人员", [Roles.Reviewer], null, null),
        new("市财政局", [Roles.Bureau], City, null),
        new("查阅人员", [Roles.Viewer], City, null),
        new("填报单位", [Roles.Department], District, Department),
        new("管理员", [Roles.Admin], null, null),
    ];

    /// <summary>The names to sign in with.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Grants.Select(NameOf)];

    /// <summary>Whether an id is one of these accounts', or the key's.</summary>
    public static bool IsOne(string id) => id.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Makes those that are not there.</summary>
    public static async Task SeedAsync(AccountStore accounts, ApiKeyStore keys, DateTimeOffset now)
    {
        var hash = new Passwords(FewIterations).Hash(Password);
        foreach (var grant in Grants)
            await accounts.AddAsync(AccountOf(grant, hash, now), Actor.Service, CancellationToken.None);
        var forKey = new KeyGrant("demo", Roles.Department, District, Department, null);
        await keys.AddKnownAsync(Mark + "key", Key, forKey, new(Actor.Service, now), CancellationToken.None);
    }

    private static string NameOf(AccountGrant grant) => Mark + grant.Roles[0];

    private static Account AccountOf(AccountGrant grant, string hash, DateTimeOffset now) => new()
    {
        Id = NameOf(grant),
        Name = NameOf(grant),
        DisplayName = grant.DisplayName,
        Roles = grant.Roles,
        Region = grant.Region,
        Department = grant.Department,
        PasswordHash = hash,
        SecurityStamp = Passwords.NewStamp(),
        CreatedAt = now,
        CreatedBy = Actor.Service.Id,
    };
}
