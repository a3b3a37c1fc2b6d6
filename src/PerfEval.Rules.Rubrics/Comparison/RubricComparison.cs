using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>
/// The differences of two rubrics: rules by their Code, everything else by its name. Works on what the documents say, sound or not.
/// Two documents with the same hash have none; any two others have at least one.
/// </summary>
public static class RubricComparison
{
    /// <summary>Every difference: of the rubric itself first, then in the order of the document, rules last.</summary>
    public static ImmutableArray<RubricChange> Compare(Rubric old, Rubric @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (before, after) = (CanonicalRubric.Write(old), CanonicalRubric.Write(@new));
        return before.AsSpan().SequenceEqual(after) ? [] : DocumentComparer.Compare(before, after);
    }
}
