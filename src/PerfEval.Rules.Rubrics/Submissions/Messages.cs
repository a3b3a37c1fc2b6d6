using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>Phrases that messages about submissions share.</summary>
internal static class Messages
{
    private const int MaxQuoted = 60;

    /// <summary>A text from outside, short enough to be quoted; never cut inside a surrogate pair.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxQuoted)
            return text;
        var end = char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>That there is no such thing, and what was probably meant.</summary>
    public static Bilingual Unknown(Bilingual what, string name, string? nearest)
    {
        var message = new Bilingual($"{what.Zh} `{Shorten(name)}`", $"{what.En} `{Shorten(name)}`");
        return nearest is null ? message : new($"{message.Zh}，是否指 `{nearest}`", $"{message.En}, did you mean `{nearest}`");
    }
}
