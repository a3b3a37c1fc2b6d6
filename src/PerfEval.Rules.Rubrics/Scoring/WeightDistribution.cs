using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// Gives each rule its effective weight: the weight of a rule that redistributes goes to its applicable scored siblings in proportion,
/// and a rule whose weight changed passes the change on to its parts.
/// </summary>
internal static class WeightDistribution
{
    public static void Distribute(List<RuleInstance> siblings, RuleInstance? parent, RoundingRule rounding)
    {
        foreach (var rule in siblings)
        {
            rule.EffectiveWeight = rule.Weight;
            rule.EffectiveRange = new(rule.Weight ?? 0, rule.Weight ?? rule.Rule.Weight ?? 0);
        }

        var (printed, effective) = (parent?.Weight, parent is null ? null : parent.EffectiveWeight);
        var isOpen = parent is not null && parent.Weight is not null && effective is null;
        var factor = printed is { } whole && whole != 0 && effective is { } now ? (Numerator: now, Denominator: whole) : (Numerator: 1m, Denominator: 1m);
        var mayMove = siblings.Exists(static rule => rule is { IsScoredKind: true, Weight: not null, Redistributes: true, Applies: not Applicability.Yes });
        if (!isOpen && !mayMove && factor.Numerator == factor.Denominator)
            return;

        var scored = siblings.Where(rule => rule.IsScoredKind && rule.Weight is not null).ToList();
        var open = scored.Where(rule => rule.Redistributes && rule.Applies == Applicability.Unknown).ToList();
        var freed = scored.Where(rule => rule.Redistributes && rule.Applies == Applicability.No).ToList();
        var receivers = scored.Where(rule => rule.Applies != Applicability.No).ToList();
        if (isOpen || open.Count > 0)
            LeaveOpen(receivers, open, parent, scored.Sum(rule => rule.Weight ?? 0));
        else
            Share(scored, freed, receivers, factor, rounding);
    }

    private static void Share(List<RuleInstance> scored, List<RuleInstance> freed, List<RuleInstance> receivers, (decimal Numerator, decimal Denominator) factor, RoundingRule rounding)
    {
        foreach (var rule in scored)
            rule.EffectiveWeight = Rounding.Apply(rule.Weight!.Value * factor.Numerator / factor.Denominator, rounding); // scored ones have a weight
        var shares = receivers.Sum(rule => rule.Weight ?? 0);
        var whole = receivers.Concat(freed).Sum(rule => rule.Weight ?? 0) * factor.Numerator / factor.Denominator;
        if (shares == 0)
            return;
        foreach (var rule in freed)
            rule.EffectiveWeight = 0;
        var exact = receivers.ToDictionary(rule => rule, rule => rule.Weight!.Value * whole / shares);
        foreach (var rule in receivers)
            rule.EffectiveWeight = Rounding.Apply(exact[rule], rounding);
        var rest = Rounding.Apply(whole, rounding) - receivers.Sum(rule => rule.EffectiveWeight!.Value);
        if (rest != 0)
            receivers.MaxBy(rule => Math.Sign(rest) * (exact[rule] - rule.EffectiveWeight!.Value))!.EffectiveWeight += rest; // receivers is not empty
        foreach (var rule in receivers)
            rule.EffectiveRange = new(rule.EffectiveWeight!.Value, rule.EffectiveWeight!.Value);
    }

    // Who shares is not known: each may keep its own weight or get all that there is.
    private static void LeaveOpen(List<RuleInstance> receivers, List<RuleInstance> open, RuleInstance? parent, decimal whole)
    {
        var most = parent?.EffectiveRange.Max ?? whole;
        foreach (var rule in receivers)
        {
            rule.EffectiveWeight = open is [var only] && only == rule && parent?.EffectiveWeight is not null ? rule.Weight : null;
            rule.EffectiveRange = new(rule.Weight!.Value, Math.Max(rule.Weight!.Value, Math.Max(most, whole))); // scored ones have a weight
            foreach (var other in open.Where(other => other != rule))
                rule.Open = rule.Open.And(other.Open);
            if (parent is { EffectiveWeight: null })
                rule.Open = rule.Open.And(parent.Open);
        }
    }
}
