using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Server.Published;

/// <summary>What compiles rules written in C#, where the settings let scripts run.</summary>
/// <param name="Compiler">Null: they do not.</param>
internal sealed record Scripts(IScriptCompiler? Compiler);
