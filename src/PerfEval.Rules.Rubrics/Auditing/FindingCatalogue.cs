using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Every finding that needs no declaring; one method per code. Listed in docs/findings.md.</summary>
public static class FindingCatalogue
{
    /// <summary>Every code, in order.</summary>
    public static ImmutableArray<CatalogueEntry> Entries { get; } =
    [
        new("PF0001", new("应填数字处填写了文字；该值按缺失处理", "text where a number is needed; the value counts as missing")),
        new("PF0002", new("评定比例不在所选档内；得分按该档的范围给出", "a judged share lies outside its band; the score is the band's range")),
        new("PF0003", new("表格中同一行出现两次", "the same row twice in a keyed table")),
        new("PF0004", new("同一指标出现两次且数值不同", "the same indicator twice with two values")),
        new("PF0005", new("自报得分的指标代码不存在", "a score is reported for a rule that does not exist")),
        new("PF0006", new("偏差原因所属的指标代码不存在", "a reason is given for a rule that does not exist")),
        new("PF0007", new("自报数值的名称不存在", "a value is reported under a name that does not exist")),
        new("PF0008", new("应说明原因而未说明", "a reason is asked for and not given")),
        new("PF0009", new("分母为零而报 100%", "100% is reported over a zero denominator")),
        new("PF0010", new("可以不评的指标没有评，而所填数据没有达到目标", "an optional indicator is left out although its target was missed")),
        new("PF0011", new("填报值与所引用的已存结果不同", "a typed value differs from the stored one it comes from")),
        new("PF0012", new("自报的合计不等于自报的各项之和", "a reported sum is not the sum of its reported parts")),
        new("PF0013", new("自报的等级不是自报总分的等级", "the reported grade is not that of the reported total")),
    ];

    /// <summary>A text stands in a Number.</summary>
    /// <param name="text">Short enough to be quoted.</param>
    internal static Finding TextForNumber(string path, string text) =>
        new("PF0001", path, FindingSeverity.Warning, new($"应填数字处填写了 `{text}`", $"`{text}` stands where a number is needed"));

    internal static Finding ShareOutsideBand(string path, decimal share, LinkedBand band)
    {
        var (written, range) = (UnitFigures.Write(share), UnitFigures.Describe(band.Shares, null));
        return new("PF0002", path, FindingSeverity.Error,
            new($"比例 {written} 不在 `{band.Name}` 档内，应{range.Zh}", $"the share {written} lies outside the band `{band.Name}`, it must be {range.En}"));
    }

    internal static Finding SameRowTwice(string path, string label) =>
        new("PF0003", path, FindingSeverity.Warning, new($"`{label}` 一行出现了两次", $"the row `{label}` is given twice"));

    internal static Finding RowGivenDifferently(string path, string label, string column) => Twice(path,
        new($"`{label}` 一行出现了两次，`{column}` 的数值不同", $"the row `{label}` is given twice with different values of `{column}`"));

    internal static Finding UnknownScore(string path, string code, string? nearest) =>
        new("PF0005", path, FindingSeverity.Warning, Messages.Unknown(new("没有指标", "no rule"), code, nearest));

    internal static Finding UnknownReason(string path, string code, string? nearest) =>
        new("PF0006", path, FindingSeverity.Warning, Messages.Unknown(new("没有指标", "no rule"), code, nearest));

    internal static Finding UnknownValue(string path, string name, string? nearest) =>
        new("PF0007", path, FindingSeverity.Warning, Messages.Unknown(new("没有数值", "no value"), name, nearest));

    /// <summary>A rule's ReasonWhen is true and the submission gives no reason under its code.</summary>
    internal static Finding ReasonNotGiven(string code, string ruleName) => new("PF0008", JsonPointer.Append("/reasons", code), FindingSeverity.Warning,
        new($"`{ruleName}`（{code}）须说明原因，但没有填写", $"`{ruleName}` ({code}) needs a reason and none was given"));

    /// <summary>The rows name the same indicator and state what cannot both be so.</summary>
    internal static Finding IndicatorGivenTwice(string path, string name, string first, string again, string column) => Twice(path,
        new($"指标 `{name}` 出现两次（{first}、{again}），`{column}` 互相矛盾", $"the indicator `{name}` is given twice ({first}, {again}) with contradictory values of `{column}`"));

    internal static Finding ZeroDenominator(string path, string name, string written, string division) => new("PF0009", path, FindingSeverity.Error,
        new($"`{name}` 报 {written}，而 `{division}` 的分母为零", $"`{name}` is reported as {written}, but the denominator of `{division}` is zero"));

    internal static Finding LeftOutThoughMissed(string path, string code, string name) => new("PF0010", path, FindingSeverity.Warning,
        new($"`{name}`（{code}）没有评，而按所填数据没有达到目标", $"`{name}` ({code}) is left out although its data miss the target"));

    internal static Finding OtherThanStored(string path, string typed, string stored, Bilingual? origin) => new("PF0011", path, FindingSeverity.Warning,
        new($"填报 {typed}，{origin?.Zh ?? "已存结果"}为 {stored}", $"{typed} was typed where {origin?.En ?? "the stored evaluation"} gives {stored}"));

    internal static Finding NotTheSum(string path, decimal reported, decimal sum) => new("PF0012", path, FindingSeverity.Error,
        new($"自报 {UnitFigures.Write(reported)} 分，自报各项之和为 {UnitFigures.Write(sum)} 分", $"{UnitFigures.Write(reported)} points are reported where the reported parts add up to {UnitFigures.Write(sum)}"));

    internal static Finding GradeOfAnotherTotal(string grade, decimal total, string due) => new("PF0013", "/reported/grade", FindingSeverity.Error,
        new($"自报 `{grade}`，总分 {UnitFigures.Write(total)} 分应为 `{due}`", $"`{grade}` is reported where a total of {UnitFigures.Write(total)} is `{due}`"));

    private static Finding Twice(string path, Bilingual message) => new("PF0004", path, FindingSeverity.Error, message);
}
