using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>What came of a case under one version of a rubric.</summary>
/// <param name="Version">The version.</param>
/// <param name="Differences">In the order of <see cref="Expectation"/>; empty: it passed.</param>
public sealed record CaseResult(TestCase Case, string Version, ImmutableArray<CaseDifference> Differences)
{
    /// <summary>Whether all that the case names came out so.</summary>
    public bool Passed => Differences.IsEmpty;
}

/// <summary>One thing that came out otherwise.</summary>
/// <param name="Path">JSON Pointer into the case file: <c>/Expect/Scores/LH15</c>.</param>
/// <param name="Expected">As the case writes it; null: no single value.</param>
/// <param name="Actual">What came; null: nothing.</param>
/// <param name="Why">Why that came, where it is known: what is missing, what failed, what was refused; else null.</param>
public sealed record CaseDifference(string Path, string? Expected, string? Actual, Bilingual? Why = null)
{
    private const string Root = "/Expect/";

    /// <summary>The difference in one line.</summary>
    public Bilingual Message => new(
        $"{Place}：应为 {Expected ?? "空"}，实为 {Actual ?? "空"}{(Why is null ? "" : $"（{Why.Zh}）")}",
        $"{Place}: expected {Expected ?? "none"}, got {Actual ?? "none"}{(Why is null ? "" : $" ({Why.En})")}");

    private string Place => Path.StartsWith(Root, StringComparison.Ordinal) ? Path[Root.Length..] : Path;

    /// <summary>The line in English, for logs and tests.</summary>
    public override string ToString() => Message.En;
}
