using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

public static partial class FunctionTable
{
    private static Function[] Tables() => [.. RowFigures(), .. RowConditions(), .. RowSelections()];

    private static Function[] RowFigures() =>
    [
        new("sum", [Table, RowValue], Summary("各行数值之和；没有行为 0", "the sum over the rows; 0 for no rows"))
        {
            ResultType = ResultTypes.OfLambda,
            FormatFrom = [1],
            Value = TableFunctions.Sum,
            Bounds = TableFunctions.SumBounds,
            Examples = [Example("项目.Sum(p => p.执行数)", "370000")],
        },
        new("average", [Table, RowValue], Summary("各行数值的平均数；没有行为缺失", "the mean over the rows; missing for no rows"))
        {
            ResultType = ResultTypes.OfLambdaInexact,
            FormatFrom = [1],
            Value = TableFunctions.Average,
            Bounds = TableFunctions.AverageBounds,
            Examples = [Example("项目.Average(p => p.完成率)", "0.9")],
        },
        new("min", [Table, RowValue], Summary("各行中最小的数值；没有行为缺失", "the least over the rows; missing for no rows"))
        {
            ResultType = ResultTypes.OfLambda,
            FormatFrom = [1],
            Value = TableFunctions.Min,
            Bounds = TableFunctions.MinBounds,
            Examples = [Example("项目.Min(p => p.完成率)", "0.8")],
        },
        new("max", [Table, RowValue], Summary("各行中最大的数值；没有行为缺失", "the greatest over the rows; missing for no rows"))
        {
            ResultType = ResultTypes.OfLambda,
            FormatFrom = [1],
            Value = TableFunctions.Max,
            Bounds = TableFunctions.MaxBounds,
            Examples = [Example("项目.Max(p => p.完成率)", "1")],
        },
        new(
            "weightedAverage",
            [Table, RowValue, RowNumber("weight", "每行的权重", "the weight of each row")],
            Summary("加权平均：Σ 数值×权重 ÷ Σ 权重；没有行为缺失，权重之和为 0 时出错", "Σ value × weight / Σ weight; missing for no rows, a failure where the weights add up to 0"))
        {
            ResultType = ResultTypes.OfLambdaInexact,
            FormatFrom = [1],
            Value = TableFunctions.WeightedAverage,
            Bounds = TableFunctions.WeightedAverageBounds,
            Examples = [Example("项目.WeightedAverage(p => p.完成率, p => p.预算数)", "0.925"), Example("项目.WeightedAverage(p => p.完成率, p => 0)", "failed")],
        },
    ];

    private static Function[] RowConditions() =>
    [
        new("count", [Table, RowCondition with { IsOptional = true }], Summary("行数，或满足条件的行数；没有行为 0", "how many rows, or how many that satisfy the condition; 0 for no rows"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = TableFunctions.Count,
            Bounds = TableFunctions.CountBounds,
            Examples = [Example("项目.Count()", "3"), Example("项目.Count(p => p.完成率 >= 90%)", "2")],
        },
        new("any", [Table, RowCondition], Summary("是否有满足条件的行；没有行为否", "whether a row satisfies the condition; false for no rows"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TableFunctions.Any,
            Bounds = TableFunctions.AnyBounds,
            Examples = [Example("项目.Any(p => p.完成率 < 90%)", "true")],
        },
        new("all", [Table, RowCondition], Summary("是否每行都满足条件；没有行为是", "whether every row satisfies the condition; true for no rows"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TableFunctions.All,
            Bounds = TableFunctions.AllBounds,
            Examples = [Example("项目.All(p => p.完成率 < 90%)", "false")],
        },
    ];

    private static Function[] RowSelections() =>
    [
        new("where", [Table, RowCondition], Summary("满足条件的行，次序不变", "the rows that satisfy the condition, in order"))
        {
            ResultType = ResultTypes.SameAsFirst,
            Value = TableFunctions.Where,
            Bounds = TableFunctions.WhereBounds,
            Examples = [Example("项目.Where(p => p.完成率 >= 90%).Sum(p => p.预算数)", "300000")],
        },
        new(
            "top",
            [Table, Whole("n", "行数，不小于 0", "how many rows, not negative"), RowValue],
            Summary("数值最大的 n 行，大的在前，相等的按行序", "the n rows with the greatest values, greatest first, ties in row order"))
        {
            ResultType = ResultTypes.SameAsFirst,
            RoundsInexact = true,
            Value = TableFunctions.Top,
            Bounds = TableFunctions.TopBounds,
            Examples = [Example("项目.Top(2, p => p.执行数).Sum(p => p.执行数)", "290000"), Example("项目.Top(-1, p => p.执行数)", "failed")],
        },
        new("first", [Table, RowCondition], Summary("第一个满足条件的行；没有则缺失", "the first row that satisfies the condition; missing where none does"))
        {
            ResultType = ResultTypes.RowOfTable,
            Value = TableFunctions.First,
            Bounds = TableFunctions.FirstBounds,
            Examples = [Example("项目.First(p => p.完成率 >= 90%).名称", "\"培训\"")],
        },
    ];
}
