using System.Globalization;
using PerfEval.Rules.Rubrics.Comparison;

namespace PerfEval.Rules.Cli.Output;

/// <summary>One submission under two rubrics as a table for people.</summary>
internal static class ComparisonText
{
    private const int FirstFigure = 2;

    public static void Write(TextWriter output, SubmissionComparison comparison, string language)
    {
        foreach (var (index, column) in comparison.Rubrics.Index())
            output.WriteLine($"[{index + 1}] {column.Rubric.Name}@{column.Rubric.Version}  {column.Rubric.Hash}");
        output.WriteLine();
        var isChinese = language == "zh";
        string[] header = isChinese ? ["代码", "指标", "[1] 分值", "得分", "[2] 分值", "得分", "变化", "改动"] : ["code", "indicator", "[1] weight", "score", "[2] weight", "score", "change", "what changed"];
        string[] total = [isChinese ? "总分" : "total", "", "", TotalOf(comparison.Rubrics[0]), "", TotalOf(comparison.Rubrics[1]), Change(comparison.Rubrics[1].Difference), ""];
        WriteTable(output, [header, .. comparison.Rules.Select(rule => Cells(rule, language)), total]);
        if (comparison.Changes.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine(isChinese ? "其他改动：" : "what else changed:");
        foreach (var (_, change) in comparison.Changes)
            output.WriteLine($"  {change.Message.For(language)}");
    }

    private static string[] Cells(ComparedRule rule, string language)
    {
        var (before, after) = (rule.Scores.FirstOrDefault(cell => cell.Column == 0), rule.Scores.FirstOrDefault(cell => cell.Column == 1));
        var changes = string.Join('；', rule.Changes.Select(change => change.Change.Message.For(language)));
        return
        [
            rule.Code, rule.Name, ScorecardText.Show(before?.Rule.Weight), before is null ? "" : ScorecardText.ScoreOf(before.Rule),
            ScorecardText.Show(after?.Rule.Weight), after is null ? "" : ScorecardText.ScoreOf(after.Rule), Change(after?.Difference), changes,
        ];
    }

    private static string TotalOf(ComparedRubric column) => column.Scorecard switch
    {
        null => "—",
        { Total: { } total } => ScorecardText.Show(total),
        { Range: { } range } => $"{ScorecardText.Show(range.Min)}–{ScorecardText.Show(range.Max)}",
        _ => "—",
    };

    // What stays the same is left blank, so that the eye finds what does not.
    private static string Change(decimal? difference) => difference is null or 0 ? "" : difference.Value.ToString("+0.##########;-0.##########", CultureInfo.InvariantCulture);

    private static void WriteTable(TextWriter output, string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => TextColumns.Width(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column >= FirstFigure && column < row.Length - 1 ? TextColumns.PadLeft(cell, widths[column]) : TextColumns.PadRight(cell, widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
