using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

public static partial class ScorecardWriter
{
    private static void WriteRules(Utf8JsonWriter writer, ImmutableArray<RuleScore> rules, ExplainLevel level)
    {
        writer.WriteStartArray(Properties.Rules);
        foreach (var rule in rules)
            WriteRule(writer, rule, level);
        writer.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter writer, RuleScore rule, ExplainLevel level)
    {
        writer.WriteStartObject();
        if (rule.Head?.TryWrite(writer, rule) != true)
            WriteHead(writer, rule.Code, rule.Name, rule.Kind, rule.Weight, rule.EffectiveWeight);
        WriteResult(writer, rule);
        WriteStatus(writer, rule);
        WriteOptional(writer, Properties.PointsLost, rule.PointsLost);
        WriteOptional(writer, Properties.Grade, rule.Grade);
        WriteReasoning(writer, rule, level);
        if (!rule.Rules.IsEmpty)
            WriteRules(writer, rule.Rules, level);
        writer.WriteEndObject();
    }

    /// <summary>The properties with which a rule begins.</summary>
    internal static void WriteHead(Utf8JsonWriter writer, string code, string name, RuleKind kind, decimal? weight, decimal? effectiveWeight)
    {
        writer.WriteString(Properties.Code, code);
        writer.WriteString(Properties.Name, name);
        writer.WriteString(Properties.Kind, EnumNames.Of(kind));
        WriteOptional(writer, Properties.Weight, weight);
        WriteOptional(writer, Properties.EffectiveWeight, effectiveWeight);
    }

    private static void WriteStatus(Utf8JsonWriter writer, RuleScore rule)
    {
        if (rule is { Status: RuleStatus.Scored, Overruled: false, Missing.IsEmpty: true })
        {
            // Nearly every rule: three properties in one step.
            writer.WritePropertyName(Properties.Status);
            writer.WriteRawValue("\"Scored\",\"overruled\":false,\"missing\":[]"u8, skipInputValidation: true);
            return;
        }

        writer.WriteString(Properties.Status, EnumNames.Of(rule.Status));
        writer.WriteBoolean(Properties.Overruled, rule.Overruled);
        writer.WriteStartArray(Properties.Missing);
        foreach (var name in rule.Missing)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    /// <summary>What the rule gives: a score within a range; for Information, which has none, its value.</summary>
    private static void WriteResult(Utf8JsonWriter writer, RuleScore rule)
    {
        if (rule.Kind != RuleKind.Information)
            WriteNullable(writer, Properties.Score, rule.Score);
        else if (rule.Value is { } shown)
            FigureWriter.Write(writer, shown.Value, shown.Format);
        WriteRange(writer, rule.Range);
    }

    private static void WriteReasoning(Utf8JsonWriter writer, RuleScore rule, ExplainLevel level)
    {
        WriteOptional(writer, Properties.Why, rule.Why);
        if (level >= ExplainLevel.Summary)
            WriteOptional(writer, Properties.Figures, rule.Figures);
        if (level >= ExplainLevel.Tree && rule.Explanation is { } explanation)
        {
            writer.WritePropertyName(Properties.Explanation);
            WriteExplanation(writer, explanation);
        }
    }

    // An expression nests at most 100 deep, and a writer's own limit is 1000: recursion is bounded.
    private static void WriteExplanation(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString(Properties.Text, explanation.Text);
        writer.WriteNumber(Properties.Start, explanation.Span.Start);
        writer.WriteNumber(Properties.Length, explanation.Span.Length);
        FigureWriter.Write(writer, explanation.Value, explanation.Format);
        writer.WriteStartArray(Properties.Parts);
        foreach (var part in explanation.Parts)
            WriteExplanation(writer, part);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
