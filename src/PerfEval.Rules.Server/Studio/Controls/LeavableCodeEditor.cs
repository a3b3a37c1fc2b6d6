using BlazorMonaco.Editor;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>An editor that may be left while it is still being made.</summary>
/// <seealso cref="EditorLeaving"/>
public sealed class LeavableCodeEditor : StandaloneCodeEditor
{
    private bool isLeft;

    protected override Task OnAfterRenderAsync(bool firstRender) => EditorLeaving.BearAsync(() => base.OnAfterRenderAsync(firstRender), () => isLeft);

    public override void Dispose()
    {
        isLeft = true;
        base.Dispose();
    }
}
