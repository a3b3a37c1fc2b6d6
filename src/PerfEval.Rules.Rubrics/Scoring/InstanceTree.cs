using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
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
        if (evaluation.Rubric.IsScored)
            CheckRowsAtTheTop(top);
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
            Add(new(rule, parent) { Name = NameOfAll(rule), Weight = WeightOfAll(rule, parent), Applies = Applicability.No, Reason = new("没有数据行", "there are no rows") }, into);
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

    // The rows themselves are missing: one rule stands for all of them, of which there may be none.
    private RuleInstance Unrolled(LinkedRule rule, RuleInstance? parent, Value trouble) => new(rule, parent)
    {
        Name = NameOfAll(rule),
        Weight = WeightOfAll(rule, parent),
        Trouble = trouble,
        Applies = trouble.IsMissing && MayChangeOthers(rule, parent) ? Applicability.Unknown : Applicability.Yes,
        Open = trouble.Absence,
    };

    // Where there are no rows, others may weigh more, or less be due. Else the total is rescaled, and where nothing is below zero lies in the same range with rows and without.
    private bool MayChangeOthers(LinkedRule rule, RuleInstance? parent) =>
        evaluation.Rubric.Policy == NotApplicablePolicy.Exclude || Redistributes(rule, parent) || evaluation.Rubric.Rules.Any(MayFallBelowZero);

    private static bool MayFallBelowZero(LinkedRule rule) => rule.Min < 0 || rule.Rules.Any(MayFallBelowZero);

    private static bool Redistributes(LinkedRule rule, RuleInstance? parent) =>
        rule.Definition.WhenNotApplicable == WhenNotApplicable.Redistribute || (parent is not null && Redistributes(parent.Rule, parent.Parent));

    private static string NameOfAll(LinkedRule rule) => TextTemplate.InWords(rule.Definition.RuleName.Text);

    // Whatever rows there are, they have what weight the siblings leave.
    private decimal? WeightOfAll(LinkedRule rule, RuleInstance? parent)
    {
        var siblings = parent?.Rule.Rules ?? evaluation.Rubric.Rules;
        var whole = parent is null ? evaluation.Rubric.FullScore : parent.Weight;
        var rest = siblings.Where(other => other != rule && other.Kind == rule.Kind);
        return rule.Kind == RuleKind.Scored && whole is { } full && rest.All(other => other.ForEach is null && other.Weight is not null) ? full - rest.Sum(other => other.Weight) : null;
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
        FindWeightOfParts(instance);
        FindApplicabilityOfParts(instance);
    }

    // A parent that leaves its weight to rows has it when these have theirs.
    private void FindWeightOfParts(RuleInstance instance)
    {
        var scored = instance.Children.FindAll(static part => part.IsScoredKind);
        if (instance.Weight is not null || instance.Rule.WeightExpression is not null || scored.Count == 0 || scored.Exists(static part => part.Weight is null))
            return;
        instance.Weight = scored.Sum(static part => part.Weight);
        evaluation.Enter(instance);
    }

    // Below a parent the parent fails where rows do not add up to its weight; at the top there is none but they themselves.
    private void CheckRowsAtTheTop(List<RuleInstance> top)
    {
        var scored = top.FindAll(static rule => rule.IsScoredKind);
        if (!scored.Exists(static rule => rule.IsWeighedByRows) || Sentences.WeightsThatDoNotAddUp(scored, evaluation.Rubric.FullScore) is not { } reason)
            return;
        foreach (var rule in scored.Where(static rule => rule.IsWeighedByRows))
            rule.Trouble = Value.Failed(new(default, reason));
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
            var holds = evaluation.Find(when, instance);
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
        var scored = instance.Children.FindAll(static part => part.IsScoredKind);
        if (instance.Applies != Applicability.Yes || scored.Count == 0 || scored.Exists(static part => part.Applies == Applicability.Yes || part.IsFullWhenNotApplicable))
            return;
        var unknown = scored.FindAll(static part => part.Applies == Applicability.Unknown);
        instance.Applies = unknown.Count == 0 ? Applicability.No : Applicability.Unknown;
        instance.IsLeftToParts = true;
        instance.Reason = unknown.Count == 0 ? new("各组成项均不适用", "none of its parts applies") : null;
        foreach (var part in unknown)
            instance.Open = instance.Open.And(part.Open);
    }

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
