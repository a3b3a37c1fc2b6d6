using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>Scorecards made by hand.</summary>
internal static class SomeScorecard
{
    public static Scorecard Of(params ImmutableArray<RuleScore> rules) => new()
    {
        Rubric = new("440303/2020/department", "1.0.0", "sha256:0"),
        Complete = true,
        IsScored = true,
        Total = rules.All(rule => rule.Score is not null) ? rules.Sum(rule => rule.Score) : null,
        FullScore = 100,
        Rules = rules,
    };

    public static RuleScore Rule(string code, decimal? score, params ImmutableArray<string> missing) => new()
    {
        Code = code,
        Name = code,
        Kind = RuleKind.Scored,
        Weight = 10,
        EffectiveWeight = 10,
        Score = score,
        Status = score is null ? RuleStatus.Undetermined : RuleStatus.Scored,
        Missing = missing,
        Range = new(score ?? 0, score ?? 10),
        PointsLost = 10 - score,
        Why = new("得分", "earned"),
    };

    public static ShownValue Shown(string name, decimal value, string? unit = null, int? digits = null) =>
        new(name, Value.Of(value), unit is null ? null : new(unit, digits), null, false);

    public static ShownValue Missing(string name, params ReadOnlySpan<string> gaps)
    {
        var absence = Absence.Unnamed;
        foreach (var gap in gaps)
            absence = absence.And(Absence.Of(new(gap)));
        return new(name, Value.Missing(absence), null, null, false);
    }

    public static Fault Fault { get; } = new(new TextSpan(0, 5), new("除以零", "division by zero"));
}
