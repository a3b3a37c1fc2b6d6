using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// Gives the figures of many submissions without the words: for ranking departments, and for trying out a change of the rubric on all of them.
/// Its memory is reused from one submission to the next, so it belongs to one thread. Where nothing is missing and no weight moves it takes a short way through the rules;
/// anything else is left to the passes of <see cref="Scorer"/>, with which it always agrees.
/// </summary>
public sealed class Tallier
{
    private readonly CompiledRubric rubric;
    private readonly Frame frame;
    private readonly bool hasShortWay;
    private readonly ImmutableArray<TalliedRule> top;

    // Parents before their children.
    private readonly List<TalliedRule> all = [];
    private readonly Dictionary<LinkedRule, int> placeOfRule;
    private RuleTree? passed;

    /// <summary>For submissions that were read against this rubric.</summary>
    public Tallier(CompiledRubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        this.rubric = rubric;
        frame = rubric.NewFrame();
        top = Make(rubric.Rules);
        placeOfRule = all.Index().ToDictionary(rule => rule.Item.Rule, rule => rule.Index, (IEqualityComparer<LinkedRule>)ReferenceEqualityComparer.Instance);
        hasShortWay = rubric is { IsScored: true, Overrides.IsEmpty: true } && all.TrueForAll(static rule => rule.IsPlain);
    }

    /// <summary>The points of the rules in the last tally, in the order of the scorecard (parents before their children); null where there is no single score.</summary>
    public IEnumerable<decimal?> Scores => passed is null ? all.Select(rule => rule.Score) : passed.All.Select(rule => rule.Score);

    /// <summary>The written rules, parents before their children: what <see cref="AddPoints"/> gives points of.</summary>
    internal IEnumerable<LinkedRule> Written => all.Select(rule => rule.Rule);

    /// <summary>Whether the last tally had to take the long way.</summary>
    internal bool NeededPasses => passed is not null;

    /// <summary>The figures of a submission.</summary>
    public Tally Tally(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.Rubric != rubric)
            throw new ArgumentException("the submission was read against another rubric", nameof(submission));
        passed = null;
        if (hasShortWay && TryScore(submission))
            return Conclude();
        (_, passed, var outcome) = Scorer.Pass(submission);
        return new(outcome.Range is { IsPoint: true } point ? point.Min : null, outcome.Grade);
    }

    /// <summary>Adds the points of the last tally to those of each written rule, by its place in <see cref="Written"/>; a rule per row brings those of all its rows.</summary>
    internal void AddPoints(ReadOnlySpan<int> places, Span<decimal> points)
    {
        if (passed is null)
        {
            for (var i = 0; i < all.Count; i++)
                points[places[i]] += all[i].Points;
            return;
        }

        foreach (var instance in passed.All)
            points[places[placeOfRule[instance.Rule]]] += instance.Score ?? 0;
    }

    private bool TryScore(Submission submission)
    {
        rubric.LayInputs(submission.Values, frame);
        if (!TryLay(rubric.Params))
            return false;
        foreach (var rule in all)
        {
            if (!TryLay(rule.Rule.Params) || !IsGivenInFull(rule.Rule, submission))
                return false;
        }

        var rounding = rubric.RuleRounding;
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (!all[i].TryScore(frame, rounding))
                return false;
        }

        return true;
    }

    private static bool IsGivenInFull(LinkedRule rule, Submission submission)
    {
        foreach (var input in rule.OwnInputs)
        {
            if (submission.LeavesOut(input))
                return false;
        }

        return true;
    }

    /// <summary>Puts params in their slots, whatever they come to: who reads a missing one gives up. False where bounds might still settle one.</summary>
    private bool TryLay(ImmutableArray<LinkedParam> parameters)
    {
        foreach (var param in parameters)
        {
            ref var slot = ref frame.Slots[param.Symbol.Slot];
            if (param.Expression.TryFindNumber(frame, out var number))
                slot = Value.Of(number);
            else if ((slot = param.Expression.Evaluate(frame)) is { IsMissing: true, IsAbsent: false })
                return false;
        }

        return true;
    }

    private Tally Conclude()
    {
        var (points, bonus, penalty, applicable) = (0m, 0m, 0m, 0m);
        foreach (var rule in top)
        {
            switch (rule.Rule.Kind)
            {
                case RuleKind.Scored:
                    (points, applicable) = (points + rule.Points, applicable + rule.Applicable);
                    break;
                case RuleKind.Bonus:
                    bonus += rule.Points;
                    break;
                case RuleKind.Penalty:
                    penalty += rule.Points;
                    break;
                default:
                    break;
            }
        }

        var total = TotalScorer.Conclude(rubric, Point(points), Point(applicable), Point(bonus), Point(penalty));
        return new(total.Range?.Min, OutcomeScorer.GradeOf(rubric, total));
    }

    private static ScoreRange Point(decimal points) => new(points, points);

    private ImmutableArray<TalliedRule> Make(ImmutableArray<LinkedRule> rules)
    {
        var made = ImmutableArray.CreateBuilder<TalliedRule>(rules.Length);
        foreach (var rule in rules)
        {
            var at = all.Count;
            var tallied = new TalliedRule(rule, Make(rule.Rules), frame);
            all.Insert(at, tallied); // before its parts
            made.Add(tallied);
        }

        return made.MoveToImmutable();
    }
}

/// <summary>The figures of a submission.</summary>
/// <param name="Total">Null where it has no single value.</param>
/// <param name="Grade">Null without a single one.</param>
public readonly record struct Tally(decimal? Total, string? Grade);
