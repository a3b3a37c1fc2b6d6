using System.Globalization;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>Where elements of lists lie in the document, as JSON Pointers.</summary>
internal static class ElementPlace
{
    /// <summary>The list that an element lies in.</summary>
    public static string ListOf(string element) => element[..element.LastIndexOf('/')];

    /// <summary>The place of an element in its list, from 0; -1 where it is no element of a list.</summary>
    public static int IndexOf(string element) => int.TryParse(element[(element.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    /// <summary>An element of a list.</summary>
    public static string In(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}");

    /// <summary>The element before one; null: it is the first.</summary>
    public static string? Before(string element) => IndexOf(element) is > 0 and var index ? In(ListOf(element), index - 1) : null;

    /// <summary>Where an element lies once it has been moved into a list.</summary>
    /// <param name="list">As the list was called before.</param>
    public static string AfterMove(string element, string list, int index)
    {
        var (from, position) = (ListOf(element), IndexOf(element));
        if (!list.StartsWith(from + "/", StringComparison.Ordinal))
            return In(list, index);
        // The list lies in a neighbour, which moves up when what stood before it is taken out.
        var rest = list[(from.Length + 1)..];
        var step = rest.Split('/')[0];
        var neighbour = int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture);
        return In(In(from, neighbour > position ? neighbour - 1 : neighbour) + rest[step.Length..], index);
    }
}
