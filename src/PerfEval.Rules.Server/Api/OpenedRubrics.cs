using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Server.Api;

/// <summary>
/// The rubrics that calls of the language were about last, opened: an editor asks at every stroke, and opening a rubric means to read and link all of it.
/// Safe to share between threads; an opened rubric itself serves one call at a time.
/// </summary>
internal sealed class OpenedRubrics
{
    /// <summary>How many are kept: about one for each author at work.</summary>
    public const int MostKept = 16;

    private readonly Lock gate = new();
    private readonly LinkedList<RubricEditor> kept = [];

    /// <summary>A rubric for the caller alone, until it is given back.</summary>
    public RubricEditor Take(string text)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Text != text)
                    continue;
                kept.Remove(node);
                return node.Value;
            }
        }

        return RubricEditor.Open(text);
    }

    /// <summary>Gives one back for the next call; the one used longest ago makes room.</summary>
    public void Return(RubricEditor opened)
    {
        lock (gate)
        {
            kept.AddFirst(opened);
            if (kept.Count > MostKept)
                kept.RemoveLast();
        }
    }
}
