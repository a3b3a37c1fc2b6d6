using System.Globalization;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>What the service itself writes into the text of a draft; the author's layout and remarks stay.</summary>
internal static class DraftText
{
    /// <summary>The first text of a draft from a version: of the same rubric, which it will supersede, or of another, made over to this region, year and scope.</summary>
    public static string From(string text, Rubric source, RubricKey key)
    {
        if (RubricKey.Of(source) == key)
            return Set(Set(text, "/Supersedes", RubricEdits.ValueOf(source.Version)), "/ChangeNote", null);
        text = Set(text, "/WorkflowName", RubricEdits.ValueOf(key.ToString()));
        if (source.Region.Code != key.Region)
            text = Set(Set(text, "/Region/Code", RubricEdits.ValueOf(key.Region)), "/Region/Name", null);
        text = Set(text, "/Year", RubricEdits.ValueOf(key.Year));
        text = Set(text, "/Scope", RubricEdits.ValueOf(key.Scope));
        text = Set(text, "/Version", RubricEdits.ValueOf("1.0.0"));
        return ((string[])["/Supersedes", "/ChangeNote", "/EffectiveFrom"]).Aggregate(text, (rest, path) => Set(rest, path, null));
    }

    /// <summary>From scratch: sound, with one indicator to begin with.</summary>
    public static string Scratch(RubricKey key) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "WorkflowName": "{{key}}",
          "Title": "绩效评价指标体系",
          "Region": { "Code": "{{key.Region}}" },
          "Year": {{key.Year}},
          "Scope": "{{key.Scope}}",
          "Version": "1.0.0",
          "Inputs": [
            { "Name": "预算数", "Type": "Number", "Unit": "万元", "MinExclusive": 0 },
            { "Name": "执行数", "Type": "Number", "Unit": "万元", "Min": 0 }
          ],
          "Rules": [
            { "RuleName": "预算执行率", "Code": "A1", "Weight": 100, "Score": "min(执行数 / 预算数, 1) * Weight" }
          ]
        }

        """);

    /// <summary>The text with its version, and what it supersedes, set.</summary>
    /// <param name="supersedes">Null: whatever the text says stays.</param>
    public static string WithVersion(string text, string version, string? supersedes)
    {
        text = Set(text, "/Version", RubricEdits.ValueOf(version));
        return supersedes is null ? text : Set(text, "/Supersedes", RubricEdits.ValueOf(supersedes));
    }

    private static string Set(string text, string path, string? json)
    {
        foreach (var change in RubricEdits.Set(text, path, json).Reverse())
            text = string.Concat(text.AsSpan(0, change.Span.Start), change.NewText, text.AsSpan(change.Span.End));
        return text;
    }
}
