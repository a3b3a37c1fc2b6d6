using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>A table input as a grid; a block copied from a spreadsheet may be pasted into any cell.</summary>
public sealed partial class TableEditor : IAsyncDisposable
{
    private ElementReference host;
    private DotNetObjectReference<TableEditor>? self;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter]
    public ImmutableArray<SubmissionFault> Faults { get; set; } = [];

    [Parameter]
    public EventCallback Changed { get; set; }

    private BrowserModule Module => field ??= new(Script, "studio/paste.js");

    protected override void OnInitialized()
    {
        if (Field.Rows.Count == 0)
            Field.AddRow();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        self = DotNetObjectReference.Create(this);
        await Module.CallAsync("takePaste", host, self);
    }

    /// <summary>Called by the browser: a block of cells, rows by lines, columns by tabs, put in from a cell on.</summary>
    [JSInvokable]
    public async Task Paste(int row, int column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pasted = PastedCells.Read(text);
        for (var i = 0; i < pasted.Length; i++)
        {
            var cells = row + i < Field.Rows.Count ? Field.Rows[row + i] : Field.AddRow();
            for (var j = 0; j < pasted[i].Length && column + j < cells.Length; j++)
                cells[column + j].Text = ReadPasted(cells[column + j], pasted[i][j]);
        }

        StateHasChanged();
        await Changed.InvokeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Module.DisposeAsync();
        self?.Dispose();
    }

    private string ReadPasted(FormField cell, string value) => cell.Shape != FieldShape.YesNo
        ? value
        : value == Texts["Evaluate.Yes"].Value ? "true" : value == Texts["Evaluate.No"].Value ? "false" : value.ToLowerInvariant();

    private string LabelOf(int row, FormField cell) => Texts["Evaluate.Cell", Field.Label, row + 1, cell.Label];

    // Rows nobody has typed in are not sent, so the reader counts without them.
    private string? FaultOf(int row, FormField cell)
    {
        var sent = Field.Rows.Take(row).Count(cells => cells.Any(one => one.IsGiven));
        var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/data/{Field.Name}/{sent}/{cell.Name}");
        return cell.IsGiven && Faults.FirstOrDefault(fault => fault.Path == path) is { } found ? Texts.Of(found.Message) : null;
    }

    private Task Add()
    {
        Field.AddRow();
        return Tell();
    }

    private Task Remove(int row)
    {
        Field.Rows.RemoveAt(row);
        return Tell();
    }

    private Task Tell() => Changed.InvokeAsync();
}
