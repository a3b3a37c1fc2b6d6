using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>A row of rubric_version with its retirement, as the database gives it.</summary>
internal sealed record VersionRow
{
    public const string Select = """
        SELECT v.rubric, v.version, v.number, v.folder, v.hash, v.origin, v.author_id, v.author_name, v.approver_id, v.approver_name, v.comment, v.published_at,
            r.at AS retired_at, r.by_id AS retired_by_id, r.by_name AS retired_by_name, r.comment AS retired_comment
        FROM rubric_version v LEFT JOIN rubric_retirement r ON r.rubric = v.rubric AND r.version = v.version
        """;

    public required string Rubric { get; init; }

    public required string Version { get; init; }

    public required int Number { get; init; }

    public required string Folder { get; init; }

    public required string Hash { get; init; }

    public required string Origin { get; init; }

    public required string AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public string? ApproverId { get; init; }

    public string? ApproverName { get; init; }

    public required string Comment { get; init; }

    public required string PublishedAt { get; init; }

    public string? RetiredAt { get; init; }

    public string? RetiredById { get; init; }

    public string? RetiredByName { get; init; }

    public string? RetiredComment { get; init; }

    public StoredVersion ToVersion() => new()
    {
        Rubric = Rubric,
        Version = Version,
        Number = Number,
        Folder = Folder,
        Hash = Hash,
        Origin = Origin == "pack" ? VersionOrigin.Pack : VersionOrigin.Studio,
        Author = new(AuthorId, AuthorName),
        Approver = ApproverId is null ? null : new(ApproverId, ApproverName ?? ApproverId),
        Comment = Comment,
        PublishedAt = Timestamp.Read(PublishedAt),
        Retirement = RetiredAt is null ? null : new(Timestamp.Read(RetiredAt), new Actor(RetiredById ?? "", RetiredByName ?? ""), RetiredComment ?? ""),
    };
}
