using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>The scorecard as the printed 评分表.</summary>
public sealed partial class ScoreSheet
{
    private Sheet<RuleScore> sheet = new([], 1);

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required Scorecard Card { get; set; }

    /// <summary>Title of the rubric.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Codes of the rules that are one line although they have parts.</summary>
    [Parameter]
    public IReadOnlySet<string> WholeLines { get; set; } = new HashSet<string>();

    /// <summary>Why an indicator is as it is, by rule code, as the department says.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Reasons { get; set; } = ImmutableDictionary<string, string>.Empty;

    private IEnumerable<(string Name, string Reason)> Explained => Reasons.Count == 0 ? [] :
        from rule in Card.Rules.SelectMany(Subtree)
        where Reasons.TryGetValue(rule.Code, out var given) && given.Length > 0
        select (rule.Name, Reasons[rule.Code]);

    protected override void OnParametersSet() => sheet = Sheet<RuleScore>.Of(Card.Rules, rule => WholeLines.Contains(rule.Code) ? [] : rule.Rules);

    /// <summary>The rules of a document whose children are parts of one line: those with a Score of their own.</summary>
    internal static HashSet<string> WholeLinesOf(Rubric document) =>
        [.. document.Rules.SelectMany(Subtree).Where(rule => rule is { Score: not null, Code: not null, Rules.IsEmpty: false }).Select(rule => rule.Code!.Text)]; // filtered

    private static IEnumerable<RuleScore> Subtree(RuleScore rule) => rule.Rules.SelectMany(Subtree).Prepend(rule);

    private static IEnumerable<Rule> Subtree(Rule rule) => rule.Rules.SelectMany(Subtree).Prepend(rule);
}
