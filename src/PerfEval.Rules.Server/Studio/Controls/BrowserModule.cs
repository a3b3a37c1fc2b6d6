using Microsoft.JSInterop;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>The script beside a component: loaded at its first use and let go with the component.</summary>
/// <param name="path">Below the base address.</param>
internal sealed class BrowserModule(IJSRuntime script, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? loading;

    /// <summary>Loads it, so that what follows is quick.</summary>
    public Task<IJSObjectReference> LoadAsync() => loading ??= script.InvokeAsync<IJSObjectReference>("import", "./" + path).AsTask();

    public async Task CallAsync(string function, params object?[] arguments) => await (await LoadAsync()).InvokeVoidAsync(function, arguments);

    public async Task<T> AskAsync<T>(string function, params object?[] arguments) => await (await LoadAsync()).InvokeAsync<T>(function, arguments);

    public async ValueTask DisposeAsync()
    {
        if (loading is { IsCompletedSuccessfully: true })
            await ReleaseAsync(await loading);
    }

    /// <summary>Lets something in the browser go, after a last call where one is named.</summary>
    public static async Task ReleaseAsync(IJSObjectReference held, string? farewell = null)
    {
        try
        {
            if (farewell is not null)
                await held.InvokeVoidAsync(farewell);
            await held.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and all that lived in it.
        }
    }
}
