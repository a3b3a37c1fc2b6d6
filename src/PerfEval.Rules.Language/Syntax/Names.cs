using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>
/// What a name is: a letter of any script or <c>_</c>, then letters, digits, marks and <c>_</c>, all by their NFKC form (a full-width <c>Ａ１</c> is <c>A1</c>).
/// Keywords and a sole <c>_</c> are no names.
/// </summary>
public static class Names
{
    /// <summary>The keywords. Case matters, except that other cases of <c>true</c>, <c>false</c> and <c>null</c> are no names either.</summary>
    public static FrozenSet<string> Keywords { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "true", "false", "null", "is", "switch", "when", "and", "or", "not", "_");

    /// <summary>The form in which names are compared (NFKC). A text that is no Unicode (a lone surrogate, a noncharacter) comes back as it is.</summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsPlain(name) || !IsUnicode(name) ? name : name.Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Whether the text as a whole is a name, typed as it is or normalised.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && LengthAt(text, 0) == text.Length && !IsReserved(Normalize(text));
    }

    /// <summary>The number of UTF-16 characters of the name or keyword that begins at a place; 0 where none does.</summary>
    internal static int LengthAt(string text, int start)
    {
        var end = start;
        while (end < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var length) == System.Buffers.OperationStatus.Done
            && IsPart(rune, isFirst: end == start))
            end += length;
        return end - start;
    }

    /// <summary>Whether a name goes on (or a number is followed by letters) at a place.</summary>
    internal static bool ContinuesAt(string text, int index) =>
        index < text.Length
        && Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out _) == System.Buffers.OperationStatus.Done
        && IsPart(rune, isFirst: false);

    private static bool IsReserved(string name) =>
        Keywords.Contains(name) || FindLiteralWord(name) is not null;

    /// <summary><c>true</c>, <c>false</c> or <c>null</c> for that word in any case, else null.</summary>
    internal static string? FindLiteralWord(string name) =>
        name.Length is 4 or 5 ? name.ToLowerInvariant() switch { "true" => "true", "false" => "false", "null" => "null", _ => null } : null;

    private static bool IsPart(Rune rune, bool isFirst)
    {
        if (rune.IsAscii)
            return Rune.IsLetter(rune) || rune.Value == '_' || (!isFirst && Rune.IsDigit(rune));
        if (rune.Value is >= 0x4E00 and <= 0x9FFF)
            return true;

        // A sign may be a letter by its category and something else by its NFKC form (U+FDFA holds spaces), and the other way round.
        foreach (var part in Normalize(rune.ToString()).EnumerateRunes())
        {
            if (!IsPlainPart(part, isFirst))
                return false;
            isFirst = false;
        }

        return true;
    }

    private static bool IsPlainPart(Rune rune, bool isFirst) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.LetterNumber => true, // 〇, as in 二〇二五
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !isFirst,
        _ => rune.Value == '_',
    };

    // Nearly every name: ASCII and unified ideographs are their own normal form, alone and side by side.
    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAscii(c) && c is < '\u4E00' or > '\u9FFF')
                return false;
        }

        return true;
    }

    // Lone surrogates and noncharacters (U+FFFF) have no normal form.
    private static bool IsUnicode(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
                return false;
            index += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
