using PerfEval.Rules.Rubrics.Auditing;

namespace PerfEval.Rules.Rubrics.Linking;

public sealed partial class CompiledRubric
{
    /// <summary>The rubric without its rounding, made when an audit first asks for it. Two threads may both do so: either result serves.</summary>
    internal CompiledRubric WithoutRounding => field ??= RubricVariants.WithoutRounding(this);

    /// <summary>The rubric without caps and floors, likewise.</summary>
    internal CompiledRubric WithoutCaps => field ??= RubricVariants.WithoutCaps(this);

    /// <summary>The rubric without bounds of its total, likewise.</summary>
    internal CompiledRubric WithoutTotalRange => field ??= RubricVariants.WithoutTotalRange(this);

    /// <summary>The rules that are repeated per row or may be left out: only in these do indicators' own data show anything. Likewise.</summary>
    internal IReadOnlySet<LinkedRule> RowsAndChoices => field ??= Rules.SelectMany(Subtree).Where(rule => rule.ForEach is not null || rule.Definition.Optional == true).ToHashSet();

    private static IEnumerable<LinkedRule> Subtree(LinkedRule rule) => rule.Rules.SelectMany(Subtree).Prepend(rule);
}
