using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>Compares what is published and what is drafted of one rubric (版本对比). Safe to share between threads.</summary>
internal sealed class RubricSides(DraftStore drafts, RubricStore rubrics)
{
    /// <summary>What names a draft rather than a version.</summary>
    public const string DraftPrefix = "draft:";

    public static bool IsDraft(string name) => name.StartsWith(DraftPrefix, StringComparison.Ordinal);

    /// <summary>One side of a comparison, or null.</summary>
    /// <param name="name">A version, or <c>draft:</c> and the name of an open draft.</param>
    public async Task<RubricSide?> FindAsync(RubricKey key, string name, CancellationToken cancellation)
    {
        if (!IsDraft(name))
            return await rubrics.FindTextAsync(key.ToString(), name, cancellation) is { } utf8 ? RubricSide.Of(name, utf8) : null;
        var draft = await drafts.FindAsync(key.ToString(), name[DraftPrefix.Length..], cancellation);
        return draft is null ? null : RubricSide.Of(name, Encoding.UTF8.GetBytes(draft.Text));
    }
}

/// <summary>One side of a comparison.</summary>
/// <param name="Document">Null when the text cannot be made out.</param>
/// <param name="Diagnostics">Of reading it.</param>
internal sealed record RubricSide(string Name, Rubric? Document, ImmutableArray<RubricDiagnostic> Diagnostics)
{
    public static RubricSide Of(string name, ReadOnlyMemory<byte> utf8)
    {
        var reading = RubricReader.Read(utf8);
        return new(name, reading.Document, reading.Diagnostics);
    }

    /// <summary>What differs in the other side, and which version that calls for; null while one cannot be made out.</summary>
    public VersionChange? CompareWith(RubricSide other) =>
        Document is { } old && other.Document is { } @new ? VersionChange.Of(old, @new) : null;
}
