using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>One field of the form with its caption, unit and faults.</summary>
public sealed partial class FieldEditor
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    /// <summary>The faults of the whole submission; the field picks its own.</summary>
    [Parameter]
    public ImmutableArray<SubmissionFault> Faults { get; set; } = [];

    /// <summary>Raised whenever something was typed or chosen.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string Id => "field-" + Field.Name;

    private bool IsGroup => Field.Shape is FieldShape.Choices or FieldShape.Table;

    private string Path => "/data/" + Field.Name;

    private string Invalid => OwnFaults.Any() ? "true" : "false";

    // A table shows the faults of its cells itself.
    private IEnumerable<SubmissionFault> OwnFaults => Faults.Where(fault =>
        fault.Path == Path || (Field.Shape != FieldShape.Table && fault.Path.StartsWith(Path + "/", StringComparison.Ordinal)));

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
