using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

public static partial class ScorecardWriter
{
    private static void WriteChecks(Utf8JsonWriter writer, ImmutableArray<CheckResult> checks)
    {
        writer.WriteStartArray("checks"u8);
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, check.Code);
            writer.WriteString("name"u8, check.Name);
            WriteOptional(writer, "row"u8, check.Row);
            writer.WriteString("status"u8, check.Status.ToString());
            writer.WriteString("severity"u8, check.Severity.ToString());
            WriteOptional(writer, "left"u8, check.Left);
            WriteOptional(writer, "right"u8, check.Right);
            WriteOptional(writer, "difference"u8, check.Difference);
            WriteOptional(writer, "unit"u8, check.Unit);
            WriteOptional(writer, "message"u8, check.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAudit(Utf8JsonWriter writer, AuditResult audit)
    {
        writer.WriteStartObject("audit"u8);
        writer.WriteStartArray("reconciliation"u8);
        foreach (var line in audit.Reconciliation)
            WriteReconciliation(writer, line);
        writer.WriteEndArray();
        writer.WriteStartArray("findings"u8);
        foreach (var finding in audit.Findings)
            WriteFinding(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReconciliation(Utf8JsonWriter writer, Reconciliation line)
    {
        writer.WriteStartObject();
        writer.WriteString("what"u8, line.What);
        WriteOptional(writer, "code"u8, line.Code);
        WriteReported(writer, "reported"u8, line.What, line.Reported);
        if (line.Computed is { } computed)
            WriteReported(writer, "computed"u8, line.What, computed);
        writer.WriteString("verdict"u8, line.Verdict.ToString());
        if (line.Difference is { } difference)
            writer.WriteNumber("difference"u8, UnitFigures.Trim(difference));
        WriteOptional(writer, "slip"u8, line.Slip);
        WriteNames(writer, "missing"u8, line.Missing);
        writer.WriteEndObject();
    }

    /// <summary>Points as a number, with the digits written; values, which have a unit, and grades as texts.</summary>
    private static void WriteReported(Utf8JsonWriter writer, ReadOnlySpan<byte> property, string what, string written)
    {
        if (what is "score" or "total" && decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
            writer.WriteNumber(property, UnitFigures.Trim(points));
        else
            writer.WriteString(property, written);
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code"u8, finding.Code);
        writer.WriteString("path"u8, finding.Path);
        writer.WriteString("severity"u8, finding.Severity.ToString());
        WriteOptional(writer, "message"u8, finding.Message);
        writer.WriteEndObject();
    }
}
