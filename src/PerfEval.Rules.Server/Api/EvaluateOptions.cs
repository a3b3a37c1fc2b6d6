using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Api;

/// <summary>What a request says beside its body.</summary>
/// <param name="IsDryRun">Whether nothing is filed.</param>
/// <param name="CanFallBack">Whether a rubric of a wider region may answer.</param>
internal sealed record EvaluateOptions(bool IsDryRun, bool CanFallBack, ExplainLevel Explain, Caller Caller)
{
    public static QueryParameter DryRun { get; } = QueryParameter.Flag("dryRun", "Score without filing: what is missing stays open instead of being refused.");

    public static QueryParameter Fallback { get; } = QueryParameter.Flag("fallback", "Let a rubric of the city, the province or the nation answer where the region has none.");

    /// <summary>How much is explained; the first of the levels when nothing is said.</summary>
    public static QueryParameter ExplainParameter(params ReadOnlySpan<string> levels) => new("explain", [.. levels], "How much of the reasoning the scorecard carries.");

    public static EvaluateOptions Of(HttpContext context, QueryParameter explain) => new(
        DryRun.IsSet(context.Request),
        Fallback.IsSet(context.Request),
        explain.Of(context.Request) switch
        {
            "none" => ExplainLevel.None,
            "tree" => ExplainLevel.Tree,
            _ => ExplainLevel.Summary,
        },
        Caller.Of(context));
}
