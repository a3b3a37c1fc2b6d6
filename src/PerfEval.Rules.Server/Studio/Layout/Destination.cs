using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Studio.Layout;

/// <summary>A place in the navigation.</summary>
/// <param name="Address">Below the base address.</param>
/// <param name="Name">Name of its text.</param>
public sealed record Destination(string Address, string Name)
{
    /// <summary>In the order shown: as the work goes, from the library to the evaluation.</summary>
    public static ImmutableArray<Destination> All { get; } =
    [
        new("studio/library", "Shell.Library"),
        new("studio/evaluate", "Shell.Evaluate"),
    ];
}
