namespace PerfEval.Rules.Language.Text;

/// <summary>The corrections that lexer and parser offer.</summary>
internal static class SyntaxFixes
{
    public static TextFix Replace(TextSpan span, string newText) =>
        new(new($"改为 `{newText}`", $"write `{newText}`"), [new(span, newText)]);

    public static TextFix Insert(int position, string newText) =>
        new(new($"插入 `{newText.Trim()}`", $"insert `{newText.Trim()}`"), [new(new(position, 0), newText)]);

    public static TextFix Delete(TextSpan span) =>
        new(new("删除", "delete it"), [new(span, "")]);

    /// <summary>Text from outside as a message shows it: one line, not too long, nothing invisible.</summary>
    public static string Shown(ReadOnlySpan<char> typed)
    {
        const int most = 40;
        var shown = new System.Text.StringBuilder();
        foreach (var rune in (typed.Length > most ? typed[..most] : typed).EnumerateRunes())
        {
            var isVisible = !System.Text.Rune.IsControl(rune) && rune != System.Text.Rune.ReplacementChar;
            shown.Append(isVisible ? rune.ToString() : "�");
        }

        return typed.Length > most ? shown.Append('…').ToString() : shown.ToString();
    }
}
