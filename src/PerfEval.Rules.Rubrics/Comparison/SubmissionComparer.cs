using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>Sets the scorecards of one submission under several rubrics side by side. Dies with the comparison.</summary>
internal sealed class SubmissionComparer(ImmutableArray<CompiledRubric> rubrics)
{
    private readonly LinkedList<string> order = new();
    private readonly Dictionary<string, LinkedListNode<string>> places = new(StringComparer.Ordinal);

    public SubmissionComparison Compare(ReadOnlyMemory<byte> submission)
    {
        var columns = rubrics.Select(rubric => Score(rubric, submission)).ToImmutableArray();
        var scores = columns.Select(column => ScoresOf(column.Scorecard)).ToImmutableArray();
        var changes = ChangesFromFirst();
        foreach (var card in scores)
            Place(card.Select(rule => rule.Code));
        var ofRules = changes.Where(change => change.Change.RuleCode is not null).ToLookup(change => change.Change.RuleCode!, StringComparer.Ordinal); // not null: just seen
        foreach (var code in ofRules.Select(group => group.Key).Where(code => !places.ContainsKey(code)))
            places[code] = order.AddLast(code);
        return new(
            [.. columns.Select((column, i) => column with { Difference = i == 0 ? null : column.Scorecard?.Total - columns[0].Scorecard?.Total })],
            Rows(scores, ofRules),
            [.. changes.Where(change => change.Change.RuleCode is null)]);
    }

    private static ComparedRubric Score(CompiledRubric rubric, ReadOnlyMemory<byte> submission)
    {
        var reading = SubmissionReader.Read(submission.Span, rubric);
        var card = reading.Submission is { } read && reading.Faults.IsEmpty ? Scorer.Score(read, ExplainLevel.None) : null;
        return new(new(rubric.Document.WorkflowName, rubric.Document.Version, rubric.Hash), card, reading.Faults, null);
    }

    private static ImmutableArray<RuleScore> ScoresOf(Scorecard? card)
    {
        var all = ImmutableArray.CreateBuilder<RuleScore>();
        Add(card?.Rules ?? []);
        return all.DrainToImmutable();

        void Add(ImmutableArray<RuleScore> rules)
        {
            foreach (var rule in rules)
            {
                all.Add(rule);
                Add(rule.Rules);
            }
        }
    }

    private ImmutableArray<ComparedChange> ChangesFromFirst() =>
        [.. rubrics.Skip(1).SelectMany((rubric, i) => RubricComparison.Compare(rubrics[0].Document, rubric.Document).Select(change => new ComparedChange(i + 1, change)))];

    // A rule that an earlier rubric has not stands behind the one that it follows in its own.
    private void Place(IEnumerable<string> codes)
    {
        LinkedListNode<string>? before = null;
        foreach (var code in codes)
        {
            if (!places.TryGetValue(code, out var place))
                places[code] = place = before is null ? order.AddFirst(code) : order.AddAfter(before, code);
            before = place;
        }
    }

    private ImmutableArray<ComparedRule> Rows(ImmutableArray<ImmutableArray<RuleScore>> scores, ILookup<string, ComparedChange> changes)
    {
        var byColumn = scores.Select(card => card.ToDictionary(rule => rule.Code, StringComparer.Ordinal)).ToList();
        var written = WrittenNames();
        return [.. order.Select(code => Row(code, byColumn, written.GetValueOrDefault(code, code), [.. changes[code]]))];
    }

    private static ComparedRule Row(string code, List<Dictionary<string, RuleScore>> byColumn, string writtenName, ImmutableArray<ComparedChange> changes)
    {
        var first = byColumn[0].GetValueOrDefault(code)?.Score;
        var cells = ImmutableArray.CreateBuilder<ComparedScore>();
        for (var column = 0; column < byColumn.Count; column++)
        {
            if (byColumn[column].TryGetValue(code, out var rule))
                cells.Add(new(column, rule, column == 0 ? null : rule.Score - first));
        }

        return new(code, cells.Count > 0 ? cells[0].Rule.Name : writtenName, cells.DrainToImmutable(), changes);
    }

    // The names of rules that stand in no scorecard, with their holes: those of the first rubric that has them.
    private Dictionary<string, string> WrittenNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rubric in rubrics)
            Add(rubric.Document.Rules, null);
        return names;

        void Add(ImmutableArray<Rule> rules, string? around)
        {
            foreach (var rule in rules)
            {
                var code = rule.Code?.Text ?? (around is null ? rule.RuleName.Text : $"{around}/{rule.RuleName.Text}");
                names.TryAdd(code, rule.RuleName.Text);
                Add(rule.Rules, code);
            }
        }
    }
}
