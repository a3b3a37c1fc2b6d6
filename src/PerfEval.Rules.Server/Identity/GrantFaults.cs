using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>What is wrong with what an account or key is to be given.</summary>
internal static partial class GrantFaults
{
    private const int LongestText = 100;

    /// <summary>Of roles with their region and department.</summary>
    /// <param name="rolesPath">Where the roles stand in the body.</param>
    public static ImmutableArray<ApiFault> Of(string rolesPath, ImmutableArray<string> roles, string? region, string? department)
    {
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        if (roles.IsDefaultOrEmpty || roles.Any(role => !Roles.All.Contains(role)) || roles.Distinct().Count() != roles.Length)
            faults.Add(ApiFaults.NotAllowed(rolesPath, new($"{string.Join("、", Roles.All)} 中的一项", $"one of {string.Join(", ", Roles.All)}")));
        else
            AddOfPlace(faults, roles, region, department);
        return faults.DrainToImmutable();
    }

    /// <summary>Whether one of some roles works for a region.</summary>
    public static bool NeedRegion(ImmutableArray<string> roles) => roles.Any(role => role is Roles.Department or Roles.Bureau or Roles.Viewer);

    /// <summary>Of a name to sign in with.</summary>
    public static ImmutableArray<ApiFault> OfName(string path, string name) => AccountName().IsMatch(SignIn.Normalize(name))
        ? []
        : [ApiFaults.NotAllowed(path, new("2 至 50 个字母、数字、汉字或 . _ @ -", "2 to 50 letters, digits or . _ @ -"))];

    /// <summary>Of a name to be shown.</summary>
    public static ImmutableArray<ApiFault> OfText(string path, string text) => text.Trim().Length is > 0 and <= LongestText && !text.Any(char.IsControl)
        ? []
        : [ApiFaults.NotAllowed(path, new("1 至 100 个字", "1 to 100 characters"))];

    /// <summary>Of a new password.</summary>
    public static ImmutableArray<ApiFault> OfPassword(string path, string next, string current) =>
        next.Length is >= Passwords.MinLength and <= Passwords.MaxLength && next != current && next.Distinct().Count() > Passwords.MinLength / 2
            ? []
            : [ApiFaults.NotAllowed(path, new("10 至 128 个字、与原口令不同、至少 6 个不同字符的口令", "a password of 10 to 128 characters, at least 6 of them different, other than the current one"))];

    private static void AddOfPlace(ImmutableArray<ApiFault>.Builder faults, ImmutableArray<string> roles, string? region, string? department)
    {
        var needsRegion = NeedRegion(roles);
        if (needsRegion ? region is null || !Region().IsMatch(region) : region is not null)
            faults.Add(ApiFaults.NotAllowed("/region", needsRegion ? SixDigits : new("空：该角色不分地区", "nothing: this role has no region")));
        var needsDepartment = roles.Contains(Roles.Department);
        if (needsDepartment && department is not null)
            faults.AddRange(OfText("/department", department));
        else if (needsDepartment || department is not null)
            faults.Add(ApiFaults.NotAllowed("/department", needsDepartment ? new("部门名称", "the name of a department") : new("空：该角色不属于部门", "nothing: this role has no department")));
    }

    private static Bilingual SixDigits => new("六位行政区划代码（000000 为全国）", "a GB/T 2260 code of six digits (000000: the nation)");

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,49}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
