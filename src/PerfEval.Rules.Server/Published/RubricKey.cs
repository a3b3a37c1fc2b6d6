using System.Globalization;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Server.Published;

/// <summary>Which submissions a rubric is for.</summary>
internal readonly record struct RubricKey(string Region, int Year, string Scope)
{
    /// <summary>The key of a document.</summary>
    public static RubricKey Of(Rubric document) => new(document.Region.Code, document.Year, document.Scope);

    /// <summary>Reads <c>region/year/scope</c>, or null.</summary>
    public static RubricKey? Find(string name) =>
        name.Split('/') is [var region, var year, var scope] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(region, number, scope)
            : null;

    /// <summary>The rubric's WorkflowName.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Region}/{Year}/{Scope}");

    /// <summary>This key, then those of the city, the province and the nation: 440303, 440300, 440000, 000000.</summary>
    public IEnumerable<RubricKey> WithFallbacks()
    {
        yield return this;
        if (Region.Length != 6)
            yield break;
        var narrower = Region;
        foreach (var digits in (int[])[4, 2, 0])
        {
            var wider = Region[..digits].PadRight(6, '0');
            if (wider == narrower)
                continue;
            narrower = wider;
            yield return this with { Region = wider };
        }
    }
}
