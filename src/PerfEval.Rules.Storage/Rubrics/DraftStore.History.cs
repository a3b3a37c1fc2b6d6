using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

public sealed partial class DraftStore
{
    /// <summary>What happened to a draft, in order.</summary>
    public async Task<ImmutableArray<DraftEvent>> ReadEventsAsync(string draftId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<EventRow>(new CommandDefinition(
            "SELECT number, at, by_id, by_name, kind, comment, content_hash FROM draft_event WHERE draft_id = @draftId ORDER BY number",
            new { draftId },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new DraftEvent(row.Number, Timestamp.Read(row.At), new(row.ById, row.ByName), row.Kind, row.Comment, row.ContentHash))];
    }

    /// <summary>The saved texts of a draft, newest first; the last 200 are kept.</summary>
    public async Task<ImmutableArray<DraftRevision>> ReadRevisionsAsync(string draftId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<RevisionRow>(new CommandDefinition(
            "SELECT revision, at, by_id, by_name FROM draft_revision WHERE draft_id = @draftId ORDER BY revision DESC",
            new { draftId },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new DraftRevision(row.Revision, Timestamp.Read(row.At), new(row.ById, row.ByName)))];
    }

    /// <summary>The text of a saved revision, or null.</summary>
    public async Task<string?> FindRevisionAsync(string draftId, long revision, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT text FROM draft_revision WHERE draft_id = @draftId AND revision = @revision", new { draftId, revision }, cancellationToken: cancellation));
    }

    private sealed record EventRow
    {
        public required long Number { get; init; }

        public required string At { get; init; }

        public required string ById { get; init; }

        public required string ByName { get; init; }

        public required string Kind { get; init; }

        public required string Comment { get; init; }

        public required string ContentHash { get; init; }
    }

    private sealed record RevisionRow
    {
        public required long Revision { get; init; }

        public required string At { get; init; }

        public required string ById { get; init; }

        public required string ByName { get; init; }
    }
}
