using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The page that the browser loads once; everything in it lives over the connection.</summary>
public sealed partial class App
{
    private Texts texts = Texts.In(Texts.Chinese);

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override void OnInitialized() => texts = Texts.Of(Context.Request);
}
