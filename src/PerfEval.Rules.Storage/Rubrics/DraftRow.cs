using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>A row of draft, as the database gives it.</summary>
internal sealed record DraftRow
{
    public const string Select = """
        SELECT d.id, d.rubric, d.name, d.base_version, d.seen, d.text, d.revision, d.state, d.created_at, d.created_by_id, d.created_by_name,
            d.updated_at, d.updated_by_id, d.updated_by_name
        FROM draft d
        """;

    public const string IsOpen = "d.state IN ('editing', 'submitted')";

    public required string Id { get; init; }

    public required string Rubric { get; init; }

    public required string Name { get; init; }

    public string? BaseVersion { get; init; }

    public required int Seen { get; init; }

    public required string Text { get; init; }

    public required long Revision { get; init; }

    public required string State { get; init; }

    public required string CreatedAt { get; init; }

    public required string CreatedById { get; init; }

    public required string CreatedByName { get; init; }

    public required string UpdatedAt { get; init; }

    public required string UpdatedById { get; init; }

    public required string UpdatedByName { get; init; }

    public Draft ToDraft(IEnumerable<string> editors) => new()
    {
        Id = Id,
        Rubric = Rubric,
        Name = Name,
        BaseVersion = BaseVersion,
        Seen = Seen,
        Text = Text,
        Revision = Revision,
        State = Enum.Parse<DraftState>(State, ignoreCase: true),
        CreatedAt = Timestamp.Read(CreatedAt),
        CreatedBy = new(CreatedById, CreatedByName),
        UpdatedAt = Timestamp.Read(UpdatedAt),
        UpdatedBy = new(UpdatedById, UpdatedByName),
        Editors = [.. editors.Order(StringComparer.Ordinal)],
    };
}
