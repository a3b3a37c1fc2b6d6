using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Puts the passes' results into the scorecard, with the reasons in words and figures.</summary>
internal sealed class ScorecardBuilder(Evaluation evaluation, ExplainLevel explain)
{
    private readonly Sentence sentence = new();
    private readonly Facts facts = new(evaluation);

    private CompiledRubric Rubric => evaluation.Rubric;

    public Scorecard Build(RuleTree rules, Outcome outcome) => new()
    {
        Rubric = new(Rubric.Document.WorkflowName, Rubric.Document.Version, Rubric.Hash),
        Department = evaluation.Submission.Department,
        Subject = evaluation.Submission.Subject,
        Period = evaluation.Submission.Period,
        Complete = FilingRules.RequiredFaults(evaluation.Submission, Filing.Excused(evaluation, rules), evaluation.Frame).IsEmpty,
        IsScored = Rubric.IsScored,
        Total = outcome.Range is { IsPoint: true } point ? point.Min : null,
        FullScore = outcome.FullScore,
        Range = outcome.Range,
        Grade = outcome.Grade,
        Checks = new CheckScorer(evaluation).Check(),
        Overrides = outcome.Overrides,
        Rules = Describe(rules.Top),
        Values = Values(rules),
    };

    private ImmutableArray<RuleScore> Describe(List<RuleInstance> rules)
    {
        if (rules.Count == 0)
            return [];
        var described = new RuleScore[rules.Count];
        for (var i = 0; i < described.Length; i++)
            described[i] = Describe(rules[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(described);
    }

    private RuleScore Describe(RuleInstance rule)
    {
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        if (rule.Rule.ChildrenSymbol is { } symbol)
            evaluation.Frame.Slots[symbol.Slot] = ChildrenTable.Of(rule);
        var explanation = explain == ExplainLevel.None || rule.Decision != Decision.Computed ? null : Explained(rule)?.Explain(evaluation.Frame);
        var isInformation = rule.Rule.Kind == RuleKind.Information;
        return new()
        {
            Head = rule.Rule.Head,
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
            Why = Sentences.Why(sentence, rule, facts),
            Figures = explanation is null ? null : Language.Evaluation.Figures.Render(explanation),
            Explanation = explain == ExplainLevel.Tree ? explanation : null,
            Grade = GroupGrade(rule),
            Value = isInformation && rule.Status == RuleStatus.Scored ? new(rule.Name, rule.Shown, FormatOf(rule), null, false) : null,
            Rules = Describe(rule.Children), // last: rows below put their own values in the frame
        };
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

    private ImmutableArray<ShownValue> Values(RuleTree rules)
    {
        var values = ImmutableArray.CreateBuilder<ShownValue>(Rubric.Params.Length);
        foreach (var param in Rubric.ParamsAsDeclared)
            values.Add(Show(param));
        foreach (var rule in rules.All)
        {
            if (rule.Rule.IsPerRow)
                continue;
            foreach (var param in rule.Rule.Params)
                values.Add(Show(param));
            if (rule is { Rule.Kind: RuleKind.Information, Rule.Condition: not null })
                values.Add(new(rule.Name, rule.Shown, FormatOf(rule), null, false));
        }

        values.AddRange(evaluation.Submission.Defaulted.Select(i => Rubric.Inputs[i]).Select(input => new ShownValue(input.Name, input.Default, input.Format, null, true)));
        values.AddRange(evaluation.Submission.DefaultedCells.Select(cells => new ShownValue($"{cells.Table.Name}.{cells.Column.Name}", cells.Column.Default, cells.Column.Format, null, true) { Rows = cells.Rows }));
        return values.DrainToImmutable();
    }

    private ShownValue Show(LinkedParam param)
    {
        var figures = explain == ExplainLevel.None ? null : Language.Evaluation.Figures.Render(param.Expression.Explain(evaluation.Frame) with { Format = param.Symbol.Format });
        return new(param.Symbol.Name, evaluation.Frame.Slots[param.Symbol.Slot], param.Symbol.Format, figures, false);
    }
}
