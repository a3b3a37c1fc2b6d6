using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>A key to be made.</summary>
/// <param name="Region">For department, bureau and viewer; 000000 is the nation.</param>
/// <param name="Department">For department.</param>
/// <param name="ExpiresInDays">1 to 1095.</param>
internal sealed record NewKey(string Name, string Role, string? Region = null, string? Department = null, int ExpiresInDays = 365)
{
    private const int LongestDays = 1095;

    public ImmutableArray<ApiFault> FindFaults()
    {
        ImmutableArray<ApiFault> days = ExpiresInDays is > 0 and <= LongestDays ? [] : [ApiFaults.NotAllowed("/expiresInDays", new("1 至 1095 之间的天数", "a number of days from 1 to 1095"))];
        return [.. GrantFaults.OfText("/name", Name), .. GrantFaults.Of("/role", [Role], Region, Department), .. days];
    }

    public KeyGrant ToGrant(DateTimeOffset now) => new(Name.Trim(), Role, Region, Department, now.AddDays(ExpiresInDays));
}
