using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Scripting;

/// <summary>Ends a run in the middle, with a value that is missing or failed. A script can catch nothing.</summary>
internal sealed class ScriptEnd(Value value) : Exception
{
    public Value Value { get; } = value;
}
