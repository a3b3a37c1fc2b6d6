using BlazorMonaco.Editor;
using Microsoft.JSInterop;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>An editor that may be left while it is still being made: what fails after that is nobody's concern, and must not break the page.</summary>
public sealed class LeavableCodeEditor : StandaloneCodeEditor
{
    private bool isLeft;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            await base.OnAfterRenderAsync(firstRender);
        }
        catch (Exception exception) when (isLeft && exception is ObjectDisposedException or JSException or JSDisconnectedException)
        {
            // Its place in the page, or its half of the bridge, is gone already.
        }
    }

    public override void Dispose()
    {
        isLeft = true;
        base.Dispose();
    }
}
