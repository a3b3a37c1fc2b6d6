using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>One rubric as a request names it: <c>region/year/scope@version</c>, or <c>@draft:</c> and the name of an open draft.</summary>
internal sealed record RubricName(RubricKey Key, string Side)
{
    private const int Longest = 200;

    public bool IsDraft => RubricSides.IsDraft(Side);

    /// <summary>Reads a name, or null.</summary>
    public static RubricName? Find(string? text) =>
        text is { Length: <= Longest } && !text.Any(char.IsControl) && text.Split('@', 2) is [var name, { Length: > 0 } side] && RubricKey.Find(name) is { } key ? new(key, side) : null;
}

/// <summary>What looking for a named rubric gave: the rubric, or why there is none.</summary>
/// <param name="Missing">There is nothing of that name.</param>
/// <param name="Unsound">There is a draft, and it has errors.</param>
internal sealed record RubricNamed(CompiledRubric? Rubric, ApiFault? Missing, ImmutableArray<ApiFault> Unsound);

/// <summary>Finds rubrics by name, ready to score: versions that serve, and drafts as they stand. Safe to share between threads.</summary>
internal sealed class RubricReferences(DraftStore drafts, RubricLookup rubrics, Scripts scripts)
{
    public async Task<RubricNamed> FindAsync(RubricName name, CancellationToken cancellation)
    {
        if (!name.IsDraft)
        {
            var found = rubrics.Find(name.Key, name.Side, canFallBack: false);
            return new(found.Rubric?.Compiled, found.Fault, []);
        }

        if (await drafts.FindAsync(name.Key.ToString(), name.Side[RubricSides.DraftPrefix.Length..], cancellation) is not { } draft)
            return new(null, ApiFaults.NoSource(name.Side), []);
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(draft.Text), scripts: scripts.Compiler);
        var errors = loaded.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(loaded.Rubric, null, loaded.Rubric is null ? [.. errors.Select(error => new ApiFault(error.Code, error.Path, error.Message))] : []);
    }
}
