using System.Globalization;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>Random texts over <see cref="World"/>'s names that use every construct and function of the language and bind without an error.</summary>
internal sealed class RandomExpressions(Random random)
{
    private static readonly string[] PlainNames = ["计划", "完成", "人数", "执行率", "率"];
    private static readonly string[] PlainLiterals = ["0", "1", "2", "3", "0.5", "90%", "100", "1.25", "7"];
    private int lambdas;

    public string Any() => random.Next(8) switch
    {
        0 => Text(2),
        1 or 2 => Money(3),
        3 or 4 => Bool(3),
        _ => Plain(4),
    };

    public string Plain(int depth) => depth <= 0 ? PlainLeaf() : random.Next(26) switch
    {
        0 or 1 or 2 => PlainLeaf(),
        3 => $"({Plain(depth - 1)} + {Plain(depth - 1)} - {Plain(depth - 1)})",
        4 => $"({Plain(depth - 1)} * {Plain(depth - 1)})",
        5 or 6 => $"({Plain(depth - 1)} / {Divisor(depth - 1)})",
        7 => $"(-{Plain(depth - 1)})",
        8 => $"({Money(depth - 1)} / {Money(depth - 1)})",
        9 => $"{Pick("min", "max", "sum", "average")}({Plain(depth - 1)}, {Plain(depth - 1)})",
        10 => $"{Pick("abs", "floor", "ceiling", "round")}({Plain(depth - 1)})",
        11 => $"round({Plain(depth - 1)}, {random.Next(4)})",
        12 => $"clamp({Plain(depth - 1)}, {Pick("0", "1", "计划")}, {Pick("1", "3", "完成")})",
        13 => $"ratio({Plain(depth - 1)}, {Plain(depth - 1)}, {Plain(depth - 2)})",
        14 => $"lerp({Plain(depth - 1)}, {Pick("0", "1", "人数")}, {Plain(depth - 2)}, {Pick("1", "10")}, {Plain(depth - 2)})",
        15 => $"({Bool(depth - 1)} ? {Plain(depth - 1)} : {Plain(depth - 1)})",
        16 or 17 => $"({Plain(depth - 1)} switch {{ {NumberArms(depth, () => Plain(depth - 1))} }})",
        18 => $"(等级 switch {{ \"优\" => {Plain(depth - 1)}, {Pick("\"良\" or \"差\"", "not \"优\"", "null", "\"差\"")} => {Plain(depth - 1)}, _ => {Plain(depth - 1)} }})",
        19 => $"({Plain(depth - 1)} ?? {Plain(depth - 1)})",
        20 => $"分值[{Text(depth - 1)}].得分",
        21 => $"{Table(depth - 1)}.Count({Lambda(row => RowBool(row, depth - 1))})",
        22 => $"{Table(depth - 1)}.{Pick("Sum", "Average", "Min", "Max")}({Lambda(row => RowPlain(row, depth - 1))})",
        23 => $"{Table(depth - 1)}.WeightedAverage({Lambda(row => RowPlain(row, depth - 1))}, {Lambda(row => RowPlain(row, depth - 1))})",
        24 => $"{Table(depth - 1)}.First({Lambda(row => RowBool(row, depth - 1))}).完成率",
        _ => Pick("days(开始, 结束)", "year(开始)", "month(结束)", "day(date(2020, 2, 人数))", "length(部门)", "项目.Count()", "项目[\"会议\"].完成率"),
    };

    /// <summary>Not the literal 0: dividing by it is an error.</summary>
    private string Divisor(int depth)
    {
        var divisor = Plain(depth);
        return divisor.Trim('(', ')', '-') == "0" ? "计划" : divisor;
    }

    private string PlainLeaf() => random.Next(3) == 0 ? Pick(PlainLiterals) : Pick(PlainNames);

    private string Money(int depth) => depth <= 0 ? MoneyLeaf() : random.Next(9) switch
    {
        0 or 1 => MoneyLeaf(),
        2 => $"({Money(depth - 1)} + {Money(depth - 1)})",
        3 => $"({Money(depth - 1)} * {Plain(depth - 1)})",
        4 => $"({Money(depth - 1)} / {Divisor(depth - 1)})",
        5 => $"表1[{Plain(depth - 1)}].金额",
        6 => $"{Table(depth - 1)}.Sum({Lambda(row => $"{row}.{Pick("执行数", "预算数")}")})",
        7 => $"({Bool(depth - 1)} ? {Money(depth - 1)} : {Money(depth - 1)})",
        _ => $"({Money(depth - 1)} ?? {Money(depth - 1)})",
    };

    private string MoneyLeaf() => Pick("预算", "支出", "2万元", "500元");

    private string Text(int depth) => depth <= 0 ? "等级" : random.Next(4) switch
    {
        0 => $"({Bool(depth - 1)} ? \"优\" : \"良\")",
        1 => "(等级 ?? \"差\")",
        2 => $"({Plain(depth - 1)} switch {{ {NumberArms(1, () => Pick("\"优\"", "\"良\""))} }})",
        _ => "等级",
    };

    private string Bool(int depth) => depth <= 0 ? Pick("甲", "乙", "true") : random.Next(14) switch
    {
        0 => Pick("甲", "乙"),
        1 or 2 or 3 => $"({Plain(depth - 1)} {Comparison()} {Plain(depth - 1)})",
        4 => $"({Money(depth - 1)} {Comparison()} {Money(depth - 1)})",
        5 => $"({Bool(depth - 1)} {Pick("&&", "||")} {Bool(depth - 1)})",
        6 or 7 => $"(!{Bool(depth - 1)})",
        8 => $"({Plain(depth - 1)} is {NumberPattern()})",
        9 => $"({Text(depth - 1)} {Pick("==", "!=")} \"{Pick("优", "良")}\")",
        10 => $"has({Plain(depth - 1)})",
        11 => $"{Table(depth - 1)}.{Pick("Any", "All")}({Lambda(row => RowBool(row, depth - 1))})",
        12 => Pick("contains(措施, \"培训\")", "contains(部门, \"党\")", "startsWith(部门, \"机关\")", "endsWith(部门, \"委\")", "(开始 < 结束)", "(开始 == date(2020, 1, 1))"),
        _ => $"({Bool(depth - 1)} == {Bool(depth - 1)})",
    };

    private string Table(int depth) => depth <= 0 ? "项目" : random.Next(4) switch
    {
        0 => $"项目.Where({Lambda(row => RowBool(row, depth - 1))})",
        1 => $"项目.Top({random.Next(4)}, {Lambda(row => RowPlain(row, depth - 1))})",
        _ => "项目",
    };

    private string RowPlain(string row, int depth) => random.Next(5) switch
    {
        0 => $"({row}.完成率 * {Plain(depth - 1)})",
        1 => $"({row}.执行数 / {row}.预算数)",
        2 => $"({row}.已验收 ? {row}.完成率 : {Plain(depth - 1)})",
        3 => $"({row}.完成率 ?? 1)",
        _ => $"{row}.完成率",
    };

    private string RowBool(string row, int depth) => random.Next(5) switch
    {
        0 => $"{row}.已验收",
        1 => $"({row}.完成率 {Comparison()} {Plain(depth - 1)})",
        2 => $"({row}.执行数 > {Money(depth - 1)} || {row}.已验收)",
        3 => $"(has({row}.完成率) && {row}.完成率 >= 90%)",
        _ => $"({row}.完成率 is {NumberPattern()})",
    };

    /// <summary>Lambda parameters of different names: one may stand inside another.</summary>
    private string Lambda(Func<string, string> body)
    {
        var row = $"p{lambdas++.ToString(CultureInfo.InvariantCulture)}";
        return $"{row} => {body(row)}";
    }

    private string NumberArms(int depth, Func<string> value)
    {
        var when = random.Next(3) == 0 ? $" when {Bool(depth - 1)}" : "";
        return $"{NumberPattern()}{when} => {value()}, {NumberPattern()} => {value()}, {(random.Next(4) == 0 ? $"null => {value()}, " : "")}_ => {value()}";
    }

    private string NumberPattern() => random.Next(9) switch
    {
        0 or 1 or 2 => $"{Pick(">=", ">", "<", "<=")} {Pick(PlainLiterals)}",
        3 => ">= 0.5 and < 3",
        4 => Pick(PlainLiterals),
        5 => "not (> 1 and <= 2)",
        6 => "1 or 2 or > 50",
        7 => "null or < 1",
        _ => "not 1",
    };

    private string Comparison() => Pick("<", "<=", ">", ">=", "==", "!=");

    private string Pick(params ReadOnlySpan<string> options) => options[random.Next(options.Length)];
}
