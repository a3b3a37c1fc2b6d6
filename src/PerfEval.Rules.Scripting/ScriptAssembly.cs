using System.Runtime.Loader;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Scripting;

/// <summary>A compiled script in a context of its own: once nothing holds it, the runtime unloads it.</summary>
internal sealed class ScriptAssembly
{
    private readonly Type type;

    private ScriptAssembly(Type type) => this.type = type;

    /// <summary>Loads what the compiler wrote.</summary>
    public static ScriptAssembly Load(Stream image)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        // Whatever a script refers to is loaded here already.
        context.Resolving += static (_, name) => name.Name == typeof(ScriptAssembly).Assembly.GetName().Name ? typeof(ScriptAssembly).Assembly : null;
        return new(context.LoadFromStream(image).GetType(ScriptText.ClassName, throwOnError: true)!); // thrown otherwise
    }

    /// <summary>Runs the script over a frame.</summary>
    public Value Run(Frame frame)
    {
        try
        {
            return ((ScriptedRule)Activator.CreateInstance(type)!).Run(frame); // a class with a constructor
        }
        catch (ScriptEnd end)
        {
            return end.Value;
        }
        catch (DivideByZeroException)
        {
            return ScriptedRule.Failed(new("脚本：除数为零", "script: division by zero"));
        }
        catch (OverflowException)
        {
            return ScriptedRule.Failed(new("脚本：数值超出范围", "script: number out of range"));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NullReferenceException or System.Runtime.CompilerServices.SwitchExpressionException)
        {
            return ScriptedRule.Failed(new($"脚本无法算出结果：{exception.Message}", $"the script comes to no result: {exception.Message}"));
        }
    }
}
