using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

internal static class BoundsCompiler
{
    public static BoundsEvaluator Compile(BoundExpression expression) => throw new NotSupportedException();
}
