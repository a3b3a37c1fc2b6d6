namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>One handler for each thing in a list, the same at every rendering: one made anew each time is sent to the browser anew each time.</summary>
internal sealed class Handlers(Func<string, Task> handle)
{
    private readonly Dictionary<string, Func<Task>> made = new(StringComparer.Ordinal);

    public Func<Task> Of(string thing)
    {
        if (!made.TryGetValue(thing, out var handler))
            made[thing] = handler = () => handle(thing);
        return handler;
    }
}
