using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Functions;

namespace PerfEval.Rules.Language.Tests.Functions;

public sealed class FunctionTableTests
{
    public static IEnumerable<object[]> Examples =>
        from function in FunctionTable.All from example in function.Examples select new object[] { example.Expression, example.Result };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_what_the_documentation_says(string text, string result)
    {
        var (scope, slot) = ExampleTable.NewScope();
        var expression = Expression.Compile(text, scope);
        Assert.Empty(expression.Diagnostics);

        var frame = new Frame(scope.Slots.Count);
        frame.Slots[slot] = Value.Of(new Table(ExampleTable.Type, ExampleTable.Rows));
        Assert.Equal(result, expression.Evaluate(frame).ToString());
    }

    [Fact]
    public void Every_row_has_examples_and_both_languages() => Assert.All(FunctionTable.All, function =>
    {
        Assert.NotEmpty(function.Examples);
        Assert.All(function.Parameters.Select(parameter => parameter.Description).Append(function.Summary), words =>
        {
            Assert.NotEmpty(words.Zh);
            Assert.NotEqual(words.Zh, words.En);
        });
    });

    [Fact]
    public void Names_are_found_in_any_case()
    {
        Assert.Equal("weightedAverage", Assert.Single(FunctionTable.Find("WEIGHTEDaverage")).Name);
        Assert.Equal(2, FunctionTable.Find("sum").Length);
        Assert.Empty(FunctionTable.Find("eval"));
    }

    [Fact]
    public void Overloads_differ_in_whether_they_take_a_table() => Assert.All(
        FunctionTable.All.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
        overloads => Assert.Equal(overloads.Count(), overloads.Select(function => function.IsTableFunction).Distinct().Count()));

    // The binder takes the first argument's type for all rows, and a repeated parameter for all arguments that are left.
    [Fact]
    public void Tables_come_first_and_repeated_or_optional_parameters_last() => Assert.All(FunctionTable.All, function =>
    {
        Assert.DoesNotContain(function.Parameters.Skip(1), parameter => parameter.Kind == ParameterKind.Table);
        Assert.DoesNotContain(function.Parameters.SkipLast(1), parameter => parameter.IsRepeated || parameter.IsOptional);
        Assert.Equal(function.IsTableFunction, function.Parameters.Any(parameter => parameter.Kind is ParameterKind.Table or ParameterKind.RowNumber or ParameterKind.RowBool));
    });
}
