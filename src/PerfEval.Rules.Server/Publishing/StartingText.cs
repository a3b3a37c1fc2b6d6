using System.Globalization;
using System.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>The first text of a draft, in the house's layout.</summary>
internal static class StartingText
{
    /// <summary>From a version of the same rubric, which it will supersede, or of another, which is made over to this region, year and scope.</summary>
    public static string From(Rubric source, RubricKey key)
    {
        var document = RubricKey.Of(source) == key
            ? source with { Supersedes = source.Version, ChangeNote = null }
            : source with
            {
                WorkflowName = key.ToString(),
                Region = new(key.Region, key.Region == source.Region.Code ? source.Region.Name : null),
                Year = key.Year,
                Scope = key.Scope,
                Version = "1.0.0",
                Supersedes = null,
                ChangeNote = null,
                EffectiveFrom = null,
            };
        var canonical = CanonicalRubric.Write(document);
        return Encoding.UTF8.GetString(RubricFormatter.Format(canonical) ?? canonical);
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
}
