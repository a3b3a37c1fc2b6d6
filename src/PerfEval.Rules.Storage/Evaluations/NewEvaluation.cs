using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>An evaluation to be filed.</summary>
public sealed record NewEvaluation
{
    /// <summary>Its id, made by the caller: filing the same id twice is the same filing.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="EvaluationSummary.FiledAt"/>
    public required DateTimeOffset FiledAt { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Identity"/>
    public required EvaluationIdentity Identity { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Version"/>
    public required string Version { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Hash"/>
    public required string Hash { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Scope"/>
    public required EvaluationScope Scope { get; init; }

    /// <inheritdoc cref="StoredEvaluation.Submission"/>
    public required ReadOnlyMemory<byte> Submission { get; init; }

    /// <inheritdoc cref="StoredEvaluation.Scorecard"/>
    public required ReadOnlyMemory<byte> Scorecard { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Total"/>
    public decimal? Total { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Grade"/>
    public string? Grade { get; init; }

    /// <inheritdoc cref="EvaluationSummary.Complete"/>
    public required bool Complete { get; init; }

    /// <inheritdoc cref="EvaluationSummary.FiledBy"/>
    public required Actor FiledBy { get; init; }

    /// <inheritdoc cref="EvaluationSummary.RescoredFrom"/>
    public string? RescoredFrom { get; init; }

    /// <summary>The caller's key for this request, or null.</summary>
    public IdempotencyKey? Key { get; init; }
}

/// <summary>A caller's own name for a request (Idempotency-Key): sent again it gives the first answer and does nothing.</summary>
/// <param name="Key">The caller's text, 1 to 200 characters.</param>
/// <param name="RequestHash">SHA-256 of what was asked: the same key for another request is refused.</param>
public sealed record IdempotencyKey(string Key, string RequestHash);

/// <summary>What filing gave.</summary>
public abstract record FilingResult
{
    private FilingResult()
    {
    }

    /// <summary>It is stored, as this revision.</summary>
    public sealed record Filed(int Revision) : FilingResult;

    /// <summary>The request had been answered before, by this evaluation.</summary>
    public sealed record Repeated(string Id) : FilingResult;

    /// <summary>The key was used for another request.</summary>
    public sealed record KeyReused : FilingResult;

    /// <summary>The bureau has confirmed the latest revision; it must return it before another is taken.</summary>
    public sealed record AlreadyConfirmed(string Id) : FilingResult;
}
