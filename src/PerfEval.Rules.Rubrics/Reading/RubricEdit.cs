using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Changes single properties of a rubric file and leaves every other character as typed, comments too.</summary>
public static class RubricEdit
{
    /// <summary>The text with its <c>Version</c>, and what it <c>Supersedes</c>, set; null when the text is no JSON object with a Version.</summary>
    /// <param name="supersedes">Null: whatever the text says stays.</param>
    public static string? WithVersion(string text, string version, string? supersedes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(version);
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (JsonTreeReader.Read(utf8) is not (JsonObject root, null) || root.Find("Version") is not { } old)
            return null;
        var splices = ImmutableArray.CreateBuilder<Splice>();
        splices.Add(new(old.Start, old.End, Quote(version)));
        if (supersedes is not null && root.Find("Supersedes") is { } previous)
            splices.Add(new(previous.Start, previous.End, Quote(supersedes)));
        else if (supersedes is not null)
            splices.Add(new(old.End, old.End, $", \"Supersedes\": {Quote(supersedes)}"));
        return Apply(utf8, splices);
    }

    private static string Apply(byte[] utf8, IEnumerable<Splice> splices)
    {
        var builder = new StringBuilder();
        var position = 0;
        foreach (var splice in splices.OrderBy(splice => splice.Start))
        {
            builder.Append(Encoding.UTF8.GetString(utf8, position, splice.Start - position)).Append(splice.Text);
            position = splice.End;
        }

        return builder.Append(Encoding.UTF8.GetString(utf8, position, utf8.Length - position)).ToString();
    }

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private readonly record struct Splice(int Start, int End, string Text);
}
