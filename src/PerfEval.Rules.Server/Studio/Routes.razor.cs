using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The root of everything that lives over the connection.</summary>
public sealed partial class Routes
{
    private LanguageChoice choice = new(Texts.In(Texts.Chinese));

    /// <summary>The language that the first page was asked for in; switched in place from then on.</summary>
    [Parameter]
    public string Language { get; set; } = Texts.Chinese;

    protected override void OnInitialized()
    {
        choice = new(Texts.In(Language));
        choice.Changed += StateHasChanged;
    }
}
