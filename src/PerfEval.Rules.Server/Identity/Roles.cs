using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Identity;

/// <summary>What somebody may be; an account has one or more of them, a key exactly one.</summary>
internal static class Roles
{
    /// <summary>Files for one department and sees only what it filed (部门).</summary>
    public const string Department = "department";

    /// <summary>Reads and reviews the submissions of its region and those below (财政局).</summary>
    public const string Bureau = "bureau";

    /// <summary>Reads what a bureau reads and changes nothing (查阅).</summary>
    public const string Viewer = "viewer";

    /// <summary>Writes drafts of rubrics (编制).</summary>
    public const string Author = "author";

    /// <summary>Approves the drafts of others, and reads the audit trail (审核).</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Keeps accounts and keys, reads the audit trail, and may do what a bureau may (管理). Neither writes nor approves rubrics.</summary>
    public const string Admin = "admin";

    /// <summary>Every role.</summary>
    public static ImmutableArray<string> All { get; } = [Department, Bureau, Viewer, Author, Reviewer, Admin];
}
