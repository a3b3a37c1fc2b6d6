namespace PerfEval.Rules.Language.Text;

/// <summary>One message in the product's two languages; both always present.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The same text in both languages, for names and figures.</summary>
    public static Bilingual Same(string text) => new(text, text);

    /// <summary>The text for a language tag: Chinese for <c>zh…</c>, English otherwise.</summary>
    public string For(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
