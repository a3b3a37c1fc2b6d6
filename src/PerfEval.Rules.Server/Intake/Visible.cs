using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>Who sees which evaluations.</summary>
internal static class Visible
{
    public static bool Is(EvaluationSummary evaluation, HttpContext context) => Is(evaluation, Caller.Of(context));

    public static bool Is(EvaluationSummary evaluation, Caller caller) => caller.MaySee(evaluation.Identity.Department, evaluation.Scope.Region);

    /// <summary>A filter cut down to what the caller may see; null: nothing of what was asked for.</summary>
    public static EvaluationFilter? To(Caller caller, EvaluationFilter asked)
    {
        if (caller.Has(Roles.Bureau) || caller.Has(Roles.Viewer) || caller.Has(Roles.Admin))
            return Narrow(asked, caller.Region);
        if (caller is not { Department: { } department, Region: { } region } || (asked.Department ?? department) != department)
            return null;
        return RegionCode.Covers(asked.Region ?? region, region) ? asked with { Department = department, Region = region } : null;
    }

    // Of two regions one of which lies within the other, the narrower.
    private static EvaluationFilter? Narrow(EvaluationFilter asked, string? region)
    {
        if (region is null || (asked.Region is { } given && RegionCode.Covers(region, given)))
            return asked;
        return RegionCode.Covers(asked.Region ?? region, region) ? asked with { Region = region } : null;
    }
}
