using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Sets what a report printed against what the rubric gives. Pure; beside the score, never part of it.</summary>
public static class Reconciler
{
    /// <summary>
    /// One line per reported figure, compared at the digits written, and the findings: those of the submission first, then reported scores, values and reasons
    /// under names that do not exist (PF0005 to PF0007).
    /// </summary>
    /// <param name="scorecard">The submission's scorecard; its own <see cref="Scorecard.Audit"/> is not looked at.</param>
    public static AuditResult Reconcile(Submission submission, Scorecard scorecard)
    {
        if (submission.Reported is null && submission.Reasons.IsEmpty)
            return new() { Findings = submission.Findings };
        var rules = new Dictionary<string, RuleScore>(StringComparer.Ordinal);
        foreach (var rule in Flatten(scorecard.Rules))
            rules.TryAdd(rule.Code, rule);
        var findings = submission.Findings.ToBuilder();
        var lines = ImmutableArray.CreateBuilder<Reconciliation>();
        if (submission.Reported is { } reported)
        {
            AddScores(reported, rules, lines, findings);
            AddValues(reported, submission, scorecard, lines, findings);
            AddOutcome(reported, scorecard, lines);
        }

        foreach (var code in submission.Reasons.Keys.Where(code => !rules.ContainsKey(code)))
            findings.Add(FindingCatalogue.UnknownReason(JsonPointer.Append("/reasons", code), code, Spelling.FindNearest(code, rules.Keys)));
        return new() { Reconciliation = lines.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static void AddScores(
        ReportedFigures reported, Dictionary<string, RuleScore> rules, ImmutableArray<Reconciliation>.Builder lines, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var (code, score) in reported.Scores)
        {
            var rule = rules.GetValueOrDefault(code);
            if (rule is null)
                findings.Add(FindingCatalogue.UnknownScore(JsonPointer.Append("/reported/scores", code), code, Spelling.FindNearest(code, rules.Keys)));
            lines.Add(rule is { Status: RuleStatus.NotApplicable }
                ? new("score", code, Write(score), null, Verdict.Differs)
                : Line("score", code, score, rule?.Score, rule?.Missing ?? []));
        }
    }

    private static void AddValues(
        ReportedFigures reported, Submission submission, Scorecard scorecard, ImmutableArray<Reconciliation>.Builder lines, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var (name, written) in reported.Values)
        {
            if (Find(name, submission, scorecard) is { } value)
            {
                lines.Add(Line(name, written, value.Value, value.Format));
                continue;
            }

            var known = scorecard.Values.Select(shown => shown.Name);
            findings.Add(FindingCatalogue.UnknownValue(JsonPointer.Append("/reported/values", name), name, Spelling.FindNearest(name, known)));
            lines.Add(new("value", name, written, null, Verdict.CannotDerive));
        }
    }

    private static void AddOutcome(ReportedFigures reported, Scorecard scorecard, ImmutableArray<Reconciliation>.Builder lines)
    {
        ImmutableArray<string> missing = [.. Flatten(scorecard.Rules).SelectMany(rule => rule.Missing).Distinct(StringComparer.Ordinal)];
        if (reported.Total is { } total)
            lines.Add(Line("total", null, total, scorecard.Total, missing));
        if (reported.Grade is not { } grade)
            return;
        lines.Add(scorecard.Grade is { } computed
            ? new("grade", null, grade, computed, computed == grade ? Verdict.Agrees : Verdict.Differs)
            : new("grade", null, grade, null, Verdict.CannotDerive) { Missing = missing });
    }

    private static Reconciliation Line(string what, string? code, decimal reported, decimal? computed, ImmutableArray<string> missing)
    {
        if (computed is not { } points)
            return new(what, code, Write(reported), null, Verdict.CannotDerive) { Missing = missing };
        var figure = WrittenFigure.Compare(reported, points);
        return new(what, code, Write(reported), figure.Computed, VerdictOf(figure)) { Difference = figure.Difference };
    }

    private static Reconciliation Line(string name, string written, Value computed, NumberFormat? format)
    {
        if (!computed.IsKnown)
            return new("value", name, written, null, Verdict.CannotDerive) { Missing = [.. computed.Absence.Gaps.Select(gap => gap.Name)] };
        var figure = WrittenFigure.Compare(written, computed, format);
        return new("value", name, written, figure.Computed, VerdictOf(figure)) { Difference = figure.Difference };
    }

    private static Verdict VerdictOf(WrittenFigure figure) => figure.Agrees ? Verdict.Agrees : Verdict.Differs;

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
    internal static IEnumerable<RuleScore> Flatten(ImmutableArray<RuleScore> rules) => rules.SelectMany(rule => Flatten(rule.Rules).Prepend(rule));

    private static string Write(decimal reported) => reported.ToString(CultureInfo.InvariantCulture);
}
