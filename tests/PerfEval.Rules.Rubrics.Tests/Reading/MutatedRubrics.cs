using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

/// <summary>Rubric files spoilt at random: the same ones for the same seed.</summary>
internal sealed partial class MutatedRubrics(int seed)
{
    private static readonly string[] Hostile =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "0", "-1", "1e28", "1e999", "0.0000000000000000000000000001", "79228162514264337593543950335", "\"\"", "\"\\ud800\"",
        "\"a\\u0000b\"", "\"$(\"", "\"$(1/0)\"", "\"1 / 0\"", "\"a?[a?[a?[\"", "\"row\"", "\"children\"", "\"$(row.a, 3)\"", "[[[[]]]]", "{\"Name\": 1}", "\u0000", "// x", "/*", "＂", "\uFEFF",
        "\"Table\"", "\"Choice\"", "\"Scored\"", "\"Information\"", "\"ForEach\"", "\"Judged\"", "\"Weight\"", "\"Rules\"", "\"万元\"", "\"%\"",
    ];

    private const string Signs = "()[]{}+-*/?:,.<>=!&|\"\\%x9元“”（）\n";

    private readonly Random random = new(seed);

    /// <summary>The file after one or two mutations, as bytes: not necessarily valid UTF-8.</summary>
    public byte[] Next(string file)
    {
        var text = file;
        for (var i = random.Next(1, 3); i > 0; i--)
            text = MutateTokens(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(10) == 0 ? MutateBytes(bytes) : bytes;
    }

    private string MutateTokens(string text)
    {
        var tokens = Tokens().Matches(text);
        if (tokens.Count == 0)
            return Hostile[random.Next(Hostile.Length)];
        var (token, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
        return random.Next(10) switch
        {
            0 => text.Remove(token.Index, token.Length),
            1 => text.Insert(token.Index, token.Value),
            2 or 3 => Replace(text, token, other.Value),
            4 or 5 => Replace(text, token, Hostile[random.Next(Hostile.Length)]),
            6 => Replace(text, token, new string((char)('0' + random.Next(10)), random.Next(1, 401))),
            7 => Replace(text, token, Repeat("[", random.Next(1, 300)) + token.Value + Repeat("]", random.Next(1, 300))),
            _ => MutateInside(text, token),
        };
    }

    // A character within a token: most of them are texts with expressions.
    private string MutateInside(string text, Match token)
    {
        var at = token.Index + random.Next(token.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
            _ => text.Insert(at, text[Math.Max(0, at - random.Next(1, 20))..at]),
        };
    }

    private byte[] MutateBytes(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        if (random.Next(2) == 0)
            return bytes[..at];
        bytes[at] = (byte)random.Next(256);
        return bytes;
    }

    private static string Replace(string text, Match token, string by) => string.Concat(text.AsSpan(0, token.Index), by, text.AsSpan(token.Index + token.Length));

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    [GeneratedRegex("""
        "(\\.|[^"\\])*"|[{}\[\]:,]|[-+.\w]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}
