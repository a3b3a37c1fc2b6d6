using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>One check, or one row of one.</summary>
public sealed record CheckResult
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Key or 1-based position of the row, for a check per row.</summary>
    public string? Row { get; init; }

    /// <summary>Status.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>Severity.</summary>
    public required CheckSeverity Severity { get; init; }

    /// <summary>Left side of the comparison, for a failed comparison of numbers.</summary>
    public decimal? Left { get; init; }

    /// <summary>Right side.</summary>
    public decimal? Right { get; init; }

    /// <summary>|left − right|.</summary>
    public decimal? Difference { get; init; }

    /// <summary>The unit that the three figures are written in; null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>What is wrong, or what is missing.</summary>
    public Bilingual? Message { get; init; }
}

/// <summary>Where a check came to.</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>Its When is false.</summary>
    Skipped,

    /// <summary>Something it needs is missing.</summary>
    Undetermined,
}
