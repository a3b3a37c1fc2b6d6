using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>自评 against what the rules give, line by line.</summary>
public sealed partial class ReportedList
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required Scorecard Card { get; set; }

    [Parameter, EditorRequired]
    public required ReportedForm Reported { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    // Departments report the lines of the printed table, neither its groups nor the parts of a line.
    private IEnumerable<RuleScore> Lines(ImmutableArray<RuleScore> rules) =>
        rules.Where(rule => rule.Kind != RuleKind.Information)
            .SelectMany(rule => rule.Rules.IsEmpty || Card.Audit.Reconciliation.Any(line => line.Code == rule.Code) ? [rule] : Lines(rule.Rules));

    private RenderFragment VerdictOf(string what, string? code) => builder =>
    {
        if (Card.Audit.Reconciliation.FirstOrDefault(line => line.What == what && line.Code == code) is { } found)
            Render(builder, found);
    };

    private void Render(RenderTreeBuilder builder, Reconciliation line)
    {
        var style = line.Verdict switch { Verdict.Agrees or Verdict.WithinRounding => "good", Verdict.Differs => "bad", _ => "warn" };
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "badge " + style);
        builder.AddContent(2, Texts["Verdict." + line.Verdict].Value + (line.Difference is { } difference ? " " + Points.Of(difference) : ""));
        builder.CloseElement();
        if (line.Slip is { } slip)
            builder.AddContent(3, " " + Texts.Of(slip.Message));
    }

    private Task SetAsync(string code, ChangeEventArgs typed)
    {
        Reported.SetScore(code, typed.Value?.ToString() ?? "");
        return Tell();
    }

    private Task Tell() => Changed.InvokeAsync();
}
