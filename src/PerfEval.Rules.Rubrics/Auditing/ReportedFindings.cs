using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using Names = PerfEval.Rules.Language.Syntax.Names;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>What the reported figures show by themselves: a rate over nothing (PF0009), sums that are not the sum of their parts (PF0012), a grade that is not that of the total (PF0013).</summary>
internal static class ReportedFindings
{
    public static IEnumerable<Finding> Of(ScoringRun run) =>
        run.Evaluation.Submission.Reported is { } reported ? [.. ZeroDenominators(run, reported), .. Sums(run, reported), .. Grade(run, reported)] : [];

    private static IEnumerable<Finding> ZeroDenominators(ScoringRun run, ReportedFigures reported)
    {
        foreach (var (name, written) in reported.Values)
        {
            if (run.FindSource(Names.Normalize(name)) is { } source && IsWhole(written, source.Format) && FindDivision(run, source.Expression.Explain(Entered(run, source.Rule))) is { } division)
                yield return FindingCatalogue.ZeroDenominator(JsonPointer.Append("/reported/values", name), name, written, division);
        }

        foreach (var (code, score) in reported.Scores)
        {
            if (run.ByCode.GetValueOrDefault(code) is { Status: RuleStatus.Failed, Rule.Score: { } points } rule && score == rule.Weight
                && FindDivision(run, points.Explain(Entered(run, rule))) is { } division)
                yield return FindingCatalogue.ZeroDenominator(JsonPointer.Append("/reported/scores", code), rule.Name, UnitFigures.Write(score), division);
        }
    }

    private static Frame Entered(ScoringRun run, RuleInstance? rule)
    {
        if (rule is not null)
            run.Evaluation.EnterWithParents(rule);
        return run.Evaluation.Frame;
    }

    private static bool IsWhole(string written, NumberFormat? format)
    {
        var number = NumberText.Parse(written);
        var unit = number.Unit.Length > 0 ? number.Unit : format?.Unit;
        return number is { Form: NumberForm.Plain, IsBound: false } && UnitFigures.Keep(number.Number, unit) == 1;
    }

    /// <summary>The division by zero behind a failure, as typed; through params too. Null: it failed for another reason, or not at all.</summary>
    private static string? FindDivision(ScoringRun run, Explanation explanation)
    {
        if (!explanation.Value.IsFailed)
            return null;
        if (explanation.Parts.FirstOrDefault(part => part.Value.IsFailed) is { } part)
            return FindDivision(run, part);
        if (explanation is { Kind: ExplanationKind.Reference, Parts.IsEmpty: true })
            return run.FindSource(Names.Normalize(explanation.Text)) is { } param ? FindDivision(run, param.Expression.Explain(run.Evaluation.Frame)) : null;
        return explanation.Parts.Skip(1).Any(divisor => divisor.Value is { Kind: ValueKind.Number, Number: 0 }) ? explanation.Text : null;
    }

    private static IEnumerable<Finding> Sums(ScoringRun run, ReportedFigures reported)
    {
        foreach (var (code, score) in reported.Scores)
        {
            if (run.ByCode.GetValueOrDefault(code) is { Rule.IsPlainParent: true } rule && SumOf(rule.Children, reported) is { } sum && Differ(score, sum))
                yield return FindingCatalogue.NotTheSum(JsonPointer.Append("/reported/scores", code), score, sum);
        }

        if (reported.Total is { } total && IsPlainSum(run) && SumOf(run.Rules.Top, reported) is { } sumOfAll && Clamp(run, sumOfAll) is var all && Differ(total, all))
            yield return FindingCatalogue.NotTheSum("/reported/total", total, all);
    }

    // Where weight is shared out anew or an override lowers the total, it is not the sum of its parts.
    private static bool IsPlainSum(ScoringRun run) =>
        run.Evaluation.Rubric.IsScored && run.Outcome.Overrides.IsEmpty && run.Rules.All.TrueForAll(rule => rule.Status != RuleStatus.NotApplicable || rule.Weight is null or 0);

    private static decimal Clamp(ScoringRun run, decimal sum)
    {
        var range = run.Evaluation.Rubric.Document.TotalRange;
        return Math.Clamp(sum, range?.Min ?? 0, range?.Max ?? run.Evaluation.Rubric.FullScore);
    }

    // A sum may be printed to fewer digits than its parts.
    private static bool Differ(decimal printed, decimal sum) => decimal.Round(sum, printed.Scale, MidpointRounding.AwayFromZero) != printed;

    /// <summary>What the reported scores of all these rules add up to; null where one is not reported, or none is.</summary>
    private static decimal? SumOf(List<RuleInstance> rules, ReportedFigures reported)
    {
        var counted = rules.Where(rule => rule.Rule.Kind != RuleKind.Information && rule.Status != RuleStatus.NotApplicable).ToList();
        var isOtherwise = rules.Exists(rule => rule.Status == RuleStatus.NotApplicable && reported.Scores.ContainsKey(rule.Code));
        decimal? sum = counted.Count == 0 || isOtherwise ? null : 0;
        foreach (var rule in counted)
            sum += ReportedOf(rule, reported) * (rule.Rule.Kind == RuleKind.Penalty ? -1 : 1);
        return sum;
    }

    private static decimal? ReportedOf(RuleInstance rule, ReportedFigures reported) =>
        reported.Scores.TryGetValue(rule.Code, out var score) ? score : rule.Rule.IsPlainParent ? SumOf(rule.Children, reported) : null;

    private static IEnumerable<Finding> Grade(ScoringRun run, ReportedFigures reported)
    {
        var document = run.Evaluation.Rubric.Document;
        if (reported is not { Total: { } total, Grade: { } grade } || document.Overrides.Any(item => item.Grade is not null) || document.NotApplicable == NotApplicablePolicy.Exclude)
            yield break;
        if (OutcomeScorer.GradeOf(run.Evaluation.Rubric, total) is { } due && due != grade)
            yield return FindingCatalogue.GradeOfAnotherTotal(grade, total, due);
    }
}
