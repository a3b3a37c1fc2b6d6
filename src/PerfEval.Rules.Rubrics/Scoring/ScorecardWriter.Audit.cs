using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

public static partial class ScorecardWriter
{
    private static void WriteChecks(Utf8JsonWriter writer, ImmutableArray<CheckResult> checks)
    {
        writer.WriteStartArray(Properties.Checks);
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString(Properties.Code, check.Code);
            writer.WriteString(Properties.Name, check.Name);
            WriteOptional(writer, Properties.Row, check.Row);
            writer.WriteString(Properties.Status, EnumNames.Of(check.Status));
            writer.WriteString(Properties.Severity, EnumNames.Of(check.Severity));
            WriteOptional(writer, Properties.Left, check.Left);
            WriteOptional(writer, Properties.Right, check.Right);
            WriteOptional(writer, Properties.Difference, check.Difference);
            WriteOptional(writer, Properties.Unit, check.Unit);
            WriteOptional(writer, Properties.Message, check.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAudit(Utf8JsonWriter writer, AuditResult audit)
    {
        writer.WriteStartObject(Properties.Audit);
        writer.WriteStartArray(Properties.Reconciliation);
        foreach (var line in audit.Reconciliation)
            WriteReconciliation(writer, line);
        writer.WriteEndArray();
        writer.WriteStartArray(Properties.Findings);
        foreach (var finding in audit.Findings)
            WriteFinding(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReconciliation(Utf8JsonWriter writer, Reconciliation line)
    {
        writer.WriteStartObject();
        writer.WriteString(Properties.What, line.What);
        WriteOptional(writer, Properties.Code, line.Code);
        WriteOptional(writer, Properties.Name, line.Name);
        writer.WriteString(Properties.Path, line.Path);
        WriteReported(writer, Properties.Reported, line.What, line.Reported);
        if (line.Computed is { } computed)
            WriteReported(writer, Properties.Computed, line.What, computed);
        WriteRange(writer, line.Range);
        writer.WriteString(Properties.Verdict, EnumNames.Of(line.Verdict));
        if (line.Difference is { } difference)
            writer.WriteTrimmed(Properties.Difference, UnitFigures.Trim(difference));
        WriteSlip(writer, line.Slip);
        WriteOptional(writer, Properties.Why, line.Why);
        WriteNames(writer, Properties.Missing, line.Missing);
        writer.WriteEndObject();
    }

    private static void WriteSlip(Utf8JsonWriter writer, Slip? slip)
    {
        if (slip is null)
            return;
        writer.WriteStartObject(Properties.Slip);
        writer.WriteString(Properties.Kind, EnumNames.Of(slip.Kind));
        writer.WriteString(Properties.Zh, slip.Message.Zh);
        writer.WriteString(Properties.En, slip.Message.En);
        writer.WriteEndObject();
    }

    /// <summary>Points as a number, with the digits written; values, which have a unit, and grades as texts.</summary>
    private static void WriteReported(Utf8JsonWriter writer, JsonEncodedText property, string what, string written)
    {
        if (what is "score" or "total" && decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
            writer.WriteTrimmed(property, UnitFigures.Trim(points));
        else
            writer.WriteString(property, written);
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString(Properties.Code, finding.Code);
        writer.WriteString(Properties.Path, finding.Path);
        writer.WriteString(Properties.Severity, EnumNames.Of(finding.Severity));
        WriteOptional(writer, Properties.Message, finding.Message);
        writer.WriteEndObject();
    }
}
