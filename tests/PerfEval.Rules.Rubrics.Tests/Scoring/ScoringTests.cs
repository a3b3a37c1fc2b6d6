using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>Small rubrics scored over small data: rubric and data in, one line out.</summary>
public abstract class ScoringTests
{
    /// <summary>Scores <paramref name="data"/> under a rubric with the given properties and compares the scorecard, rendered on one line.</summary>
    protected static void Check(string rubric, string data, string expected) => Assert.Equal(expected, Render(Score(rubric, data)));

    protected static Scorecard Score(string rubric, string data, string more = "") => Scorer.Score(Read(Compile(rubric), $$"""{"data": {{data}}{{more}}}"""));

    protected static Submission Read(CompiledRubric rubric, string submission)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(submission));
        reader.Read();
        var reading = SubmissionReader.Read(ref reader, rubric);
        Assert.Empty(reading.Faults);
        return reading.Submission!;
    }

    protected static CompiledRubric Compile(string properties)
    {
        var text = $$"""{"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0", {{properties}}}""";
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(text));
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric!;
    }

    /// <summary><c>80 [70..90] 良 | A 5 | B n/a | C ? [0..10] x,y</c>; an asterisk marks what a parent overruled.</summary>
    protected static string Render(Scorecard card)
    {
        var total = card.Total is { } known ? Show(known) : card.Range is { } range ? $"? [{Show(range.Min)}..{Show(range.Max)}]" : "null";
        var grade = card.Grade is null ? "" : " " + card.Grade;
        var full = card.FullScore is null or 100 ? "" : "/" + Show(card.FullScore.Value);
        return string.Join(" | ", card.Rules.SelectMany(Lines).Prepend(total + full + grade));
    }

    private static IEnumerable<string> Lines(RuleScore rule) => rule.Rules.SelectMany(Lines).Prepend(Line(rule));

    private static string Line(RuleScore rule)
    {
        var weight = rule.EffectiveWeight is { } effective && effective != rule.Weight ? "/" + Show(effective) : "";
        var state = rule.Status switch
        {
            RuleStatus.NotApplicable => " n/a",
            RuleStatus.Failed => $" failed [{Show(rule.Range!.Value.Min)}..{Show(rule.Range.Value.Max)}]",
            RuleStatus.Undetermined => $" ? [{Show(rule.Range!.Value.Min)}..{Show(rule.Range.Value.Max)}] {string.Join(",", rule.Missing)}",
            _ => rule.Score is { } score ? " " + Show(score) + weight : " shown",
        };
        return rule.Code + (rule.Overruled ? "*" : "") + state;
    }

    private static string Show(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
