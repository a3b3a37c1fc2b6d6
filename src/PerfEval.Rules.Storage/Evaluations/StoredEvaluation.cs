using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>Where a filed evaluation stands (状态).</summary>
public enum FilingState
{
    /// <summary>Filed, not yet looked at (已报送).</summary>
    Filed,

    /// <summary>Returned to the department (已退回).</summary>
    Returned,

    /// <summary>Confirmed by the bureau (已确认); no further revision is taken.</summary>
    Confirmed,
}

/// <summary>One evaluation as lists show it. Immutable.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Its id; ids sort by the time of filing.</summary>
    public required string Id { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>What it is of.</summary>
    public required EvaluationIdentity Identity { get; init; }

    /// <summary>The version of the rubric that scored it.</summary>
    public required string Version { get; init; }

    /// <summary>That version's content hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Region, year and scope of the rubric that was asked for.</summary>
    public required EvaluationScope Scope { get; init; }

    /// <summary>From 1 within its identity.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether no later revision exists.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Where it stands.</summary>
    public required FilingState State { get; init; }

    /// <summary>The total; null where it has no single value.</summary>
    public decimal? Total { get; init; }

    /// <summary>The grade, or null.</summary>
    public string? Grade { get; init; }

    /// <summary>Whether every required input was present.</summary>
    public required bool Complete { get; init; }

    /// <summary>Who filed it.</summary>
    public required Actor FiledBy { get; init; }

    /// <summary>The evaluation whose submission was scored again; null: filed by its department.</summary>
    public string? RescoredFrom { get; init; }

    /// <summary>How many reviews (复评) stand beside it.</summary>
    public int Reviews { get; init; }
}

/// <summary>Region code, year and scope.</summary>
public sealed record EvaluationScope(string Region, int Year, string Scope);

/// <summary>One evaluation with its parts: from submission and rubric the scorecard can be computed again, byte for byte.</summary>
/// <param name="Submission">The submission's JSON, as filed.</param>
/// <param name="Scorecard">The scorecard's JSON, without explanations.</param>
public sealed record StoredEvaluation(EvaluationSummary Summary, ReadOnlyMemory<byte> Submission, ReadOnlyMemory<byte> Scorecard);
