namespace PerfEval.Rules.Language.Tests.Binding;

public sealed class ExpectedTypeTests
{
    [Theory]
    [InlineData("预算数 / 执行数", Expected.PlainNumber, null)]
    [InlineData("0", Expected.PlainNumber, null)]
    [InlineData("预算数 * 2", Expected.PlainNumber, "PE0112: points must be a plain number, this is money")]
    [InlineData("是否公开", Expected.PlainNumber, "PE0112: points must be a plain number, this is true or false")]
    [InlineData("人数 > 1", Expected.Bool, null)]
    [InlineData("人数", Expected.Bool, "PE0112: a condition must be true or false, this is number")]
    [InlineData("项目.Where(p => p.已验收)", Expected.Table, null)]
    [InlineData("row", Expected.Table, "PE0112: a table is expected here, this is row of `台账`")]
    [InlineData("row", Expected.Anything, null)]
    public void The_place_of_an_expression_demands_a_type(string text, Expected expected, string? message)
    {
        var diagnostics = Expression.Compile(text, Declared.Scope(), expected).Diagnostics;
        Assert.Equal(message, diagnostics.SingleOrDefault()?.ToString());
    }

    [Fact]
    public void A_mistake_within_is_not_reported_again_for_the_whole() =>
        Assert.Equal("PE0101", Assert.Single(Expression.Compile("不存在", Declared.Scope(), Expected.Bool).Diagnostics).Code);
}
