using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

internal static class Recorder
{
    public static Explanation Record(BoundExpression expression, string text, Frame frame) => throw new NotSupportedException();
}
