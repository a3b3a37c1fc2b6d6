using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Binding;

public sealed class OperatorTests
{
    private static readonly NumberType Zero = new(Measure.Either, IsInexact: false);

    [Fact]
    public void Every_row_is_found_by_its_own_types() => Assert.All(
        BinaryOperator.All,
        row => Assert.Same(row, BinaryOperator.Find(row.Kind, row.Left.Type, row.Right.Type)));

    [Fact]
    public void Comparisons_are_defined_for_two_of_a_kind_only() => Assert.All(
        BinaryOperator.All.Where(row => row.Result == OperandKind.Bool),
        row => Assert.Equal(row.Left, row.Right));

    [Fact]
    public void What_equals_is_also_unequal() => Assert.Equal(
        BinaryOperator.All.Where(row => row.Kind == OperatorKind.Equal).Select(row => row.Left),
        BinaryOperator.All.Where(row => row.Kind == OperatorKind.NotEqual).Select(row => row.Left));

    [Theory]
    [InlineData(OperatorKind.Add)]
    [InlineData(OperatorKind.Subtract)]
    [InlineData(OperatorKind.Less)]
    [InlineData(OperatorKind.Equal)]
    public void Zero_goes_with_money_and_with_plain_numbers(OperatorKind kind)
    {
        foreach (var type in new[] { ExpressionType.Money, ExpressionType.Number })
        {
            var expected = BinaryOperator.Find(kind, type, type);
            Assert.Same(expected, BinaryOperator.Find(kind, Zero, type));
            Assert.Same(expected, BinaryOperator.Find(kind, type, Zero));
        }
    }

    [Fact]
    public void A_quotient_is_inexact_and_what_comes_of_it_too()
    {
        var divide = BinaryOperator.Find(OperatorKind.Divide, ExpressionType.Money, ExpressionType.Money)!; // in the table
        var quotient = divide.GetResultType(ExpressionType.Money, ExpressionType.Money);
        Assert.Equal(new NumberType(Measure.Plain, IsInexact: true), quotient);

        var multiply = BinaryOperator.Find(OperatorKind.Multiply, quotient, ExpressionType.Money)!; // likewise
        Assert.Equal(new NumberType(Measure.Money, IsInexact: true), multiply.GetResultType(quotient, ExpressionType.Money));
    }

    [Fact]
    public void Nothing_is_defined_for_rows_tables_and_sets()
    {
        ExpressionType[] types = [new RowType(Declared.Projects), Declared.Projects, new TextSetType(["甲"]), ExpressionType.Error];
        Assert.All(
            from kind in Enum.GetValues<OperatorKind>() from type in types select (kind, type),
            pair =>
            {
                Assert.Null(BinaryOperator.Find(pair.kind, pair.type, pair.type));
                Assert.Null(UnaryOperator.Find(pair.kind, pair.type));
            });
    }
}
