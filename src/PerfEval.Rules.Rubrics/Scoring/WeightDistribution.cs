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

        var scored = siblings.FindAll(static rule => rule is { IsScoredKind: true, Weight: not null });
        var freed = scored.FindAll(static rule => rule.Redistributes && rule.Applies == Applicability.No);
        var receivers = scored.FindAll(static rule => rule.Applies != Applicability.No);
        var open = OpenAmong(siblings, freed.Count > 0);
        if (isOpen || open.Count > 0)
            LeaveOpen(receivers, open, parent, scored.Sum(rule => rule.Weight ?? 0), rounding);
        if (!isOpen && open is [{ Weight: not null } only])
            only.EffectiveWeight = freed.Count == 0 && factor.Numerator == factor.Denominator ? only.Weight : Shares(freed, receivers, factor, rounding).GetValueOrDefault(only); // if it applies, all is known
        if (!isOpen && open.Count == 0)
            Share(scored, freed, receivers, factor, rounding);
    }

    // Those of whom it is open whether they give, and where anything is given whether and with what weight they take.
    private static List<RuleInstance> OpenAmong(List<RuleInstance> siblings, bool isGiven)
    {
        var giving = siblings.Exists(static rule => rule is { IsScoredKind: true, Weight: not null, Redistributes: true, Applies: Applicability.Unknown });
        return !isGiven && !giving ? [] : siblings.FindAll(static rule => rule.IsScoredKind && (rule.Applies == Applicability.Unknown || rule is { Weight: null, Trouble.IsMissing: true }));
    }

    private static void Share(List<RuleInstance> scored, List<RuleInstance> freed, List<RuleInstance> receivers, (decimal Numerator, decimal Denominator) factor, RoundingRule rounding)
    {
        foreach (var rule in scored)
            rule.EffectiveWeight = Rounding.Apply(rule.Weight!.Value * factor.Numerator / factor.Denominator, rounding); // scored ones have a weight
        var shares = Shares(freed, receivers, factor, rounding);
        foreach (var rule in shares.Count == 0 ? [] : freed)
            rule.EffectiveWeight = 0;
        foreach (var (rule, share) in shares)
            (rule.EffectiveWeight, rule.EffectiveRange) = (share, new(share, share));
    }

    // In proportion, rounded; what rounding leaves goes to the largest remainders, one unit each. Empty where nobody has any weight.
    private static Dictionary<RuleInstance, decimal> Shares(List<RuleInstance> freed, List<RuleInstance> receivers, (decimal Numerator, decimal Denominator) factor, RoundingRule rounding)
    {
        var weights = receivers.Sum(rule => rule.Weight ?? 0);
        if (weights == 0)
            return [];
        var whole = receivers.Concat(freed).Sum(rule => rule.Weight ?? 0) * factor.Numerator / factor.Denominator;
        var exact = receivers.ToDictionary(rule => rule, rule => rule.Weight!.Value * whole / weights);
        var shares = exact.ToDictionary(share => share.Key, share => Rounding.Apply(share.Value, rounding));
        var rest = Rounding.Apply(whole, rounding) - shares.Values.Sum();
        var unit = new decimal(1, 0, 0, rest < 0, (byte)(rounding.Digits ?? Rounding.DefaultDigits));
        for (; rest != 0; rest -= unit)
            shares[receivers.MaxBy(rule => Math.Sign(unit) * (exact[rule] - shares[rule]))!] += unit; // receivers is not empty
        return shares;
    }

    // Who shares is not known: each may keep its own weight or get all that there is.
    private static void LeaveOpen(List<RuleInstance> receivers, List<RuleInstance> open, RuleInstance? parent, decimal whole, RoundingRule rounding)
    {
        var most = Math.Max(parent?.EffectiveRange.Max ?? whole, whole);
        foreach (var rule in receivers)
        {
            rule.EffectiveWeight = null;
            rule.EffectiveRange = new(Rounding.Apply(rule.Weight!.Value, rounding with { Mode = RoundingMode.Down }), Math.Max(rule.Weight!.Value, most)); // scored ones have a weight
            foreach (var other in open.Where(other => other != rule))
                rule.Open = rule.Open.And(other.Open);
            if (parent is { EffectiveWeight: null })
                rule.Open = rule.Open.And(parent.Open);
        }
    }
}
