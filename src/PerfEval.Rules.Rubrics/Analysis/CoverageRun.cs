using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Analysis;

/// <summary>What one case reaches.</summary>
internal sealed class CoverageRun
{
    private readonly HashSet<CoverageKey> reached = [];
    private readonly Evaluation evaluation;

    private CoverageRun(Evaluation evaluation) => this.evaluation = evaluation;

    public static IReadOnlySet<CoverageKey> Of(CompiledRubric rubric, TestCase testCase)
    {
        var reading = SubmissionReader.Read(testCase.Submission.Span, rubric);
        if (reading.Submission is not { } submission || !reading.Faults.IsEmpty)
            return new HashSet<CoverageKey>();
        var (card, evaluation, rules) = Scorer.Run(submission, ExplainLevel.None);
        var run = new CoverageRun(evaluation);
        foreach (var param in rubric.Params)
            run.Follow(param.Definition.Expression.Path, param.Expression);
        foreach (var rule in rules.All)
            run.Visit(rule);
        run.NoteOutcome(rubric, card);
        return run.reached;
    }

    private void Visit(RuleInstance rule)
    {
        var own = rule.Rule.Definition;
        evaluation.Enter(rule);
        if (rule.Rule.ChildrenSymbol is { } symbol)
            evaluation.Frame.Slots[symbol.Slot] = ChildrenTable.Of(rule);
        if (rule.Status == RuleStatus.Undetermined)
            Note(own.Path, "missing");
        if (evaluation.IsLeftOut(rule))
            Note(own.Path + "/Optional", "true");
        NoteCondition(own.NotApplicableWhen?.Path, rule.Rule.NotApplicableWhen, rule);
        if (rule.Decision != Decision.NotApplicable)
            NoteCondition(own.ZeroWhen?.Path, rule.Rule.ZeroWhen, rule);
        if (rule.Decision is Decision.Full or Decision.Computed)
            NoteCondition(own.FullWhen?.Path, rule.Rule.FullWhen, rule);
        if (rule.Decision != Decision.Computed)
            return;

        foreach (var (source, expression) in CoverageTargets.ExpressionsOf(rule.Rule))
            Follow(source.Path, expression);
        NoteCondition(own.Expression?.Path, rule.Rule.Kind == Documents.RuleKind.Information ? null : rule.Rule.Condition, rule);
        NotePoints(rule);
        NoteBand(rule);
    }

    private void NotePoints(RuleInstance rule)
    {
        if (rule.Rule.Judged is not null || rule.Rule.IsScript || rule.Rule.Definition.Score is not { } source || rule.Rule.Score!.Evaluate(evaluation.Frame) is not { Kind: ValueKind.Number, Number: var points }) // written as Score
            return;
        if (points > rule.Weight)
            Note(source.Path, "cap");
        if (points < rule.Rule.Min)
            Note(source.Path, "floor");
    }

    private void NoteBand(RuleInstance rule)
    {
        if (rule.Rule.Judged is not { Symbol: { } symbol } judged || evaluation.Frame.Slots[symbol.Slot] is not { Kind: ValueKind.Number, Number: var share })
            return;
        foreach (var band in judged.Bands.Where(band => band.Shares.Contains(share)))
            Note(rule.Rule.Definition.Path + "/Judged", band.Name);
    }

    private void NoteCondition(string? path, Expression? condition, RuleInstance rule)
    {
        if (path is null || condition is null)
            return;
        var holds = evaluation.Find(condition, rule);
        if (holds.IsKnown)
            Note(path, holds.IsTrue ? "true" : "false");
        Follow(path, condition);
    }

    private void NoteOutcome(CompiledRubric rubric, Scorecard card)
    {
        foreach (var item in rubric.Overrides.Where(item => card.Overrides.Any(result => result.Name == item.Definition.Name && result.Status == RuleStatus.Scored)))
            Note(item.Definition.When.Path, "true");
        foreach (var check in rubric.Checks)
        {
            foreach (var result in card.Checks.Where(result => result.Code == check.Code && result.Status is CheckStatus.Passed or CheckStatus.Failed))
                Note(check.Definition.Path, result.Status == CheckStatus.Passed ? "passed" : "failed");
        }

        for (var i = 0; i < rubric.Document.Grades.Length; i++)
        {
            if (rubric.Document.Grades[i].Name == card.Grade)
                Note($"/Grades/{i}", "");
        }
    }

    private void Follow(string path, Expression expression)
    {
        Visit(expression.Explain(evaluation.Frame));

        void Visit(Explanation part)
        {
            if (part.Chosen is { } chosen)
                reached.Add(new(path, chosen.Span, ""));
            foreach (var inner in part.Parts)
                Visit(inner);
        }
    }

    private void Note(string path, string outcome) => reached.Add(new(path, null, outcome));
}
