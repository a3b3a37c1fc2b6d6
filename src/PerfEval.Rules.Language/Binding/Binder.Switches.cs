using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding.Coverage;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Switches: their arms agree, cover every value, and can all be reached.
internal sealed partial class Binder
{
    private BoundExpression BindSwitch(SwitchSyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        var arms = ImmutableArray.CreateBuilder<BoundArm>(syntax.Arms.Length);
        foreach (var arm in syntax.Arms)
            arms.Add(new(arm, BindPattern(arm.Pattern, operand), arm.When is { } when ? BindCondition(when) : null, Bind(arm.Value)));
        return CompleteSwitch(syntax, operand, arms.MoveToImmutable());
    }

    private BoundExpression CompleteSwitch(SwitchSyntax syntax, BoundExpression operand, ImmutableArray<BoundArm> arms)
    {
        ImmutableArray<BoundExpression> values = [.. arms.Select(arm => arm.Value)];
        var type = arms.IsEmpty ? null : JoinBranches(values);
        var isCovered = operand.Type is not ErrorType && !arms.Any(arm => arm.Pattern.HasError) && CheckCoverage(syntax, operand, arms);
        if (type is null || !isCovered || arms.Any(arm => arm.When?.Type is ErrorType))
            return new BoundError(syntax, [operand, .. arms.SelectMany(arm => arm.When is { } when ? [when, arm.Value] : new[] { arm.Value })]);

        return new BoundSwitch(syntax, operand, arms, type, operand.Type is NumberType { IsInexact: true }) { Format = Formats.Shared(type, values) };
    }

    private bool CheckCoverage(SwitchSyntax syntax, BoundExpression operand, ImmutableArray<BoundArm> arms)
    {
        if (arms.IsEmpty)
            return false;

        var coverage = SwitchCoverage.Of(operand.Type, arms);
        foreach (var arm in coverage.Empty)
            diagnostics.EmptyPattern(arms[arm].Pattern.Syntax.Span);
        foreach (var (arm, hiding) in coverage.Hidden)
            diagnostics.UnreachableArm(arms[arm].Pattern.Syntax.Span, hiding + 1, arms[hiding].Pattern.Syntax.Span.Of(text));
        if (coverage.IsComplete)
            return true;

        diagnostics.SwitchIncomplete(syntax.KeywordSpan, SampleText.Find(coverage.Uncovered, operand, arms));
        return false;
    }
}
