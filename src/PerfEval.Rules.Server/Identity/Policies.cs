using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace PerfEval.Rules.Server.Identity;

/// <summary>The kinds of access, one of which every endpoint names.</summary>
internal static class Policies
{
    /// <summary>Whoever it is, whatever the settings say: signing in, and whether the service lives.</summary>
    public const string Anyone = "anyone";

    /// <summary>Published rubrics and trial scoring, which store nothing: anyone, unless <see cref="AccessSettings.Public"/> is off.</summary>
    public const string Public = "public";

    /// <summary>A dry run is <see cref="Public"/>, everything else <see cref="File"/>.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>Filing; for which department and region, <see cref="Caller.MayFile"/> says.</summary>
    public const string File = "file";

    /// <summary>Reading what was filed; whose, <see cref="Caller.MaySee"/> says.</summary>
    public const string ReadOwn = "read-own";

    /// <summary>What a bureau does with what was filed; where, <see cref="Caller.MayReview"/> says.</summary>
    public const string Bureau = "bureau";

    /// <summary>Measuring what a rubric change does to what was filed; over which submissions, <see cref="Jobs.Impacts"/> says.</summary>
    public const string Impact = "impact";

    /// <summary>Reading drafts, their tests and their history.</summary>
    public const string ReadDrafts = "read-drafts";

    /// <summary>Writing drafts.</summary>
    public const string Author = "author";

    /// <summary>Approving and rejecting drafts.</summary>
    public const string Review = "review";

    /// <summary>Reading the audit trail.</summary>
    public const string Audit = "audit";

    /// <summary>Keeping accounts and keys.</summary>
    public const string Admin = "admin";

    /// <summary>One's own account: also for those who must change their password first.</summary>
    public const string OwnAccount = "own-account";

    private static readonly ImmutableArray<(string Policy, ImmutableArray<string> Roles)> ByRole =
    [
        (File, [Roles.Department, Roles.Bureau, Roles.Admin]),
        (ReadOwn, [Roles.Department, Roles.Bureau, Roles.Viewer, Roles.Admin]),
        (Bureau, [Roles.Bureau, Roles.Admin]),
        (Impact, [Roles.Bureau, Roles.Author, Roles.Reviewer, Roles.Admin]),
        (ReadDrafts, [Roles.Author, Roles.Reviewer]),
        (Author, [Roles.Author]),
        (Review, [Roles.Reviewer]),
        (Audit, [Roles.Reviewer, Roles.Admin]),
        (Admin, [Roles.Admin]),
    ];

    /// <summary>Every policy.</summary>
    public static ImmutableArray<string> All { get; } = [Anyone, Public, Evaluate, OwnAccount, .. ByRole.Select(row => row.Policy)];

    public static void AddPolicies(this IServiceCollection services, AccessSettings settings)
    {
        var builder = services.AddAuthorizationBuilder()
            .AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(Public, policy => policy.RequireAssertion(context => IsOpen(CallerOf(context), settings)))
            .AddPolicy(Evaluate, policy => policy.RequireAssertion(context => MayEvaluate(context, settings)))
            .AddPolicy(OwnAccount, policy => policy.RequireAssertion(context => CallerOf(context).IsSignedIn));
        foreach (var (policy, roles) in ByRole)
            builder.AddPolicy(policy, rule => rule.RequireAssertion(context => HasAny(CallerOf(context), roles)));
    }

    private static Caller CallerOf(AuthorizationHandlerContext context) => Caller.Of(context.User);

    private static bool IsOpen(Caller caller, AccessSettings settings) => settings.Public || caller is { IsSignedIn: true, MustChangePassword: false };

    private static bool MayEvaluate(AuthorizationHandlerContext context, AccessSettings settings)
    {
        var isDryRun = context.Resource is HttpContext { Request.Query: var query } && query["dryRun"].ToString() == "true";
        return isDryRun ? IsOpen(CallerOf(context), settings) : HasAny(CallerOf(context), ByRole[0].Roles);
    }

    private static bool HasAny(Caller caller, ImmutableArray<string> roles) => !caller.MustChangePassword && caller.Roles.Any(role => roles.Contains(role));
}
