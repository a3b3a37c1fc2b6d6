using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Sets what a report printed against what the rubric gives: one line per reported figure. Dies with the audit.</summary>
/// <param name="scorecard">The submission's scorecard; its own <see cref="Scorecard.Audit"/> is not looked at.</param>
/// <param name="ranges">What the inputs' rounding allows; null: every figure is taken as exact.</param>
/// <param name="slips">Names the slip behind a figure that differs; null: none is looked for.</param>
internal sealed partial class Reconciler(Submission submission, Scorecard scorecard, RoundingRanges? ranges = null, SlipFinder? slips = null)
{
    private readonly Dictionary<string, RuleScore> rules = ByCode(scorecard);
    private readonly ImmutableArray<Reconciliation>.Builder lines = ImmutableArray.CreateBuilder<Reconciliation>();
    private readonly ImmutableArray<Finding>.Builder findings = submission.Findings.ToBuilder();

    /// <summary>
    /// The lines in the order scores, values, total, grade, and the findings: those of the submission first, then reported scores, values and reasons under
    /// names that do not exist (PF0005 to PF0007).
    /// </summary>
    public AuditResult Reconcile()
    {
        if (submission.Reported is { } reported)
        {
            foreach (var (code, score) in reported.Scores)
                lines.Add(ScoreLine(code, score));
            foreach (var (name, written) in reported.Values)
                lines.Add(ValueLine(name, written));
            if (reported.Total is { } total)
                lines.Add(TotalLine(total));
            if (reported.Grade is { } grade)
                lines.Add(GradeLine(grade));
            TraceSums();
        }

        foreach (var code in submission.Reasons.Keys.Where(code => !rules.ContainsKey(code)))
            findings.Add(FindingCatalogue.UnknownReason(JsonPointer.Append("/reasons", code), code, Spelling.FindNearest(code, rules.Keys)));
        return new() { Reconciliation = lines.ToImmutable(), Findings = findings.ToImmutable() };
    }

    /// <summary>A shown value, or else an input, by its normalised name.</summary>
    internal static (Value Value, NumberFormat? Format)? Find(string name, Submission submission, Scorecard scorecard)
    {
        var normalized = Names.Normalize(name);
        if (scorecard.Values.FirstOrDefault(shown => shown.Name == name || shown.Name == normalized) is { } value)
            return (value.Value, value.Format);
        return submission.Rubric.InputsByName.TryGetValue(normalized, out var input)
            ? (submission.Values[submission.Rubric.Inputs.IndexOf(input)], input.Format)
            : null;
    }

    /// <summary>Every rule, parents before their children.</summary>
    internal static List<RuleScore> Flatten(ImmutableArray<RuleScore> rules)
    {
        var all = new List<RuleScore>();
        Add(rules);
        return all;

        void Add(ImmutableArray<RuleScore> parts)
        {
            foreach (var rule in parts)
            {
                all.Add(rule);
                Add(rule.Rules);
            }
        }
    }

    private Reconciliation ScoreLine(string code, decimal reported)
    {
        var line = new Reconciliation("score", code, Write(reported), null, Verdict.CannotDerive) { Path = JsonPointer.Append("/reported/scores", code) };
        if (!rules.TryGetValue(code, out var rule))
        {
            findings.Add(FindingCatalogue.UnknownScore(line.Path, code, Spelling.FindNearest(code, rules.Keys)));
            return line;
        }

        line = line with { Name = rule.Name };
        return rule switch
        {
            { Status: RuleStatus.NotApplicable } => line with { Verdict = Verdict.Differs, Why = rule.Why },
            { Status: RuleStatus.Failed } => line with { Why = rule.Why },
            { Score: { } score } => Judge(line, reported, score, submission.Rubric.RuleRounding?.Digits, () => ranges?.FindScore(code), () => slips?.FindScore(code, reported, score)),
            _ => JudgeOpen(line, reported, rule.Range, ranges?.FindScore(code), rule.Missing),
        };
    }

    private Reconciliation TotalLine(decimal reported)
    {
        var line = new Reconciliation("total", null, Write(reported), null, Verdict.CannotDerive) { Path = "/reported/total" };
        return scorecard.Total is { } total
            ? Judge(line, reported, total, submission.Rubric.TotalRounding.Digits, () => ranges?.FindTotal(), () => slips?.FindTotal(reported, total))
            : JudgeOpen(line, reported, scorecard.Range, ranges?.FindTotal(), Missing());
    }

    private ImmutableArray<string> Missing() => [.. Flatten(scorecard.Rules).SelectMany(rule => rule.Missing).Distinct(StringComparer.Ordinal)];

    private Reconciliation GradeLine(string grade)
    {
        var line = new Reconciliation("grade", null, grade, scorecard.Grade, Verdict.CannotDerive) { Path = "/reported/grade" };
        if (scorecard.Grade == grade)
            return line with { Verdict = Verdict.Agrees };
        if (scorecard.Grade is not null)
            return line with { Verdict = GradesOf(ranges?.FindTotal()).Contains(grade) ? Verdict.WithinRounding : Verdict.Differs };
        var possible = GradesOf(ranges?.FindTotal() ?? scorecard.Range);
        return possible.IsEmpty || possible.Contains(grade)
            ? line with { Missing = Missing(), Range = scorecard.Range }
            : line with { Verdict = Verdict.Differs, Computed = string.Join('/', possible), Range = scorecard.Range };
    }

    /// <summary>The grades that totals of a range have, the best first; empty where overrides or exclusion may decide otherwise.</summary>
    private ImmutableArray<string> GradesOf(ScoreRange? range)
    {
        var document = submission.Rubric.Document;
        if (range is not { } totals || document.Overrides.Any(item => item.Grade is not null) || document.NotApplicable == Documents.NotApplicablePolicy.Exclude)
            return [];
        var (best, worst) = (OutcomeScorer.GradeOf(submission.Rubric, totals.Max), OutcomeScorer.GradeOf(submission.Rubric, totals.Min));
        var names = document.Grades.Select(grade => grade.Name).ToList();
        return best is null || worst is null ? [] : [.. names[names.IndexOf(best)..(names.IndexOf(worst) + 1)]];
    }

    private Reconciliation ValueLine(string name, string written)
    {
        var line = new Reconciliation("value", name, written, null, Verdict.CannotDerive) { Path = JsonPointer.Append("/reported/values", name) };
        if (Find(name, submission, scorecard) is { } found)
            return found.Value.IsKnown ? JudgeValue(line, written, found.Value, found.Format) : JudgeOpenValue(line, written, found.Value, found.Format);
        var known = scorecard.Values.Select(shown => shown.Name);
        findings.Add(FindingCatalogue.UnknownValue(line.Path, name, Spelling.FindNearest(name, known)));
        return line;
    }

    private static Dictionary<string, RuleScore> ByCode(Scorecard scorecard)
    {
        var rules = new Dictionary<string, RuleScore>(StringComparer.Ordinal);
        foreach (var rule in Flatten(scorecard.Rules))
            rules.TryAdd(rule.Code, rule);
        return rules;
    }

    private static string Write(decimal reported) => reported.ToString(CultureInfo.InvariantCulture);
}
