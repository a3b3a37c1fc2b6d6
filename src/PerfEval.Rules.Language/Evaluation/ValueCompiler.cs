using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

internal static class ValueCompiler
{
    public static Evaluator Compile(BoundExpression expression) => throw new NotSupportedException();
}
