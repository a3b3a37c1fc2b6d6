using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// The figures that decided, by name (<c>：编外人员控制率 5.26%</c>); of a parent, the parts that lost points; behind them the author's own words.
/// </summary>
internal sealed class Facts(Evaluation evaluation)
{
    private bool isFirst;

    /// <summary>Adds the facts of a rule whose score was computed, each behind a separator.</summary>
    public void AddTo(Sentence sentence, RuleInstance rule)
    {
        isFirst = true;
        if (rule.Children.Count > 0)
            AddLosses(sentence, rule);
        else
            AddFigures(sentence, rule);
        if (rule is { Rule.ErrorMessage: { } template, Score: { } score, EffectiveWeight: { } weight } && score < weight)
            Next(sentence).Add(evaluation.Fill(template).TrimEnd('。', '.'));
    }

    private void AddLosses(Sentence sentence, RuleInstance rule)
    {
        foreach (var child in rule.Children)
        {
            if (child is not { IsScoredKind: true, Score: { } score, EffectiveWeight: { } weight } || score >= weight)
                continue;
            Next(sentence).Add(child.Name).Add("扣 ", " loses ").Add(weight - score).Add(" 分", "");
        }
    }

    private void AddFigures(Sentence sentence, RuleInstance rule)
    {
        foreach (var (label, expression) in rule.Rule.Facts)
        {
            var value = expression.Evaluate(evaluation.Frame);
            if (value.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Date)
                Next(sentence).Add(label).Add(" ").Add(ValueText.Format(value, expression.Format, withUnit: true));
            else if (value.Kind == ValueKind.Bool)
                Next(sentence).Add(label).Add(value.IsTrue ? " 是" : " 否", value.IsTrue ? " yes" : " no");
        }
    }

    private Sentence Next(Sentence sentence)
    {
        var wasFirst = isFirst;
        isFirst = false;
        return wasFirst ? sentence.Add("：", ": ") : sentence.Add("，", ", ");
    }
}
