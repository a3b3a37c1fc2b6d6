using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Puts the passes' results into the scorecard, with the reasons in words and figures.</summary>
internal sealed class ScorecardBuilder(Evaluation evaluation, ExplainLevel explain)
{
    private CompiledRubric Rubric => evaluation.Rubric;

    public Scorecard Build(List<RuleInstance> rules, Outcome outcome) => new()
    {
        Rubric = new(Rubric.Document.WorkflowName, Rubric.Document.Version, Rubric.Hash),
        Department = evaluation.Submission.Department,
        Subject = evaluation.Submission.Subject,
        Period = evaluation.Submission.Period,
        Complete = FilingRules.RequiredFaults(evaluation.Submission, Filing.Excused(evaluation, rules).ToHashSet(StringComparer.Ordinal), evaluation.Frame).IsEmpty,
        IsScored = Rubric.IsScored,
        Total = outcome.Range is { IsPoint: true } point ? point.Min : null,
        FullScore = outcome.FullScore,
        Range = outcome.Range,
        Grade = outcome.Grade,
        Checks = new CheckScorer(evaluation).Check(),
        Overrides = outcome.Overrides,
        Rules = [.. rules.Select(Describe)],
        Values = Values(rules),
    };

    private RuleScore Describe(RuleInstance rule)
    {
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        if (rule.Rule.ChildrenSymbol is { } symbol)
            evaluation.Frame.Slots[symbol.Slot] = ChildrenTable.Of(rule);
        var explanation = explain == ExplainLevel.None || rule.Decision != Decision.Computed ? null : Explained(rule)?.Explain(evaluation.Frame);
        var isInformation = rule.Rule.Kind == RuleKind.Information;
        var scored = new RuleScore
        {
            Code = rule.Code,
            Name = rule.Name,
            Kind = rule.Rule.Kind,
            Weight = isInformation ? null : rule.Weight,
            EffectiveWeight = isInformation ? null : rule.EffectiveWeight,
            Score = isInformation ? null : Shown(rule.Score),
            Range = rule.Range is { } range ? new(Shown(range.Min), Shown(range.Max)) : null,
            Status = rule.Status,
            Overruled = rule.Overruled,
            Missing = rule.Status == RuleStatus.Undetermined ? [.. Sentences.Names(rule.Missing)] : [],
            PointsLost = rule is { IsScoredKind: true, Score: { } score, EffectiveWeight: { } weight } ? Shown(weight - score) : null,
            Why = Sentences.Why(rule, Facts(rule)),
            Figures = explanation is null ? null : Language.Evaluation.Figures.Render(explanation),
            Explanation = explain == ExplainLevel.Tree ? explanation : null,
            Grade = GroupGrade(rule),
            Value = isInformation && rule.Status == RuleStatus.Scored ? new(rule.Name, rule.Shown, FormatOf(rule), null, false) : null,
        };
        return scored with { Rules = [.. rule.Children.Select(Describe)] };
    }

    private static Expression? Explained(RuleInstance rule) => rule.Rule.Score ?? rule.Rule.Condition;

    private static NumberFormat? FormatOf(RuleInstance rule) => rule.Rule.Condition?.Format;

    // Unrounded rules are shown to two digits.
    private decimal? Shown(decimal? points) => points is { } value ? Shown(value) : null;

    private decimal Shown(decimal points) => Rubric.RuleRounding is null ? Rounding.Apply(points, 2, RoundingMode.HalfUp) : points;

    private string? GroupGrade(RuleInstance rule)
    {
        if (Rubric.Document.GradeGroups is not true || rule is not { IsScoredKind: true, Score: { } score, EffectiveWeight: { } weight } || rule.Children.Count == 0 || weight == 0)
            return null;
        return OutcomeScorer.GradeOf(Rubric, Rounding.Apply(score * Rubric.FullScore / weight, Rubric.TotalRounding));
    }

    // The figures that decided, by name: `：编外人员控制率 5.26%`; of a parent, the parts that lost points.
    private Bilingual Facts(RuleInstance rule)
    {
        if (rule.Status != RuleStatus.Scored || rule.Decision != Decision.Computed)
            return Bilingual.Same("");
        var all = (rule.Children.Count > 0 ? Losses(rule) : Figured(rule)).ToList();
        if (Message(rule) is { } message)
            all.Add(Bilingual.Same(message));
        return all.Count == 0
            ? Bilingual.Same("")
            : new("：" + string.Join("，", all.Select(fact => fact.Zh)), ": " + string.Join(", ", all.Select(fact => fact.En)));
    }

    // The author's own words, behind the figures.
    private string? Message(RuleInstance rule) =>
        rule is { Rule.ErrorMessage: { } template, Score: { } score, EffectiveWeight: { } weight } && score < weight ? evaluation.Fill(template).TrimEnd('。', '.') : null;

    private static IEnumerable<Bilingual> Losses(RuleInstance rule) =>
        from child in rule.Children
        where child is { IsScoredKind: true, Score: { } score, EffectiveWeight: { } weight } && score < weight
        let lost = Sentences.Points(child.EffectiveWeight!.Value - child.Score!.Value) // filtered above
        select new Bilingual($"{child.Name}扣 {lost} 分", $"{child.Name} loses {lost}");

    private IEnumerable<Bilingual> Figured(RuleInstance rule)
    {
        foreach (var (label, expression) in rule.Rule.Facts)
        {
            var value = expression.Evaluate(evaluation.Frame);
            if (value.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Date)
                yield return Bilingual.Same($"{label} {ValueText.Format(value, expression.Format, withUnit: true)}");
            else if (value.Kind == ValueKind.Bool)
                yield return new($"{label} {(value.IsTrue ? "是" : "否")}", $"{label} {(value.IsTrue ? "yes" : "no")}");
        }
    }

    private ImmutableArray<ShownValue> Values(List<RuleInstance> rules)
    {
        var values = ImmutableArray.CreateBuilder<ShownValue>();
        foreach (var param in Rubric.Document.GlobalParams)
        {
            if (Rubric.Params.FirstOrDefault(linked => linked.Definition == param) is { } linked)
                values.Add(Show(linked));
        }

        foreach (var rule in rules.SelectMany(rule => rule.Subtree()).Where(rule => !rule.Rule.IsPerRow))
        {
            values.AddRange(rule.Rule.Params.Select(Show));
            if (rule is { Rule.Kind: RuleKind.Information, Rule.Condition: not null })
                values.Add(new(rule.Name, rule.Shown, FormatOf(rule), null, false));
        }

        values.AddRange(evaluation.Submission.Defaulted.Select(i => Rubric.Inputs[i]).Select(input => new ShownValue(input.Name, input.Default, input.Format, null, true)));
        return values.ToImmutable();
    }

    private ShownValue Show(LinkedParam param)
    {
        var figures = explain == ExplainLevel.None ? null : Language.Evaluation.Figures.Render(param.Expression.Explain(evaluation.Frame) with { Format = param.Symbol.Format });
        return new(param.Symbol.Name, evaluation.Frame.Slots[param.Symbol.Slot], param.Symbol.Format, figures, false);
    }
}
