using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

public static partial class ScorecardWriter
{
    private static void WriteRules(Utf8JsonWriter writer, ImmutableArray<RuleScore> rules)
    {
        writer.WriteStartArray("rules"u8);
        foreach (var rule in rules)
            WriteRule(writer, rule);
        writer.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter writer, RuleScore rule)
    {
        writer.WriteStartObject();
        writer.WriteString("code"u8, rule.Code);
        writer.WriteString("name"u8, rule.Name);
        writer.WriteString("kind"u8, TextOf(rule.Kind));
        WriteOptional(writer, "weight"u8, rule.Weight);
        WriteOptional(writer, "effectiveWeight"u8, rule.EffectiveWeight);
        WriteResult(writer, rule);
        writer.WriteString("status"u8, TextOf(rule.Status));
        writer.WriteBoolean("overruled"u8, rule.Overruled);
        writer.WriteStartArray("missing"u8);
        foreach (var name in rule.Missing)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
        WriteOptional(writer, "pointsLost"u8, rule.PointsLost);
        WriteOptional(writer, "grade"u8, rule.Grade);
        WriteReasoning(writer, rule);
        if (!rule.Rules.IsEmpty)
            WriteRules(writer, rule.Rules);
        writer.WriteEndObject();
    }

    /// <summary>What the rule gives: a score within a range; for Information, which has none, its value.</summary>
    private static void WriteResult(Utf8JsonWriter writer, RuleScore rule)
    {
        if (rule.Kind != RuleKind.Information)
            WriteNullable(writer, "score"u8, rule.Score);
        else if (rule.Value is { } shown)
            FigureWriter.Write(writer, shown.Value, shown.Format);
        WriteRange(writer, rule.Range);
    }

    private static void WriteReasoning(Utf8JsonWriter writer, RuleScore rule)
    {
        WriteOptional(writer, "why"u8, rule.Why);
        WriteOptional(writer, "figures"u8, rule.Figures);
        if (rule.Explanation is { } explanation)
        {
            writer.WritePropertyName("explanation"u8);
            WriteExplanation(writer, explanation);
        }
    }

    // An expression nests at most 100 deep, and a writer's own limit is 1000: recursion is bounded.
    private static void WriteExplanation(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, explanation.Text);
        writer.WriteNumber("start"u8, explanation.Span.Start);
        writer.WriteNumber("length"u8, explanation.Span.Length);
        FigureWriter.Write(writer, explanation.Value, explanation.Format);
        writer.WriteStartArray("parts"u8);
        foreach (var part in explanation.Parts)
            WriteExplanation(writer, part);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> TextOf(RuleStatus status) => status switch
    {
        RuleStatus.Scored => "Scored"u8,
        RuleStatus.Undetermined => "Undetermined"u8,
        RuleStatus.NotApplicable => "NotApplicable"u8,
        RuleStatus.Failed => "Failed"u8,
        _ => throw new UnreachableException(),
    };

    private static ReadOnlySpan<byte> TextOf(RuleKind kind) => kind switch
    {
        RuleKind.Scored => "Scored"u8,
        RuleKind.Bonus => "Bonus"u8,
        RuleKind.Penalty => "Penalty"u8,
        RuleKind.Information => "Information"u8,
        _ => throw new UnreachableException(),
    };
}
