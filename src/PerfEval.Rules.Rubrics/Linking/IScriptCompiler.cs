using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Makes something that runs of rules written in C# (<c>CSharpScript</c>). Rubrics hold no compiler of C#: a host that lets scripts run brings one.</summary>
public interface IScriptCompiler
{
    /// <summary>Compiles one script; never throws, whatever the text.</summary>
    /// <param name="scope">The names that the script may read.</param>
    /// <param name="expected">What it has to come to: points, true or false, or anything.</param>
    ScriptCompilation Compile(string text, Scope scope, Expected expected);
}

/// <summary>What compiling a script gave.</summary>
/// <param name="Script">Null when a diagnostic is an error.</param>
/// <param name="Diagnostics">By position in the text.</param>
public sealed record ScriptCompilation(RuleScript? Script, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>A script that is ready to run. Safe to share between threads; gone when nothing holds it.</summary>
/// <param name="Run">Its value over the slots of a frame: missing where it reads something that is missing, failed where it cannot come to an end. Never throws.</param>
/// <param name="Names">The names of the scope that it reads, each once, in the order of their first use.</param>
public sealed record RuleScript(Func<Frame, Value> Run, ImmutableArray<string> Names);
