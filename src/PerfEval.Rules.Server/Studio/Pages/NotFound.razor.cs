using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Whatever no other page answers for.</summary>
public sealed partial class NotFound
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>The address asked for; unused, the route demands it.</summary>
    [Parameter]
    public string? Rest { get; set; }

    // Null once the page lives over the connection: then there is no answer left to give a status to.
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    protected override void OnInitialized()
    {
        // Not before the page is rendered: with this status the framework would leave it out.
        Context?.Response.OnStarting(() =>
        {
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
