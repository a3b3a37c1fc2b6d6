using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>A submission taken through every pass of scoring, before it is written down as a scorecard.</summary>
internal sealed record ScoringRun(Evaluation Evaluation, RuleTree Rules, Outcome Outcome)
{
    /// <summary>Every rule by its code, which is unique.</summary>
    public Dictionary<string, RuleInstance> ByCode => field ??= Rules.All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>What a shown value comes from: a global param, a local param of a rule that is not per row, or an Information rule; null for anything else.</summary>
    public (Expression Expression, NumberFormat? Format, RuleInstance? Rule)? FindSource(string name)
    {
        if (Evaluation.Rubric.Params.FirstOrDefault(param => param.Symbol.Name == name) is { } global)
            return (global.Expression, global.Symbol.Format, null);
        foreach (var rule in Rules.All.Where(rule => !rule.Rule.IsPerRow))
        {
            if (rule.Rule.Params.FirstOrDefault(param => param.Symbol.Name == name) is { } local)
                return (local.Expression, local.Symbol.Format, rule);
            if (rule is { Rule: { Kind: Documents.RuleKind.Information, Condition: { } shown } } && rule.Name == name)
                return (shown, shown.Format, rule);
        }

        return null;
    }
}
