using Microsoft.JSInterop;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>
/// The script beside a component: loaded at its first use and let go with the component. That may be while the script loads or answers, since people go elsewhere
/// when they like: whatever is asked from then on is nothing.
/// </summary>
/// <param name="path">Below the base address.</param>
internal sealed class BrowserModule(IJSRuntime script, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? loading;
    private (IJSObjectReference Part, string Farewell)? held;
    private bool isGone;

    /// <summary>Loads it, so that what follows is quick.</summary>
    public Task<IJSObjectReference> LoadAsync() => loading ??= script.InvokeAsync<IJSObjectReference>("import", "./" + path).AsTask();

    /// <summary>Calls a function.</summary>
    public async Task CallAsync(string function, params object?[] arguments)
    {
        var module = await LoadAsync();
        if (!isGone)
            await module.InvokeVoidAsync(function, arguments);
    }

    /// <summary>What a function gives.</summary>
    public async Task<T?> AskAsync<T>(string function, params object?[] arguments)
        where T : class
    {
        var module = await LoadAsync();
        return isGone ? null : await module.InvokeAsync<T?>(function, arguments);
    }

    /// <summary>Has a function make the one thing that lives in the browser as long as the component does.</summary>
    /// <param name="farewell">Its own function that ends it.</param>
    public async Task<IJSObjectReference?> HoldAsync(string function, string farewell, params object?[] arguments)
    {
        if (await AskAsync<IJSObjectReference>(function, arguments) is not { } part)
            return null;
        if (isGone)
        {
            await ReleaseAsync(part, farewell);
            return null;
        }

        held = (part, farewell);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        if (held is var (part, farewell))
            await ReleaseAsync(part, farewell);
        if (loading is { IsCompletedSuccessfully: true })
            await ReleaseAsync(await loading, null);
    }

    private static async Task ReleaseAsync(IJSObjectReference part, string? farewell)
    {
        try
        {
            if (farewell is not null)
                await part.InvokeVoidAsync(farewell);
            await part.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and all that lived in it.
        }
    }
}
