using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfEval.Rules.Cli.Commands;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Cli.Output;

/// <summary>Audits as tables for people, or as JSON.</summary>
internal static class AuditText
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A contradiction: neither explained by rounding nor merely open, nor a mere notice.</summary>
    public static bool IsWrong(AuditEntry entry) => entry.Verdict is not (nameof(Verdict.WithinRounding) or nameof(Verdict.CannotDerive) or "Notice");

    public static void Write(TextWriter output, List<CaseAudit> audits, bool all, string language)
    {
        var isChinese = language == "zh";
        foreach (var audit in audits.Where(audit => all || !audit.Entries.IsEmpty))
        {
            output.WriteLine($"{audit.File} @{audit.Scorecard.Rubric.Version}");
            output.WriteLine($"  {audit.Name}");
            WriteEntries(output, all ? [.. audit.Scorecard.Audit.Reconciliation.Where(line => line.Verdict == Verdict.Agrees).Select(Agreed), .. audit.Entries] : audit.Entries, isChinese);
            output.WriteLine();
        }

        WriteCounts(output, audits, isChinese);
    }

    public static void WriteJson(List<CaseAudit> audits)
    {
        var shown = audits.Select(audit => new
        {
            audit.File,
            audit.Name,
            Rubric = audit.Scorecard.Rubric.Name,
            audit.Scorecard.Rubric.Version,
            audit.Scorecard.Department,
            audit.Scorecard.Subject,
            audit.Entries,
        });
        Console.WriteLine(JsonSerializer.Serialize(shown, Readable));
    }

    private static AuditEntry Agreed(Reconciliation line) => new(line.What, line.Path, line.Verdict.ToString()) { Code = line.Code, Name = line.Name, Reported = line.Reported, Computed = line.Computed };

    /// <summary>The entries as a table: place, both figures, verdict and explanation.</summary>
    public static void WriteEntries(TextWriter output, IReadOnlyList<AuditEntry> entries, bool isChinese)
    {
        string[] header = isChinese ? ["位置", "印出", "应为", "结论", "说明"] : ["place", "reported", "computed", "verdict", "what it is"];
        var rows = entries.Select(entry => Cells(entry, isChinese)).Prepend(header).ToList();
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => TextColumns.Width(row[column]))).ToArray();
        foreach (var row in rows)
            output.WriteLine(("  " + string.Join("  ", row.Select((cell, column) => TextColumns.PadRight(cell, widths[column])))).TrimEnd());
    }

    private static string[] Cells(AuditEntry entry, bool isChinese) =>
    [
        Place(entry, isChinese),
        entry.Reported ?? "",
        entry.Computed ?? "",
        VerdictWords.Of(entry.Verdict, isChinese),
        $"{(entry.What is "check" ? entry.Name + "：" : "")}{entry.Message?.For(isChinese ? "zh" : "en")}",
    ];

    private static string Place(AuditEntry entry, bool isChinese) => entry.What switch
    {
        "total" => isChinese ? "总分" : entry.What,
        "grade" => isChinese ? "等级" : entry.What,
        "score" => $"{(isChinese ? "得分" : entry.What)} {entry.Code}",
        "value" => $"{(isChinese ? "指标值" : entry.What)} {entry.Code}",
        "check" => $"{(isChinese ? "勾稽关系" : entry.What)} {entry.Code}",
        _ => $"{entry.Code} {entry.Path}",
    };

    private static void WriteCounts(TextWriter output, List<CaseAudit> audits, bool isChinese)
    {
        var entries = audits.SelectMany(audit => audit.Entries).ToList();
        var (differ, rounding, open) = (Count(nameof(Verdict.Differs)), Count(nameof(Verdict.WithinRounding)), Count(nameof(Verdict.CannotDerive)));
        var (checks, findings) = (entries.Count(entry => entry.What is "check"), entries.Count(entry => entry.What is "finding"));
        output.WriteLine(isChinese
            ? $"{audits.Count} 份：{differ} 处不符，{rounding} 处在舍入范围内，{open} 处无法推算；{checks} 项勾稽关系不成立，{findings} 项发现"
            : $"{audits.Count} audited: {differ} differ, {rounding} within rounding, {open} cannot be derived; {checks} checks fail, {findings} findings");

        int Count(string verdict) => entries.Count(entry => entry.Verdict == verdict);
    }
}
