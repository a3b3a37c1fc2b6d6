using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

/// <summary>A row of tests/cases/rubric-faults.csv: a file with its faults marked, and their codes.</summary>
internal sealed partial record RubricFault(string Text, (int Start, int End)[] Marks, string[] Codes, string? Path)
{
    private const string Open = "[|";
    private const string Close = "|]";

    // What a document needs; a row leaves out what it has itself.
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["WorkflowName"] = "\"440303/2020/department\"",
        ["Region"] = """{ "Code": "440303" }""",
        ["Year"] = "2020",
        ["Scope"] = "\"department\"",
        ["Version"] = "\"1.0.0\"",
        ["Inputs"] = "[]",
        ["Rules"] = """[{ "RuleName": "一", "Weight": 100, "Score": "100" }]""",
    };

    public static IEnumerable<string[]> Rows =>
        from line in File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "cases", "rubric-faults.csv"))
        where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
        select line.Split(" ; ");

    public static RubricFault Of(string[] row)
    {
        var marked = Repeats().Replace(row[0].Replace('⏎', '\n'), match => new StringBuilder().Insert(0, match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).ToString());
        if (marked.StartsWith('"'))
            marked = Complete(marked);
        var text = new StringBuilder();
        var marks = new List<(int Start, int End)>();
        for (var i = 0; i < marked.Length;)
        {
            if (marked.IndexOf(Open, i, StringComparison.Ordinal) is not (>= 0 and var open))
            {
                text.Append(marked, i, marked.Length - i);
                break;
            }

            var close = marked.IndexOf(Close, open, StringComparison.Ordinal);
            text.Append(marked, i, open - i);
            marks.Add((text.Length, text.Length + close - open - Open.Length));
            text.Append(marked, open + Open.Length, close - open - Open.Length);
            i = close + Close.Length;
        }

        return new(text.ToString(), [.. marks], row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ElementAtOrDefault(2));
    }

    private static string Complete(string members)
    {
        var own = TopNames(members).ToHashSet(StringComparer.Ordinal);
        var added = Needed.Where(needed => !own.Contains(needed.Key)).Select(needed => $",\n\"{needed.Key}\": {needed.Value}");
        return "{\n" + members + string.Concat(added) + "\n}";
    }

    // The names of members at the top: quoted, outside of every bracket, before a colon.
    private static IEnumerable<string> TopNames(string members)
    {
        var depth = 0;
        foreach (Match token in Tokens().Matches(members.Replace(Open, "", StringComparison.Ordinal).Replace(Close, "", StringComparison.Ordinal)))
        {
            if (token.Value is "{" or "[")
                depth++;
            else if (token.Value is "}" or "]")
                depth--;
            else if (depth == 0 && token.Groups[1].Success)
                yield return token.Groups[1].Value;
        }
    }

    [GeneratedRegex("""\{(.)×(\d+)\}?""")]
    private static partial Regex Repeats();

    [GeneratedRegex("""[{}\[\]]|"((?:\\.|[^"\\])*)"\s*:|"(?:\\.|[^"\\])*""" + "\"")]
    private static partial Regex Tokens();
}
