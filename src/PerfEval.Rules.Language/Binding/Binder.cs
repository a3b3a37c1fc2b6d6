using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Binding;

internal static class Binder
{
    public static BoundExpression Bind(ParsedText parsed, Scope scope, Expected expected, DiagnosticBag diagnostics) => throw new NotSupportedException();
}
