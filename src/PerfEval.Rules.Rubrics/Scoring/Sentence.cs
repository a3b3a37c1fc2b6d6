using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>A sentence in both languages while it is put together; one serves a whole scorecard.</summary>
internal sealed class Sentence
{
    private readonly StringBuilder zh = new(256);
    private readonly StringBuilder en = new(256);

    /// <summary>Adds words.</summary>
    public Sentence Add(string zhWords, string enWords)
    {
        zh.Append(zhWords);
        en.Append(enWords);
        return this;
    }

    /// <summary>Adds what reads the same in both: names and figures.</summary>
    public Sentence Add(string both) => Add(both, both);

    /// <summary>Adds words.</summary>
    public Sentence Add(Bilingual words) => Add(words.Zh, words.En);

    /// <summary>The sentence; the next one starts afresh.</summary>
    public Bilingual Take()
    {
        var sentence = new Bilingual(zh.ToString(), en.ToString());
        zh.Clear();
        en.Clear();
        return sentence;
    }
}
