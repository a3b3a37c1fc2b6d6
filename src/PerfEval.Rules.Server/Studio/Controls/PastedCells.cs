using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>A block of cells as a spreadsheet puts it on the clipboard: rows by lines, columns by tabs, and a cell that holds either of them in quotation marks.</summary>
internal static partial class PastedCells
{
    /// <summary>The cells by rows; the lines of a cell are joined, as no cell here has several.</summary>
    public static ImmutableArray<ImmutableArray<string>> Read(string text)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var row = ImmutableArray.CreateBuilder<string>();
        foreach (Match cell in Cell().Matches(text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"))
        {
            var quoted = cell.Groups["quoted"];
            row.Add((quoted.Success ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal).Replace('\n', ' ') : cell.Groups["plain"].Value).Trim());
            if (cell.Groups["end"].Value == "\n")
                rows.Add(row.DrainToImmutable());
        }

        return rows.DrainToImmutable();
    }

    [GeneratedRegex("""\G(?:"(?<quoted>(?:[^"]|"")*)"(?=[\t\n])|(?<plain>[^\t\n]*))(?<end>[\t\n])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();
}
