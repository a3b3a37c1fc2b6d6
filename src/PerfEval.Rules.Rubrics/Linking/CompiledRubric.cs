using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>
/// A rubric with every name resolved and every expression bound, ready to score any number of submissions. Immutable and safe to share between threads.
/// </summary>
public sealed partial class CompiledRubric
{
    /// <summary>The document.</summary>
    public required Rubric Document { get; init; }

    /// <summary><c>sha256:…</c> over the canonical JSON.</summary>
    public required string Hash { get; init; }

    /// <summary>Every input a submission may contain, in declared order, those of judged rules after them in rule order.</summary>
    public required ImmutableArray<LinkedInput> Inputs { get; init; }

    /// <summary>The inputs by normalised name.</summary>
    public required FrozenDictionary<string, LinkedInput> InputsByName { get; init; }

    /// <summary>How many slots a frame needs.</summary>
    public required int SlotCount { get; init; }
}
