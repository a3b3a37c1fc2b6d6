using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>What an input admits, in figures.</summary>
internal static class InputRange
{
    public static string Of(LinkedInput input)
    {
        var definition = input.Definition;
        if (input.Bands is { IsEmpty: false } bands)
            return string.Join(" · ", bands.Select(band => band.Name));
        if (!definition.Choices.IsEmpty)
            return string.Join(" · ", definition.Choices);
        var low = definition.Min is { } min ? "≥ " + Points.Of(min) : definition.MinExclusive is { } above ? "> " + Points.Of(above) : null;
        var high = definition.Max is { } max ? "≤ " + Points.Of(max) : definition.MaxExclusive is { } below ? "< " + Points.Of(below) : null;
        return string.Join("  ", new[] { low, high, definition.ChoicesFrom }.OfType<string>());
    }
}
