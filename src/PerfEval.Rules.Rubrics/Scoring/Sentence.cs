using System.Buffers;
using System.Globalization;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>A sentence in both languages while it is put together; one serves a whole scorecard.</summary>
internal sealed class Sentence
{
    private const int InitialCapacity = 256;

    // No decimal is longer.
    private const int LongestNumber = 32;

    private readonly ArrayBufferWriter<char> zh = new(InitialCapacity);
    private readonly ArrayBufferWriter<char> en = new(InitialCapacity);

    /// <summary>Adds words.</summary>
    public Sentence Add(ReadOnlySpan<char> zhWords, ReadOnlySpan<char> enWords)
    {
        zh.Write(zhWords);
        en.Write(enWords);
        return this;
    }

    /// <summary>Adds what reads the same in both: names and figures.</summary>
    public Sentence Add(ReadOnlySpan<char> both) => Add(both, both);

    /// <summary>Adds words.</summary>
    public Sentence Add(Bilingual words) => Add(words.Zh, words.En);

    /// <summary>Adds points as sentences write them.</summary>
    public Sentence Add(decimal points)
    {
        Span<char> text = stackalloc char[LongestNumber];
        return Sentences.Shown(points).TryFormat(text, out var length, default, CultureInfo.InvariantCulture) ? Add(text[..length]) : Add(Sentences.Points(points));
    }

    /// <summary>The sentence; the next one starts afresh.</summary>
    public Bilingual Take()
    {
        var sentence = new Bilingual(zh.WrittenSpan.ToString(), en.WrittenSpan.ToString());
        zh.ResetWrittenCount();
        en.ResetWrittenCount();
        return sentence;
    }
}
