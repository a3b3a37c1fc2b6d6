using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

public static partial class FunctionTable
{
    private static Function[] Numbers() => [.. Rounding(), .. Combining(), .. Proportions()];

    private static Function[] Rounding() =>
    [
        new("abs", [Number("x", "数值", "the number")], Summary("绝对值", "the absolute value"))
        {
            ResultType = ResultTypes.SameAsFirst,
            FormatFrom = [0],
            Value = NumberFunctions.Abs,
            Bounds = NumberFunctions.AbsBounds,
            Examples = [Example("abs(-3)", "3"), Example("abs(3万元 - 5万元)", "20000")],
        },
        new("floor", [Number("x", "数值", "the number")], Summary("不大于它的最大整数；金额按元", "the greatest whole number that is not greater; money in 元"))
        {
            ResultType = ResultTypes.FirstRounded,
            RoundsInexact = true,
            FormatFrom = [0],
            Value = NumberFunctions.Floor,
            Bounds = NumberFunctions.FloorBounds,
            Examples = [Example("floor(2.7)", "2"), Example("floor(-2.1)", "-3"), Example("floor(1 / 3 * 3)", "1")],
        },
        new("ceiling", [Number("x", "数值", "the number")], Summary("不小于它的最小整数；金额按元", "the least whole number that is not less; money in 元"))
        {
            ResultType = ResultTypes.FirstRounded,
            RoundsInexact = true,
            FormatFrom = [0],
            Value = NumberFunctions.Ceiling,
            Bounds = NumberFunctions.CeilingBounds,
            Examples = [Example("ceiling(2.1)", "3"), Example("ceiling(-2.7)", "-2")],
        },
        new(
            "round",
            [Number("x", "数值", "the number"), Whole("digits", "小数位数，0 至 20；省略为 0", "digits behind the point, 0 to 20; 0 when left out") with { IsOptional = true }],
            Summary("四舍五入（逢五远离零）；金额按元", "rounded, a half away from zero; money in 元"))
        {
            ResultType = ResultTypes.FirstRounded,
            RoundsInexact = true,
            FormatFrom = [0],
            Value = NumberFunctions.Round,
            Bounds = NumberFunctions.RoundBounds,
            Examples = [Example("round(2.345, 2)", "2.35"), Example("round(-2.5)", "-3"), Example("round(1 / 48 * 6, 2)", "0.13"), Example("round(1, 21)", "failed")],
        },
        new(
            "clamp",
            [Number("x", "数值", "the number"), Number("low", "下限", "the least result"), Number("high", "上限", "the greatest result")],
            Summary("限制在下限与上限之间；下限大于上限时出错", "held between low and high; a failure where low is greater than high"))
        {
            ResultType = ResultTypes.Joined,
            FormatFrom = [0, 1, 2],
            Value = NumberFunctions.Clamp,
            Bounds = NumberFunctions.ClampBounds,
            Examples = [Example("clamp(7, 0, 5)", "5"), Example("clamp(-1, 0, 5)", "0"), Example("clamp(1, 5, 0)", "failed")],
        },
    ];

    private static Function[] Combining() =>
    [
        new("min", [Numbers("x", "数值", "the numbers")], Summary("最小的数", "the least of the numbers"))
        {
            ResultType = ResultTypes.Joined,
            FormatFrom = [0],
            Value = NumberFunctions.Min,
            Known = new KnownArithmeticBuilder<Least>(),
            Bounds = NumberFunctions.MinBounds,
            Examples = [Example("min(3, 1, 2)", "1"), Example("min(49 / 50, 1) * 6", "5.88")],
        },
        new("max", [Numbers("x", "数值", "the numbers")], Summary("最大的数", "the greatest of the numbers"))
        {
            ResultType = ResultTypes.Joined,
            FormatFrom = [0],
            Value = NumberFunctions.Max,
            Known = new KnownArithmeticBuilder<Greatest>(),
            Bounds = NumberFunctions.MaxBounds,
            Examples = [Example("max(3, 1, 2)", "3")],
        },
        new("sum", [Numbers("x", "数值", "the numbers")], Summary("各数之和", "the sum of the numbers"))
        {
            ResultType = ResultTypes.Joined,
            FormatFrom = [0],
            Value = NumberFunctions.Sum,
            Known = new KnownArithmeticBuilder<Addition>(),
            Bounds = NumberFunctions.SumBounds,
            Examples = [Example("sum(1, 2, 3)", "6")],
        },
        new("average", [Numbers("x", "数值", "the numbers")], Summary("各数的平均数", "the mean of the numbers"))
        {
            ResultType = ResultTypes.JoinedInexact,
            FormatFrom = [0],
            Value = NumberFunctions.Average,
            Bounds = NumberFunctions.AverageBounds,
            Examples = [Example("average(1, 2, 6)", "3")],
        },
    ];

    private static Function[] Proportions() =>
    [
        new(
            "ratio",
            [
                Number("a", "分子", "the dividend"),
                Number("b", "分母", "the divisor"),
                Number("ifBothZero", "两者都为 0 时的结果", "the result where both are 0"),
            ],
            Summary("a 除以 b；只有 b 为 0 时出错", "a / b; a failure where only b is 0"))
        {
            ResultType = ResultTypes.Quotient,
            Value = NumberFunctions.Ratio,
            Bounds = NumberFunctions.RatioBounds,
            Examples = [Example("ratio(49, 50, 1)", "0.98"), Example("ratio(0, 0, 1)", "1"), Example("ratio(1, 0, 1)", "failed")],
        },
        new(
            "lerp",
            [
                Number("x", "自变量", "where to look"),
                Number("x0", "第一点的位置", "the first point's place"),
                Number("y0", "第一点的值", "the first point's value"),
                Number("x1", "第二点的位置", "the second point's place"),
                Number("y1", "第二点的值", "the second point's value"),
            ],
            Summary("两点之间的直线，两端之外取端点的值；x0 = x1 时出错", "the straight line between two points, flat outside; a failure where x0 = x1"))
        {
            ResultType = ResultTypes.Interpolated,
            FormatFrom = [2, 4],
            Value = NumberFunctions.Lerp,
            Bounds = NumberFunctions.LerpBounds,
            Examples = [Example("lerp(75, 50, 0, 100, 10)", "5"), Example("lerp(120, 50, 0, 100, 10)", "10"), Example("lerp(1, 2, 0, 2, 1)", "failed")],
        },
    ];
}
