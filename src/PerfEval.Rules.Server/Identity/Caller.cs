using System.Collections.Immutable;
using System.Security.Claims;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Who makes a request, and what that opens.</summary>
/// <param name="Actor">As the audit trail names them.</param>
/// <param name="Region">The region they work for, by GB/T 2260 code; null: every region.</param>
/// <param name="Department">The department they report for; null: none.</param>
internal sealed record Caller(Actor Actor, ImmutableArray<string> Roles, string? Region, string? Department)
{
    /// <summary>Somebody who has not said who they are.</summary>
    public static Caller Anonymous { get; } = new(new("anonymous", "anonymous"), [], null, null);

    /// <summary>Whether it is known who it is.</summary>
    public bool IsSignedIn => this != Anonymous;

    /// <summary>Whether they have to choose a password of their own before anything else.</summary>
    public bool MustChangePassword { get; init; }

    public static Caller Of(HttpContext context) => Of(context.User);

    public static Caller Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || user.FindFirst(CallerClaims.Id) is not { } id)
            return Anonymous;
        var roles = user.FindAll(CallerClaims.Role).Select(claim => claim.Value);
        return new(new(id.Value, user.FindFirst(CallerClaims.Name)?.Value ?? id.Value), [.. roles], user.FindFirst(CallerClaims.Region)?.Value, user.FindFirst(CallerClaims.Department)?.Value)
        {
            MustChangePassword = user.HasClaim(claim => claim.Type == CallerClaims.MustChangePassword),
        };
    }

    public bool Has(string role) => Roles.Contains(role);

    /// <summary>Whether a region is theirs or lies below it: 440300 covers 440300 to 440399, 440000 all that begins with 44, 000000 everything.</summary>
    public bool Covers(string region)
    {
        if (Region is null)
            return IsSignedIn;
        var prefix = Region.AsSpan();
        while (prefix.Length > 0 && prefix.EndsWith("00"))
            prefix = prefix[..^2];
        return region.AsSpan().StartsWith(prefix);
    }

    /// <summary>Whether they may read what a department of a region filed. What they may not see is best answered as if it were not there.</summary>
    public bool MaySee(string? department, string region) =>
        ((Has(Identity.Roles.Bureau) || Has(Identity.Roles.Viewer) || Has(Identity.Roles.Admin)) && Covers(region)) || Reports(department, region);

    /// <summary>Whether they may file for a department of a region.</summary>
    public bool MayFile(string? department, string region) => MayReview(region) || Reports(department, region);

    /// <summary>Whether they may read drafts, which <see cref="Policies.ReadDrafts"/> asks where a whole endpoint is about them.</summary>
    public bool MayReadDrafts => Has(Identity.Roles.Author) || Has(Identity.Roles.Reviewer);

    /// <summary>Whether they may measure what a rubric change does, as <see cref="Policies.Impact"/> asks.</summary>
    public bool MayMeasureImpact => Has(Identity.Roles.Bureau) || Has(Identity.Roles.Admin) || MayReadDrafts;

    /// <summary>Whether they may return, confirm and review what was filed in a region.</summary>
    public bool MayReview(string region) => (Has(Identity.Roles.Bureau) || Has(Identity.Roles.Admin)) && Covers(region);

    // The same name of a department occurs in many regions.
    private bool Reports(string? department, string region) =>
        Has(Identity.Roles.Department) && Department is not null && Department == department && Region == region;
}

/// <summary>What is known of a caller, as a principal carries it.</summary>
internal static class CallerClaims
{
    public const string Id = ClaimTypes.NameIdentifier;
    public const string Name = ClaimTypes.Name;
    public const string Role = ClaimTypes.Role;
    public const string Region = "region";
    public const string Department = "department";
    public const string Stamp = "stamp";
    public const string MustChangePassword = "must-change-password";

    /// <summary>A principal for a caller.</summary>
    /// <param name="scheme">The authentication scheme that knows them.</param>
    /// <param name="stamp">The security stamp of an account; null for a key.</param>
    public static ClaimsPrincipal PrincipalOf(Caller caller, string scheme, string? stamp = null)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaims([new(Id, caller.Actor.Id), new(Name, caller.Actor.Name), .. caller.Roles.Select(role => new Claim(Role, role))]);
        AddOptional(identity, Region, caller.Region);
        AddOptional(identity, Department, caller.Department);
        AddOptional(identity, Stamp, stamp);
        AddOptional(identity, MustChangePassword, caller.MustChangePassword ? "true" : null);
        return new(identity);
    }

    private static void AddOptional(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
            identity.AddClaim(new(type, value));
    }
}
