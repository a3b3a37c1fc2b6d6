using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>What one field is filled in with: a box, a choice, a table.</summary>
public sealed partial class FieldControl
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    /// <summary>Of the element, for a label to name; null: it has none.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Name for a screen reader, where no label names it.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Id of the element that says what is wrong.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>What is wrong with the field or, in a table, with its cells.</summary>
    [Parameter]
    public ImmutableArray<SubmissionFault> Faults { get; set; } = [];

    /// <summary>Raised whenever something was typed or chosen.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string Invalid => Faults.IsEmpty ? "false" : "true";

    private string DefaultText => Field.Input.Definition.Default switch
    {
        null => Field.Shape == FieldShape.Number ? "" : Texts["Evaluate.NotGiven"],
        true => Texts["Evaluate.Default", Texts["Evaluate.Yes"]],
        false => Texts["Evaluate.Default", Texts["Evaluate.No"]],
        decimal number => Texts["Evaluate.Default", Points.Of(number)],
        var other => Texts["Evaluate.Default", other],
    };

    // A date would be bound as one, and one half typed be lost.
    private Task Take(ChangeEventArgs typed)
    {
        Field.Text = typed.Value?.ToString() ?? "";
        return Tell();
    }

    private Task Tell() => Changed.InvokeAsync();

    private Task Choose(string choice, bool isChosen)
    {
        var chosen = Field.Chosen ?? ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);
        Field.Chosen = isChosen ? chosen.Add(choice) : chosen.Remove(choice);
        return Tell();
    }
}
