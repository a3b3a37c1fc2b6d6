using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>What an audit may compare with beside the submission itself. Immutable.</summary>
public sealed record AuditContext
{
    /// <summary>Nothing.</summary>
    public static AuditContext None { get; } = new();

    /// <summary>Other versions of the rubric: a reported figure that one of them gives is named so. The rubric's own version among them is passed over.</summary>
    public ImmutableArray<CompiledRubric> Versions { get; init; } = [];

    /// <summary>What the department's own stored evaluations gave for inputs with <c>From</c>.</summary>
    public ImmutableArray<StoredValue> Stored { get; init; } = [];
}

/// <summary>A stored value that an input comes from.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="Value">In the kept unit (元, ratio).</param>
public sealed record StoredValue(string Input, Value Value)
{
    /// <summary>The column, for a cell of a table; else null.</summary>
    public string? Column { get; init; }

    /// <summary>The row's key or 1-based position, for a cell: the subject, with PerSubject.</summary>
    public string? Row { get; init; }

    /// <summary>The evaluation it was taken from, in words, or null.</summary>
    public Bilingual? Origin { get; init; }
}
