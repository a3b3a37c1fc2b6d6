using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>What keeps a draft from being published although it is a sound rubric (发布条件), one method per code.</summary>
internal static class PublicationRules
{
    private const int MaxReasons = 3;

    /// <summary>Every code, in order; docs/publication.md lists them.</summary>
    public static ImmutableArray<CatalogueEntry> Catalogue { get; } =
    [
        new("PB0001", new("草稿写的是另一个指标体系", "the text is for another rubric")),
        new("PB0002", new("Supersedes 所指的版本不存在", "there is no version that Supersedes names")),
        new("PB0003", new("与所替代的版本相比没有变化", "nothing differs from the version that it supersedes")),
        new("PB0004", new("版本号低于改动所要求的", "the version is lower than the changes call for")),
        new("PB0005", new("版本号已被占用", "the version is taken")),
        new("PB0006", new("其间已有其他版本发布", "another version was published meanwhile")),
        new("PB0007", new("测试用例读不出", "a case cannot be read")),
        new("PB0008", new("测试用例未通过", "a case fails")),
    ];

    public static RubricDiagnostic OtherRubric(string expected) =>
        Error("PB0001", "/WorkflowName", $"此处应为 `{expected}`", $"this draft is for `{expected}`");

    public static RubricDiagnostic NoSuchBase(string version, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return Error("PB0002", "/Supersedes", $"没有版本 `{version}`，现有 {list}", $"no version `{version}`, there are {list}");
    }

    public static RubricDiagnostic NothingChanged(string version) =>
        Error("PB0003", "", $"与版本 {version} 相比没有变化", $"nothing differs from version {version}");

    public static RubricDiagnostic TooLow(string version, VersionChange change)
    {
        var reasons = change.Reasons.Take(MaxReasons).ToList();
        return Error(
            "PB0004",
            "/Version",
            $"版本号 {version} 太低，至少应为 {change.Least}：{string.Join("；", reasons.Select(reason => reason.Message.Zh))}",
            $"version {version} is too low, at least {change.Least} is called for: {string.Join("; ", reasons.Select(reason => reason.Message.En))}");
    }

    public static RubricDiagnostic Taken(string version) =>
        Error("PB0005", "/Version", $"版本 {version} 已发布", $"version {version} is published already");

    public static RubricDiagnostic PublishedMeanwhile(StoredVersion other)
    {
        var (version, name, day) = (other.Version, other.Approver?.Name ?? other.Author.Name, other.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Error(
            "PB0006",
            "/Supersedes",
            $"版本 {version} 已于 {day} 由 {name} 发布：请并入其改动，再将 Supersedes 改为 {version}",
            $"version {version} was published on {day} by {name}: take its changes in, then set Supersedes to {version}");
    }

    private static RubricDiagnostic Error(string code, string path, string zh, string en) => new(code, DiagnosticSeverity.Error, path, null, new(zh, en));
}
