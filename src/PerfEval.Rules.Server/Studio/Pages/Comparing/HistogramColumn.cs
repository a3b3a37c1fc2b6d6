using PerfEval.Rules.Rubrics.Impacts;

namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>A pair of columns of the histogram.</summary>
public sealed record HistogramColumn(string Label, double Before, double After)
{
    public static HistogramColumn Of(ImpactBin bin)
    {
        ArgumentNullException.ThrowIfNull(bin);
        return new(LabelOf(bin), bin.Before, bin.After);
    }

    private static string LabelOf(ImpactBin bin) => (bin.From, bin.To) switch
    {
        (null, var to) => "<" + Points.Of(to),
        (var from, null) => ">" + Points.Of(from),
        var (from, to) => $"{Points.Of(from)}–{Points.Of(to)}",
    };
}
