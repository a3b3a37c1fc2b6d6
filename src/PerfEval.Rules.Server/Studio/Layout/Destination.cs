using System.Collections.Immutable;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Studio.Layout;

/// <summary>A place in the navigation.</summary>
/// <param name="Address">Below the base address.</param>
/// <param name="Name">Name of its text.</param>
/// <param name="Roles">Who is shown it; empty: everyone.</param>
internal sealed record Destination(string Address, string Name, ImmutableArray<string> Roles)
{
    /// <summary>In the order shown: as the work goes, from the library to the evaluation.</summary>
    public static ImmutableArray<Destination> All { get; } =
    [
        new("studio/library", "Shell.Library", []),
        new("studio/author", "Shell.Author", [Identity.Roles.Author, Identity.Roles.Reviewer]),
        new("studio/versions", "Shell.Versions", []),
        new("studio/compare", "Shell.Compare", []),
        new("studio/evaluate", "Shell.Evaluate", []),
        new("studio/filings", "Shell.Filings", [Identity.Roles.Department, Identity.Roles.Bureau, Identity.Roles.Viewer, Identity.Roles.Admin]),
        new("studio/audit", "Shell.Audit", [Identity.Roles.Reviewer, Identity.Roles.Admin]),
        new("studio/access", "Shell.Access", [Identity.Roles.Admin]),
    ];

    public bool IsFor(Caller caller) => Roles.IsEmpty || Roles.Any(caller.Has);
}
