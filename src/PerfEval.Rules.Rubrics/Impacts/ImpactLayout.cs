using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>Lays the figures of an impact out as a report. Dies with it.</summary>
internal sealed class ImpactLayout(ImpactFigures figures, CompiledRubric before, CompiledRubric after)
{
    private const int Bins = 20;
    private const int MeanDigits = 4;
    private const int MostReasons = 100;

    private static readonly Bilingual UnknownCode = new("其他原因", "another reason");

    public ImpactReport Lay() => new(figures.Submissions, figures.Compared, figures.Changed, figures.Change.Divide(figures.Compared, MeanDigits))
    {
        Before = Distribute(figures.Before),
        After = Distribute(figures.After),
        Histogram = LayBins(),
        Grades = LayGrades(),
        Risen = [.. figures.Risen.Movers],
        Fallen = [.. figures.Fallen.Movers],
        Rules = LayRules(),
    };

    private static ImpactDistribution Distribute(SideFigures side)
    {
        var count = side.Totals.Values.Sum();
        var distribution = new ImpactDistribution(count, side.Undetermined, side.Refused) { Reasons = LayReasons(side) };
        if (count == 0)
            return distribution;
        var sum = new ExactSum();
        foreach (var (total, times) in side.Totals)
            sum.Add(total, times);
        return distribution with
        {
            Mean = sum.Divide(count, MeanDigits),
            Median = FigureWriter.Points((Find(side, (count - 1) / 2) + Find(side, count / 2)) / 2),
            Min = side.Totals.First().Key,
            Max = side.Totals.Last().Key,
        };
    }

    /// <summary>The total at a place in the order from the least, from 0.</summary>
    private static decimal Find(SideFigures side, long place)
    {
        foreach (var (total, count) in side.Totals)
        {
            if ((place -= count) < 0)
                return total;
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }

    private static ImmutableArray<RefusalReason> LayReasons(SideFigures side)
    {
        var messages = SubmissionFaults.Catalogue.ToDictionary(entry => entry.Code, entry => entry.Summary, StringComparer.Ordinal);
        return
        [
            .. side.Reasons
                .Select(reason => new RefusalReason(reason.Key.Code, reason.Key.Path, messages.GetValueOrDefault(reason.Key.Code, UnknownCode), reason.Value))
                .OrderByDescending(reason => reason.Count) // a stable sort: the rest stays by code and place
                .Take(MostReasons),
        ];
    }

    // Twenty bins up to the greater full score; below and above only where somebody is.
    private ImmutableArray<ImpactBin> LayBins()
    {
        var full = Math.Max(before.FullScore, after.FullScore);
        var width = full / Bins;
        var (old, @new) = (new long[Bins + 2], new long[Bins + 2]);
        foreach (var (side, counts) in ((SideFigures, long[])[])[(figures.Before, old), (figures.After, @new)])
        {
            foreach (var (total, count) in side.Totals)
                counts[BinOf(total)] += count;
        }

        var bins = Enumerable.Range(0, Bins + 2).Select(i => new ImpactBin(
            i == 0 ? null : i == Bins + 1 ? full : (i - 1) * width, i == 0 ? 0 : i == Bins + 1 ? null : i * width, old[i], @new[i]));
        return [.. bins.Where((bin, i) => i is > 0 and <= Bins || bin.Before + bin.After > 0)];

        int BinOf(decimal total) => total < 0 ? 0 : total > full ? Bins + 1 : Math.Min(Bins, (int)(total / width) + 1);
    }

    private ImmutableArray<GradeMigration> LayGrades()
    {
        var order = after.Document.Grades.Concat(before.Document.Grades).Select(grade => grade.Name).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. figures.Grades
                .Select(grades => new GradeMigration(grades.Key.Before, grades.Key.After, grades.Value))
                .OrderBy(migration => PlaceOf(migration.Before))
                .ThenBy(migration => PlaceOf(migration.After)),
        ];

        // A grade that only an override gives comes behind those of the scale.
        int PlaceOf(string? grade) => grade is null ? int.MaxValue : order.IndexOf(grade) is var place and >= 0 ? place : order.Count;
    }

    private ImmutableArray<ImpactRule> LayRules()
    {
        var (old, @new) = (Levels(before), Levels(after));
        var (inOld, inNew) = (CodesOf(old), CodesOf(@new));
        var rows = @new.Select(rule => Row(rule, inOld.Contains(rule.Rule.Code) ? RulePresence.Both : RulePresence.Added));
        var removed = old.Where(rule => !inNew.Contains(rule.Rule.Code)).Select(rule => Row(rule, RulePresence.Removed));
        return [.. rows.Concat(removed).DistinctBy(rule => rule.Code, StringComparer.Ordinal)];
    }

    private ImpactRule Row((LinkedRule Rule, int Level) row, RulePresence presence)
    {
        var (rule, level) = row;
        var change = figures.Rules.GetValueOrDefault(rule.Code, new());
        return new(
            rule.Code, rule.Definition.RuleName.Text, rule.Kind, level, presence, change.Changed, change.Change.Value, change.Change.Divide(figures.Compared, MeanDigits));
    }

    private static List<(LinkedRule Rule, int Level)> Levels(CompiledRubric rubric)
    {
        var rows = new List<(LinkedRule, int)>();
        Add(rubric.Rules, 0);
        return rows;

        void Add(ImmutableArray<LinkedRule> rules, int level)
        {
            foreach (var rule in rules)
            {
                rows.Add((rule, level));
                Add(rule.Rules, level + 1);
            }
        }
    }

    private static HashSet<string> CodesOf(List<(LinkedRule Rule, int Level)> rows) => rows.Select(row => row.Rule.Code).ToHashSet(StringComparer.Ordinal);
}
