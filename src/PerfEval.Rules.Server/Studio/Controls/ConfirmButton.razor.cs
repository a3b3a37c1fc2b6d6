using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>A button that asks once more before it acts, in its own place; the keyboard stays where it is.</summary>
public sealed partial class ConfirmButton
{
    private ElementReference first;
    private ElementReference yes;
    private bool isAsked;
    private bool mustFocus;

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What the second button says.</summary>
    [Parameter, EditorRequired]
    public required string Question { get; set; }

    [Parameter, EditorRequired]
    public required string Cancel { get; set; }

    /// <summary>What it is done to: named to a screen reader, as the same button stands in every row.</summary>
    [Parameter, EditorRequired]
    public required string Subject { get; set; }

    /// <summary>The class of the first button.</summary>
    [Parameter]
    public string Style { get; set; } = "quiet";

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback OnConfirmed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!mustFocus)
            return;
        mustFocus = false;
        await (isAsked ? yes : first).FocusAsync();
    }

    private void Ask() => (isAsked, mustFocus) = (true, true);

    private void GiveUp() => (isAsked, mustFocus) = (false, true);

    private void GiveUpOnEscape(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
            GiveUp();
    }

    private async Task Confirm()
    {
        isAsked = false;
        await OnConfirmed.InvokeAsync();
    }
}
