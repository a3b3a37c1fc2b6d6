using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PerfEval.Rules.Scripting.Tests;

public sealed class UnloadingTests
{
    [Fact]
    public void A_script_goes_with_its_rubric()
    {
        var contexts = Use();
        for (var attempt = 0; attempt < 20 && contexts.Any(context => context.TryGetTarget(out _)); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(contexts, context => context.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<AssemblyLoadContext>> Use()
    {
        var before = AssemblyLoadContext.All.ToHashSet();
        for (var i = 0; i < 5; i++)
            Assert.Equal(i, Scripted.Score(Scripted.Compile($"{i}m"), "{}").Score);
        return [.. AssemblyLoadContext.All.Where(context => context.IsCollectible && !before.Contains(context)).Select(context => new WeakReference<AssemblyLoadContext>(context))];
    }
}
