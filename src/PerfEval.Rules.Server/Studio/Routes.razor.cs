using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The root of everything that lives over the connection.</summary>
public sealed partial class Routes
{
    private Appearance studio = new(Preferences.Default);

    /// <summary>How the first page was asked for; switched in place from then on.</summary>
    [Parameter]
    public Preferences Preferred { get; set; } = Preferences.Default;

    protected override void OnInitialized()
    {
        studio = new(Preferred);
        studio.Changed += StateHasChanged;
    }
}
