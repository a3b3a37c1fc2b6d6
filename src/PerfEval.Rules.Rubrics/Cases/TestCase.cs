using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>A submission with what must come of it; lies beside the versions of a rubric. Immutable.</summary>
public sealed record TestCase
{
    /// <summary>What it shows.</summary>
    public required string Name { get; init; }

    /// <summary>Where its figures come from, and which of them the source does not print.</summary>
    public string? Notes { get; init; }

    /// <summary>The versions it is run against; empty: all.</summary>
    public ImmutableArray<string> Versions { get; init; } = [];

    /// <summary>The submission as written, in UTF-8: it is read against each version anew.</summary>
    public required ReadOnlyMemory<byte> Submission { get; init; }

    /// <summary>What must come of it.</summary>
    public required Expectation Expect { get; init; }

    /// <summary>Whether it is run against the version.</summary>
    public bool AppliesTo(string version) => Versions.IsEmpty || Versions.Contains(version, StringComparer.Ordinal);
}

/// <summary>What must come of a case. What is null or has no entry is not compared.</summary>
public sealed record Expectation
{
    /// <summary>The total.</summary>
    public ExpectedFigure? Total { get; init; }

    /// <summary>The ends of the range that the total lies in.</summary>
    public ExpectedRange? Range { get; init; }

    /// <summary>The grade.</summary>
    public ExpectedFigure? Grade { get; init; }

    /// <summary>Scores by rule code.</summary>
    public ImmutableArray<KeyValuePair<string, ExpectedFigure>> Scores { get; init; } = [];

    /// <summary>Statuses by rule code: Scored, Undetermined, NotApplicable, Failed.</summary>
    public ImmutableArray<KeyValuePair<string, ExpectedFigure>> Statuses { get; init; } = [];

    /// <summary>Shown values by name.</summary>
    public ImmutableArray<KeyValuePair<string, ExpectedFigure>> Values { get; init; } = [];

    /// <summary>Codes of the checks that fail: all of them.</summary>
    public ImmutableArray<string>? FailedChecks { get; init; }

    /// <summary>Codes of the findings: all of them.</summary>
    public ImmutableArray<string>? Findings { get; init; }

    /// <summary>JSON Pointers for which filing refuses the submission, among others; an empty list: it is not refused.</summary>
    public ImmutableArray<string>? Rejected { get; init; }

    /// <summary>Whether anything is expected but a refusal.</summary>
    internal bool NeedsScorecard =>
        Total is not null || Range is not null || Grade is not null || FailedChecks is not null || Findings is not null
        || !Scores.IsEmpty || !Statuses.IsEmpty || !Values.IsEmpty;
}

/// <summary>A figure as the case writes it.</summary>
/// <param name="Written">With the digits written; null: the scorecard must have no single value here.</param>
public sealed record ExpectedFigure(string? Written);

/// <summary>The ends of a range; an end that is null is not compared.</summary>
public sealed record ExpectedRange(ExpectedFigure? Min, ExpectedFigure? Max);
