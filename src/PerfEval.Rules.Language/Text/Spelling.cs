namespace PerfEval.Rules.Language.Text;

/// <summary>Finds the known word that a mistyped one most likely stands for.</summary>
public static class Spelling
{
    // A longer name is never compared: the table below grows with the product of the lengths.
    private const int MaxLength = 100;

    /// <summary>
    /// The known word nearest to <paramref name="word"/>, or null when none is near enough: a third of its characters may be inserted, lost, replaced or swapped
    /// with their neighbour, and at least one. Letter case alone is no difference. Of equally near words the first.
    /// </summary>
    public static string? FindNearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength)
            return null;

        var (nearest, least) = (default(string), Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) >= least)
                continue;
            var distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance < Math.Max(word.Length, candidate.Length))
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>The Damerau–Levenshtein distance (optimal string alignment) of two texts, by UTF-16 characters.</summary>
    public static int Distance(string from, string to)
    {
        var (before, previous, current) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[to.Length];
    }
}
