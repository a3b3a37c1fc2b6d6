using Microsoft.JSInterop;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>Leaving an editor while it is still being made.</summary>
internal static class EditorLeaving
{
    /// <summary>Makes an editor: what fails once it has been left is nobody's concern, and must not break the page.</summary>
    public static async Task BearAsync(Func<Task> make, Func<bool> isLeft)
    {
        try
        {
            await make();
        }
        catch (Exception exception) when (isLeft() && exception is ObjectDisposedException or JSException or JSDisconnectedException)
        {
            // Its place in the page, or its half of the bridge, is gone already.
        }
    }
}
