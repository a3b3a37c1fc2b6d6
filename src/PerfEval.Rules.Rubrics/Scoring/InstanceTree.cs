using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The first pass: repeats ForEach rules per row, finds printed weights, names and codes, and which rules apply.</summary>
internal sealed class InstanceTree(Evaluation evaluation)
{
    // As much as a document may write itself.
    private const int MostWeight = 1_000_000;

    private readonly List<RuleInstance> all = new(evaluation.Rubric.RuleCount);

    public RuleTree Grow()
    {
        var top = new List<RuleInstance>(evaluation.Rubric.Rules.Length);
        foreach (var rule in evaluation.Rubric.Rules)
            Expand(rule, null, top);
        if (!evaluation.Rubric.HasFixedCodes)
            MakeCodesUnique(all);
        return new(top, all);
    }

    private void Expand(LinkedRule rule, RuleInstance? parent, List<RuleInstance> into)
    {
        if (rule.ForEach is null)
        {
            Make(new(rule, parent), into);
            return;
        }

        var table = rule.ForEach.Evaluate(evaluation.Frame);
        if (table.Table is not { } rows)
            Add(Unrolled(rule, parent, table), into);
        else if (rows.Rows.IsEmpty)
            Add(new(rule, parent) { Name = evaluation.Fill(rule.Name), Weight = rule.Weight, Applies = Applicability.No, Reason = new("没有数据行", "there are no rows") }, into);
        else
            AddRows(rule, parent, rows, into);
    }

    private void AddRows(LinkedRule rule, RuleInstance? parent, Table rows, List<RuleInstance> into)
    {
        foreach (var row in rows.Rows)
            Make(new(rule, parent) { Row = row }, into);
    }

    private void Add(RuleInstance instance, List<RuleInstance> into)
    {
        into.Add(instance);
        all.Add(instance);
    }

    // The rows themselves are missing: one rule stands for all of them, with what weight the siblings leave.
    private RuleInstance Unrolled(LinkedRule rule, RuleInstance? parent, Value trouble)
    {
        var siblings = parent?.Rule.Rules ?? evaluation.Rubric.Rules;
        var whole = parent is null ? evaluation.Rubric.FullScore : parent.Weight;
        var rest = siblings.Where(other => other != rule && other.Kind == rule.Kind);
        decimal? weight = whole is { } full && rest.All(other => other.Weight is not null) ? full - rest.Sum(other => other.Weight) : rule.Weight;
        return new(rule, parent) { Name = rule.Definition.RuleName.Text, Weight = weight, Trouble = trouble, Open = trouble.Absence };
    }

    private void Make(RuleInstance instance, List<RuleInstance> into)
    {
        Add(instance, into);
        var rule = instance.Rule;
        instance.Weight = rule.Weight;
        evaluation.SetRow(instance);
        if (rule.WeightExpression is { } weight)
            FindWeight(instance, weight.Evaluate(evaluation.Frame));
        evaluation.Enter(instance);
        instance.Name = evaluation.Fill(rule.Name);
        instance.Code = CodeOf(instance);
        FindApplicability(instance);
        foreach (var child in rule.Rules)
            Expand(child, instance, instance.Children);
        FindApplicabilityOfParts(instance);
    }

    private static void FindWeight(RuleInstance instance, Value weight)
    {
        if (weight.IsKnown && weight.Number is < 0 or > MostWeight)
            instance.Trouble = Value.Failed(new(default, new($"分值 {LinkingDiagnostics.Show(weight.Number)} 应在 0 至 {MostWeight} 之间", $"the weight {LinkingDiagnostics.Show(weight.Number)} must lie between 0 and {MostWeight}")));
        else if (weight.IsKnown)
            instance.Weight = weight.Number;
        else
            instance.Trouble = weight;
        if (weight.IsMissing)
            instance.Open = instance.Open.And(weight.Absence);
    }

    private string CodeOf(RuleInstance instance)
    {
        var rule = instance.Rule;
        if (rule.CodeTemplate is { } template)
            return template.Fill(evaluation.Frame);
        return rule.IsPerRow && RowAround(instance) is { } row ? $"{rule.Code}[{row.Label}]" : rule.Code;
    }

    private static Row? RowAround(RuleInstance? instance)
    {
        while (instance is { Row: null })
            instance = instance.Parent;
        return instance?.Row;
    }

    private void FindApplicability(RuleInstance instance)
    {
        if (evaluation.IsLeftOut(instance))
        {
            instance.Applies = Applicability.No;
            instance.Reason = new("本项可以不评，相关数据均未填报", "the rule is optional and none of its inputs was given");
        }
        else if (instance.Rule.NotApplicableWhen is { } when)
        {
            var holds = evaluation.Settle(when, instance);
            instance.Applies = holds.IsTrue ? Applicability.No : holds.IsFalse ? Applicability.Yes : Applicability.Unknown;
            instance.Reason = holds.IsTrue ? Bilingual.Same(when.Parsed.Text) : null;
            if (holds.IsMissing)
                instance.Open = instance.Open.And(holds.Absence);
            else if (holds.IsFailed)
                instance.Trouble = holds;
        }
    }

    // A parent none of whose scored parts applies does not apply itself.
    private static void FindApplicabilityOfParts(RuleInstance instance)
    {
        if (instance.Applies != Applicability.Yes || instance.Children.Count == 0 || instance.Children.Exists(static part => CountsAsApplying(part)))
            return;
        var unknown = instance.Children.Where(part => part.Applies == Applicability.Unknown).ToList();
        instance.Applies = unknown.Count == 0 ? Applicability.No : Applicability.Unknown;
        instance.IsLeftToParts = true;
        instance.Reason = unknown.Count == 0 ? new("各组成项均不适用", "none of its parts applies") : null;
        foreach (var part in unknown)
            instance.Open = instance.Open.And(part.Open);
    }

    private static bool CountsAsApplying(RuleInstance part) =>
        part.Applies == Applicability.Yes || part.IsFullWhenNotApplicable || !part.IsScoredKind;

    // Codes name rules in the scorecard; rows that give the same one are told apart by their position.
    private static void MakeCodesUnique(List<RuleInstance> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instance in all)
        {
            var code = instance.Code;
            for (var i = 2; !seen.Add(instance.Code); i++)
                instance.Code = string.Create(CultureInfo.InvariantCulture, $"{code}#{i}");
        }
    }
}
