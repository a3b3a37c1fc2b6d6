using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>Everything that is written about one rule.</summary>
public sealed partial class RuleDetails
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>The rule; null shows nothing.</summary>
    [Parameter]
    public Rule? Rule { get; set; }

    private static IEnumerable<(string Name, string Text)> Expressions(Rule rule)
    {
        (string, SourcedText?)[] all =
        [
            (nameof(rule.ForEach), rule.ForEach), (nameof(rule.NotApplicableWhen), rule.NotApplicableWhen), (nameof(rule.ZeroWhen), rule.ZeroWhen),
            (nameof(rule.FullWhen), rule.FullWhen), (nameof(rule.Score), rule.Score), (nameof(rule.Expression), rule.Expression),
            (nameof(rule.ReasonWhen), rule.ReasonWhen),
        ];
        return all.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!.Text)); // filtered
    }
}
