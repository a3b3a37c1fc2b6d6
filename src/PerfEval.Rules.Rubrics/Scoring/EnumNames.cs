using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The words of a scorecard that come from an enum, encoded once.</summary>
internal static class EnumNames
{
    private static readonly ImmutableArray<JsonEncodedText> RuleStatuses = Of<RuleStatus>();
    private static readonly ImmutableArray<JsonEncodedText> RuleKinds = Of<RuleKind>();
    private static readonly ImmutableArray<JsonEncodedText> CheckStatuses = Of<CheckStatus>();
    private static readonly ImmutableArray<JsonEncodedText> CheckSeverities = Of<CheckSeverity>();
    private static readonly ImmutableArray<JsonEncodedText> FindingSeverities = Of<FindingSeverity>();
    private static readonly ImmutableArray<JsonEncodedText> Verdicts = Of<Verdict>();
    private static readonly ImmutableArray<JsonEncodedText> SlipKinds = Of<SlipKind>();

    public static JsonEncodedText Of(RuleStatus status) => RuleStatuses[(int)status];

    public static JsonEncodedText Of(RuleKind kind) => RuleKinds[(int)kind];

    public static JsonEncodedText Of(CheckStatus status) => CheckStatuses[(int)status];

    public static JsonEncodedText Of(CheckSeverity severity) => CheckSeverities[(int)severity];

    public static JsonEncodedText Of(FindingSeverity severity) => FindingSeverities[(int)severity];

    public static JsonEncodedText Of(Verdict verdict) => Verdicts[(int)verdict];

    public static JsonEncodedText Of(SlipKind kind) => SlipKinds[(int)kind];

    // By value: the values of each count from 0.
    private static ImmutableArray<JsonEncodedText> Of<TEnum>() where TEnum : struct, Enum =>
        [.. Enum.GetNames<TEnum>().Select(name => JsonEncodedText.Encode(name))];
}
