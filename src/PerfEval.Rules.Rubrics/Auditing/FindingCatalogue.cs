using System.Collections.Immutable;
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

    internal static Finding RowGivenDifferently(string path, string label, string column) => new("PF0004", path, FindingSeverity.Error,
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
}
