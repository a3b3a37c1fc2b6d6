using System.Globalization;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>A row of <c>evaluation</c> with its state, as the databases give it.</summary>
internal sealed record EvaluationRow
{
    /// <summary>The columns of a summary; <c>e</c> is the evaluation.</summary>
    public const string Columns = """
        e.id, e.filed_at, e.rubric, e.version, e.hash, e.region, e.year, e.scope, e.department, e.subject, e.period, e.revision, e.total, e.grade, e.complete,
        e.filed_by_id, e.filed_by_name, e.rescored_from,
        NOT EXISTS (SELECT 1 FROM evaluation later WHERE later.rubric = e.rubric AND later.department = e.department AND later.subject = e.subject
            AND later.period = e.period AND later.region = e.region AND later.revision > e.revision) AS is_latest,
        (SELECT s.state FROM evaluation_event s WHERE s.evaluation_id = e.id ORDER BY s.number DESC LIMIT 1) AS state,
        (SELECT count(*) FROM review r WHERE r.evaluation_id = e.id) AS reviews
        """;

    public required string Id { get; init; }

    public required string FiledAt { get; init; }

    public required string Rubric { get; init; }

    public required string Version { get; init; }

    public required string Hash { get; init; }

    public required string Region { get; init; }

    public required int Year { get; init; }

    public required string Scope { get; init; }

    public required string Department { get; init; }

    public required string Subject { get; init; }

    public required string Period { get; init; }

    public required int Revision { get; init; }

    public string? Total { get; init; }

    public string? Grade { get; init; }

    public required int Complete { get; init; }

    public required string FiledById { get; init; }

    public required string FiledByName { get; init; }

    public string? RescoredFrom { get; init; }

    public required bool IsLatest { get; init; }

    public string? State { get; init; }

    public required long Reviews { get; init; }

    public byte[]? Submission { get; init; }

    public byte[]? Scorecard { get; init; }

    public EvaluationSummary ToSummary() => new()
    {
        Id = Id,
        FiledAt = Timestamp.Read(FiledAt),
        Identity = new(Rubric, Department, Subject, Period),
        Version = Version,
        Hash = Hash,
        Scope = new(Region, Year, Scope),
        Revision = Revision,
        IsLatest = IsLatest,
        State = StateOf(State),
        Total = Total is null ? null : decimal.Parse(Total, CultureInfo.InvariantCulture),
        Grade = Grade,
        Complete = Complete != 0,
        FiledBy = new(FiledById, FiledByName),
        RescoredFrom = RescoredFrom,
        Reviews = (int)Reviews,
    };

    /// <summary>With its parts; they must have been asked for.</summary>
    public StoredEvaluation ToEvaluation() => new(ToSummary(), Submission, Scorecard);

    public static FilingState StateOf(string? state) => state switch
    {
        "returned" => FilingState.Returned,
        "confirmed" => FilingState.Confirmed,
        _ => FilingState.Filed,
    };
}
