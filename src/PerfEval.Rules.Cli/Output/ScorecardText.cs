using System.Globalization;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Cli.Output;

/// <summary>The scorecard as a table for people.</summary>
internal static class ScorecardText
{
    public static void Write(TextWriter output, Scorecard card, string language)
    {
        var isChinese = language == "zh";
        output.WriteLine($"{card.Rubric.Name}@{card.Rubric.Version}  {card.Rubric.Hash}");
        var subject = string.Join(" · ", new[] { card.Department, card.Subject, card.Period }.Where(part => !string.IsNullOrEmpty(part)));
        if (subject.Length > 0)
            output.WriteLine(subject);
        output.WriteLine();
        WriteRules(output, card, isChinese, language);
        WriteTotal(output, card, isChinese);
        WriteChecks(output, card, isChinese, language);
        WriteAudit(output, card, isChinese);
    }

    private static void WriteRules(TextWriter output, Scorecard card, bool isChinese, string language)
    {
        var lines = card.Rules.SelectMany(rule => Lines(rule, 0, language)).ToList();
        var header = isChinese ? new Line("代码", "指标", "分值", "得分", "说明") : new Line("code", "indicator", "weight", "score", "why");
        var all = lines.Prepend(header).ToList();
        var (code, name, weight, score) = (Widest(all, line => line.Code), Widest(all, line => line.Name), Widest(all, line => line.Weight), Widest(all, line => line.Score));
        foreach (var line in all)
            output.WriteLine($"{TextColumns.PadRight(line.Code, code)}  {TextColumns.PadRight(line.Name, name)}  {TextColumns.PadLeft(line.Weight, weight)}  {TextColumns.PadLeft(line.Score, score)}  {line.Why}".TrimEnd());
        output.WriteLine();
    }

    private static int Widest(List<Line> lines, Func<Line, string> column) => lines.Max(line => TextColumns.Width(column(line)));

    private static IEnumerable<Line> Lines(RuleScore rule, int depth, string language)
    {
        var indent = new string(' ', depth * 2);
        var line = new Line(rule.Code, indent + rule.Name, Show(rule.Weight), ScoreOf(rule), rule.Why.For(language));
        return rule.Rules.SelectMany(child => Lines(child, depth + 1, language)).Prepend(line);
    }

    /// <summary>The score; a dash where the rule does not apply, a range where it is open.</summary>
    public static string ScoreOf(RuleScore rule) => rule switch
    {
        { Score: { } score } => Show(score),
        { Status: RuleStatus.NotApplicable } => "—",
        { Range: { } range } => $"{Show(range.Min)}–{Show(range.Max)}",
        _ => "",
    };

    private static void WriteTotal(TextWriter output, Scorecard card, bool isChinese)
    {
        if (!card.IsScored)
            return;
        var total = card.Total is { } known ? Show(known) : card.Range is { } range ? $"{Show(range.Min)}–{Show(range.Max)}" : "—";
        var full = card.FullScore is { } score ? " / " + Show(score) : "";
        output.WriteLine((isChinese ? "总分 " : "total ") + total + full + (card.Grade is { } grade ? $"  {grade}" : ""));
        foreach (var item in card.Overrides)
            output.WriteLine($"  {item.Name}{OpenMark(item, isChinese)}: {item.Message}".TrimEnd(' ', ':'));
        if (!card.Complete)
            output.WriteLine(isChinese ? "必填数据不全" : "required inputs are missing");
    }

    // Whether it holds is not known: what it says must not be taken for said.
    private static string OpenMark(OverrideResult item, bool isChinese) => item switch
    {
        { Status: RuleStatus.Scored } => "",
        { Missing.IsEmpty: true } => isChinese ? "（无法判断）" : " (cannot be told)",
        _ => isChinese ? $"（尚不能判断，取决于 {string.Join('、', item.Missing)}）" : $" (open, depends on {string.Join(", ", item.Missing)})",
    };

    private static void WriteChecks(TextWriter output, Scorecard card, bool isChinese, string language)
    {
        var told = card.Checks.Where(check => check.Status is CheckStatus.Failed or CheckStatus.Undetermined).ToList();
        if (card.Checks.IsEmpty)
            return;
        var passed = card.Checks.Count(check => check.Status == CheckStatus.Passed);
        output.WriteLine();
        output.WriteLine(isChinese ? $"勾稽关系：{passed} 项成立，{told.Count} 项不成立或无法判断" : $"checks: {passed} hold, {told.Count} fail or are open");
        foreach (var check in told)
            output.WriteLine($"  [{Word(check, isChinese)}] {check.Name}{(check.Row is null ? "" : $" [{check.Row}]")}: {check.Message?.For(language)}");
    }

    private static string Word(CheckResult check, bool isChinese) => check.Status == CheckStatus.Undetermined ? "?" : VerdictWords.Of(check.Severity.ToString(), isChinese);

    private static void WriteAudit(TextWriter output, Scorecard card, bool isChinese)
    {
        if (card.Audit.Reconciliation.IsEmpty && card.Audit.Findings.IsEmpty)
            return;
        output.WriteLine();
        if (!card.Audit.Reconciliation.IsEmpty)
        {
            var differing = card.Audit.Reconciliation.Count(line => line.Verdict != Verdict.Agrees);
            output.WriteLine(isChinese ? $"与上报数核对：{card.Audit.Reconciliation.Length} 项，{differing} 项未能一致" : $"reconciled: {card.Audit.Reconciliation.Length}, of which {differing} do not agree");
        }

        var entries = AuditList.Of(card).Where(entry => entry.What is not "check").ToList(); // checks have been told
        if (entries.Count > 0)
            AuditText.WriteEntries(output, entries, isChinese);
    }

    /// <summary>A number without trailing zeros; nothing for none.</summary>
    public static string Show(decimal? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    private sealed record Line(string Code, string Name, string Weight, string Score, string Why);
}
