using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Impacts;

/// <summary>A row of <c>impact</c> with its progress, as the databases give it.</summary>
internal sealed record ImpactRow
{
    /// <summary>Everything but texts and result; <c>i</c> is the impact.</summary>
    public const string Select = """
        SELECT i.id, i.rubric, i.region, i.from_label, i.from_hash, i.to_label, i.to_hash, i.created_at, i.created_by_id, i.created_by_name,
            i.submissions, i.ended_at, i.outcome, i.failed_chunk,
            (SELECT count(*) FROM impact_chunk c WHERE c.impact_id = i.id AND c.attempts > 0) AS begun,
            (SELECT CAST(coalesce(sum(c.submissions), 0) AS BIGINT) FROM impact_chunk c WHERE c.impact_id = i.id AND c.result IS NOT NULL) AS scored
        FROM impact i
        """;

    public required string Id { get; init; }

    public required string Rubric { get; init; }

    public required string Region { get; init; }

    public required string FromLabel { get; init; }

    public required string FromHash { get; init; }

    public required string ToLabel { get; init; }

    public required string ToHash { get; init; }

    public required string CreatedAt { get; init; }

    public required string CreatedById { get; init; }

    public required string CreatedByName { get; init; }

    public long? Submissions { get; init; }

    public string? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public int? FailedChunk { get; init; }

    public required long Begun { get; init; }

    public required long Scored { get; init; }

    public Impact ToImpact() => new()
    {
        Id = Id,
        Rubric = Rubric,
        Region = Region,
        FromLabel = FromLabel,
        FromHash = FromHash,
        ToLabel = ToLabel,
        ToHash = ToHash,
        CreatedBy = new(CreatedById, CreatedByName),
        CreatedAt = Timestamp.Read(CreatedAt),
        State = State,
        Submissions = Submissions,
        Scored = Outcome == "done" ? Submissions ?? 0 : Scored, // the chunks of one that is done are gone
        EndedAt = Timestamp.ReadOptional(EndedAt),
        FailedChunk = FailedChunk,
    };

    private ImpactState State => Outcome switch
    {
        "done" => ImpactState.Done,
        "cancelled" => ImpactState.Cancelled,
        "failed" => ImpactState.Failed,
        _ => Begun > 0 ? ImpactState.Running : ImpactState.Queued,
    };
}
