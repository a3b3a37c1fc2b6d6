using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Binding;

/// <summary>What the evaluations find in the tree beyond types.</summary>
public sealed class BoundTreeTests
{
    [Theory]
    [InlineData("1 / 3 > 人数", true, false)]
    [InlineData("人数 > 1 / 3", false, true)]
    [InlineData("得率 > min(1 / 3, 1)", true, true)]
    [InlineData("round(1 / 3, 2) > 人数", false, false)]
    public void A_comparison_rounds_its_inexact_sides(string text, bool left, bool right)
    {
        var comparison = Bind<BoundComparison>(text);
        Assert.Equal((left, right), (comparison.RoundsLeft, comparison.RoundsRight));
    }

    [Fact]
    public void A_match_rounds_an_inexact_operand()
    {
        Assert.True(Bind<BoundIs>("人数 / 3 is 5").Rounds);
        Assert.False(Bind<BoundIs>("人数 is 5").Rounds);
        Assert.True(Bind<BoundSwitch>("(人数 / 3) switch { 5 => 1, _ => 0 }").Rounds);
    }

    [Fact]
    public void Steps_of_a_chain_carry_the_type_so_far_and_the_span_up_to_them()
    {
        var chain = Bind<BoundArithmetic>("人数 * 预算数 / 3");
        Assert.Equal([ExpressionType.Money, ExpressionType.Money.Inexact], chain.Steps.Select(step => step.Type));
        Assert.Equal(["人数 * 预算数", "人数 * 预算数 / 3"], chain.Steps.Select(step => "人数 * 预算数 / 3"[..step.Span.End]));
    }

    [Fact]
    public void A_look_up_is_the_cell_of_a_row()
    {
        var cell = Bind<BoundCell>("score(\"LH15\")");
        var index = Assert.IsType<BoundIndex>(cell.Row);
        Assert.Equal("score", cell.Column.Name);
        Assert.Equal(Value.Of("LH15"), Assert.IsType<BoundLiteral>(index.Key).Value);
        Assert.Equal("children", Assert.IsType<BoundName>(index.Table).Symbol.Name);
    }

    [Fact]
    public void Every_lambda_has_a_slot_of_its_own()
    {
        var scope = Declared.Scope();
        var before = scope.Slots.Count;
        Assert.True(Expression.Compile("项目.Sum(p => 台账.Sum(q => q.金额)) + 项目.Sum(p => p.预算)", scope).IsValid);
        Assert.Equal(before + 3, scope.Slots.Count);
    }

    [Fact]
    public void A_method_is_the_same_call_as_a_function()
    {
        var (method, function) = (Bind<BoundCall>("项目.Sum(p => p.预算)"), Bind<BoundCall>("sum(项目, p => p.预算)"));
        Assert.Same(method.Function, function.Function);
        Assert.Equal(method.Arguments.Select(argument => argument.GetType()), function.Arguments.Select(argument => argument.GetType()));
    }

    [Fact]
    public void An_error_keeps_what_could_be_bound()
    {
        var error = Assert.IsType<BoundError>(Expression.Compile("人数 + 预算数", Declared.Scope()).Bound);
        Assert.Equal(["人数", "预算数"], error.Children.Cast<BoundName>().Select(name => name.Symbol.Name));
    }

    [Fact]
    public void A_constant_of_a_pattern_has_its_sign_and_unit()
    {
        var pattern = Assert.IsType<BoundRelationalPattern>(Bind<BoundIs>("预算数 is > (-5万元)").Pattern);
        Assert.Equal(Value.Of(-50_000m), pattern.Value);
    }

    private static T Bind<T>(string text)
        where T : BoundExpression
    {
        var expression = Expression.Compile(text, Declared.Scope());
        Assert.Empty(expression.Diagnostics);
        return Assert.IsType<T>(expression.Bound);
    }
}
