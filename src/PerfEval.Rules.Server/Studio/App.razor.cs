using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The page that the browser loads once; everything in it lives over the connection.</summary>
public sealed partial class App
{
    private Preferences preferences = Preferences.Default;
    private Texts texts = Texts.In(Preferences.Chinese);

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override void OnInitialized()
    {
        preferences = Preferences.Of(Context.Request);
        texts = Texts.In(preferences.Language);
    }
}
