using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>The printed 评分表 of a rubric, and the rule chosen in it.</summary>
public sealed partial class RubricSheet
{
    private Sheet<Rule> sheet = new([], 1);
    private Rubric? shown;
    private Rule? chosen;
    private bool isMarked;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required Rubric Document { get; set; }

    protected override void OnParametersSet()
    {
        if (shown == Document)
            return;
        shown = Document;
        isMarked = Document.Rules.Any(rule => rule.Kind is null or RuleKind.Scored); // a framework without points would be marked all over
        sheet = Sheet<Rule>.Of(Document.Rules.Where(rule => rule.Enabled != false), ChildrenOf);
        chosen = sheet.Lines.IsEmpty ? null : sheet.Lines[0].Leaf;
    }

    // Parts of a rule that has a Score of its own are no lines of the printed table.
    private static System.Collections.Immutable.ImmutableArray<Rule> ChildrenOf(Rule rule) => rule.Score is null ? [.. rule.Rules.Where(child => child.Enabled != false)] : [];
}
