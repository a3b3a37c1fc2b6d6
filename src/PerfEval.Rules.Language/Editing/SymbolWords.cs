using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What hover and completion say of names.</summary>
internal static class SymbolWords
{
    public static CompletionKind KindOf(Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Input => CompletionKind.Input,
        SymbolKind.Param => CompletionKind.Param,
        SymbolKind.Table => CompletionKind.Table,
        SymbolKind.LambdaParameter => CompletionKind.LambdaParameter,
        _ => CompletionKind.BuiltIn,
    };

    public static Bilingual? Describe(Symbol symbol) =>
        symbol.Description is { } written ? Bilingual.Same(written) : symbol.Kind == SymbolKind.BuiltIn ? DescribeBuiltIn(symbol.Name) : null;

    /// <summary>A value in its unit; null where the frame has none.</summary>
    public static string? ValueOf(Symbol symbol, Frame? values)
    {
        if (values is null || symbol.Slot >= values.Slots.Length || symbol.Kind == SymbolKind.LambdaParameter)
            return null;
        var value = values.Slots[symbol.Slot];
        return value.IsMissing ? null : ValueText.Format(value, symbol.Format, withUnit: true);
    }

    /// <summary>The type of what a function gives, from its first example; missing where that fails to say.</summary>
    public static ExpressionType ResultOf(Function function) => Results.GetValueOrDefault(function, ExpressionType.Error);

    private static readonly Dictionary<Function, ExpressionType> Results = FunctionTable.All.ToDictionary(
        function => function,
        function => function.Examples is [var example, ..] ? Expression.Compile(example.Expression, ExampleTable.NewScope().Scope).Type : ExpressionType.Error,
        ReferenceEqualityComparer.Instance as IEqualityComparer<Function>);

    private static Bilingual? DescribeBuiltIn(string name) => name switch
    {
        "Year" => new("评价年度", "the year of the rubric"),
        "Weight" => new("本指标的分值", "the weight of this rule"),
        "row" => new("当前行", "the row that the rule is repeated for"),
        "children" => new("下级指标：code、name、weight、score、applicable", "the rules directly below: code, name, weight, score, applicable"),
        "total" => new("总分", "the total"),
        "score" => new("得分", "the score"),
        _ => null,
    };
}
