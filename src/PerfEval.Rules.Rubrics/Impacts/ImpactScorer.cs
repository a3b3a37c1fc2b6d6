using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>
/// Scores submissions under two rubrics and counts what comes out otherwise (影响测算). Rules are matched by their codes. What filing alone refuses is let through.
/// Used by one thread.
/// </summary>
public sealed class ImpactScorer
{
    private readonly Side before;
    private readonly Side after;
    private readonly RuleFigures[] rules;

    /// <summary>For submissions to the same rubric, of which these are two versions; either may be a draft.</summary>
    public ImpactScorer(CompiledRubric before, CompiledRubric after)
    {
        var (old, @new) = (new Tallier(before), new Tallier(after)); // these check the arguments
        var codes = old.Written.Concat(@new.Written).Select(rule => rule.Code).Distinct(StringComparer.Ordinal).ToList();
        rules = [.. codes.Select(Figures.RuleOf)];
        var places = codes.Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);
        this.before = new(before, old, places, Figures.Before);
        this.after = new(after, @new, places, Figures.After);
    }

    /// <summary>The figures of what was added so far.</summary>
    public ImpactFigures Figures { get; } = new();

    /// <summary>Scores a submission under both rubrics and counts it; never throws for a bad submission.</summary>
    public void Add(ImpactSubject subject, ReadOnlySpan<byte> submission)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Figures.Submissions++;
        var (isBefore, isAfter) = (before.TryScore(submission), after.TryScore(submission));
        if (!isBefore || !isAfter)
            return;
        var grades = (before.Grade, after.Grade);
        Figures.Grades[grades] = Figures.Grades.GetValueOrDefault(grades) + 1;
        if (before.Total is not { } old || after.Total is not { } @new)
            return;
        Figures.Compared++;
        CountRules();
        if (old != @new)
            CountChange(subject, old, @new);
    }

    private void CountChange(ImpactSubject subject, decimal old, decimal @new)
    {
        Figures.Changed++;
        Figures.Change.Add(@new - old);
        var movers = @new > old ? Figures.Risen : Figures.Fallen;
        if (movers.MayTake(@new - old))
            movers.Add(new(subject, old, @new, before.Grade, after.Grade));
    }

    // A rule that the other rubric has not counts as 0 there.
    private void CountRules()
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (after.Points[i] - before.Points[i] is var change and not 0)
                rules[i].Count(change);
        }
    }

    private sealed class Side(CompiledRubric rubric, Tallier tallier, Dictionary<string, int> places, SideFigures figures)
    {
        private readonly int[] placeOfRule = [.. tallier.Written.Select(rule => places[rule.Code])];
        private readonly int[] penalties = [.. tallier.Written.Where(rule => rule.Kind == RuleKind.Penalty).Select(rule => places[rule.Code]).Distinct()];

        /// <summary>What each rule brings to the total: a penalty's points count against it.</summary>
        public decimal[] Points { get; } = new decimal[places.Count];

        public decimal? Total { get; private set; }

        public string? Grade { get; private set; }

        public bool TryScore(ReadOnlySpan<byte> submission)
        {
            var reading = SubmissionReader.Read(submission, rubric);
            if (reading.Submission is not { } read || !reading.Faults.IsEmpty)
            {
                figures.CountRefusal(reading.Faults.Select(fault => (fault.Code, PlaceOf(fault.Path))));
                return false;
            }

            var tally = tallier.Tally(read);
            (Total, Grade) = (tally.Total is { } total ? FigureWriter.Points(total) : null, tally.Grade);
            figures.CountTotal(Total);
            Array.Clear(Points);
            tallier.AddPoints(placeOfRule, Points);
            foreach (var place in penalties)
                Points[place] = -Points[place];
            return true;
        }

        // Which row of a table it is in differs from one submission to the next.
        private static string PlaceOf(string path) =>
            string.Join('/', path.Split('/').Select(step => step.Length > 0 && step.All(char.IsAsciiDigit) ? "*" : step));
    }
}
