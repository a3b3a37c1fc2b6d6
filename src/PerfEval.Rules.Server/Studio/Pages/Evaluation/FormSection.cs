using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>A part of the form: the inputs of one top-level indicator.</summary>
/// <param name="Title">The indicator's name as printed; null for what several indicators share or none uses.</param>
public sealed record FormSection(string? Title, ImmutableArray<FormField> Fields)
{
    /// <summary>Every field once: with the only top-level rule that rests on it, or in a last part of its own.</summary>
    public static ImmutableArray<FormSection> Of(CompiledRubric rubric, ImmutableArray<FormField> fields)
    {
        var document = rubric.Document;
        var paramReads = document.GlobalParams.ToDictionary(param => Names.Normalize(param.Name), param => NamesIn(param.Expression.Text), StringComparer.Ordinal);
        var reads = document.Rules.Select(rule => Close(ReadsOf(rule), paramReads)).ToList();
        var placed = fields.ToLookup(field =>
        {
            var users = Enumerable.Range(0, reads.Count).Where(i => reads[i].Contains(field.Name)).Take(2).ToList();
            return users.Count == 1 ? users[0] : -1;
        });
        var sections = document.Rules.Select((rule, i) => new FormSection(rule.RuleName.Text, [.. placed[i]])).Where(section => !section.Fields.IsEmpty);
        var shared = new FormSection(null, [.. placed[-1]]);
        return shared.Fields.IsEmpty ? [.. sections] : [shared, .. sections];
    }

    private static HashSet<string> ReadsOf(Rule rule)
    {
        SourcedText?[] expressions = [rule.Score, rule.Expression, rule.NotApplicableWhen, rule.ZeroWhen, rule.FullWhen, rule.ForEach, rule.ReasonWhen, rule.WeightExpression];
        var texts = expressions.OfType<SourcedText>().Concat(rule.LocalParams.Select(param => param.Expression));
        var names = texts.SelectMany(text => NamesIn(text.Text)).ToHashSet(StringComparer.Ordinal);
        if (rule is { Judged: not null, Code: { } code })
            names.Add(Names.Normalize(code.Text));
        foreach (var child in rule.Rules)
            names.UnionWith(ReadsOf(child));
        return names;
    }

    private static ImmutableArray<string> NamesIn(string expression) => NameReferences.In(Parser.Parse(expression).Root);

    // Params stand for what they read, through any number of them; a cycle would have been an error of the rubric.
    private static HashSet<string> Close(HashSet<string> names, Dictionary<string, ImmutableArray<string>> paramReads)
    {
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            foreach (var read in paramReads.GetValueOrDefault(name, []).Where(names.Add))
                open.Push(read);
        }

        return names;
    }
}
