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

    private string FaultsId => Id + "-faults";

    private string Path => "/data/" + Field.Name;

    private ImmutableArray<SubmissionFault> OwnFaults => [.. Faults.Where(fault => fault.Path == Path || fault.Path.StartsWith(Path + "/", StringComparison.Ordinal))];

    // A table shows the faults of its cells itself.
    private IEnumerable<SubmissionFault> ShownFaults => OwnFaults.Where(fault => Field.Shape != FieldShape.Table || fault.Path == Path);
}
