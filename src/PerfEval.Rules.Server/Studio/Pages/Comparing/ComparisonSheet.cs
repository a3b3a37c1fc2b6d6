using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;

namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>A comparison as a table for a spreadsheet: a line per rule, a column per version.</summary>
internal static class ComparisonSheet
{
    public static string Write(SubmissionComparison comparison, ImmutableArray<string> names, Texts texts)
    {
        var sheet = new CsvText();
        sheet.Line([texts["Compare.Code"], texts["Score.Indicator"], .. names.Select(name => SideShelf.NameOf(name, texts)), texts["Changes.Title"]]);
        sheet.Line(["", texts["Compare.Total"], .. comparison.Rubrics.Select(column => ScoreText.Of(column.Scorecard?.Total, column.Scorecard?.Range)), ""]);
        sheet.Line(["", texts["Compare.Grade"], .. comparison.Rubrics.Select(column => column.Scorecard?.Grade ?? ""), ""]);
        foreach (var rule in comparison.Rules)
            sheet.Line([rule.Code, rule.Name, .. names.Select((_, i) => ValueIn(rule, i)), string.Join('\n', rule.Changes.Select(change => texts.Of(change.Change.Message)))]);
        return sheet.ToString();
    }

    private static string ValueIn(ComparedRule rule, int column) => rule.Scores.FirstOrDefault(cell => cell.Column == column) is { } cell ? ScoreText.ValueOf(cell.Rule) : "";
}

/// <summary>Comma-separated values as office programs open them: UTF-8 that says so, and no cell that they would take for a formula.</summary>
internal sealed class CsvText
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly StringBuilder text = new(ByteOrderMark.ToString());

    public void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    public override string ToString() => text.ToString();

    private static string Quote(string cell)
    {
        var isFormula = cell is ['=' or '+' or '-' or '@' or '\t', ..] && !decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _);
        return $"\"{(isFormula ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
