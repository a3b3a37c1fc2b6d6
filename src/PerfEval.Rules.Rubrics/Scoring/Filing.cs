namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>What filing may do without.</summary>
internal static class Filing
{
    /// <summary>The inputs of Optional rules that are left out as a whole.</summary>
    public static IEnumerable<string> Excused(Evaluation evaluation, List<RuleInstance> rules) =>
        rules.SelectMany(rule => rule.Subtree())
            .Where(evaluation.IsLeftOut)
            .SelectMany(rule => rule.Rule.OwnInputs)
            .Select(i => evaluation.Rubric.Inputs[i].Name);
}
