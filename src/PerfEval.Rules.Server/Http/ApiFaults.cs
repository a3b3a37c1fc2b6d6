using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Rubrics.Workflows;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Http;

/// <summary>The faults of requests, one method per code. Those of the submission inside one are in <see cref="SubmissionFaults"/>.</summary>
internal static partial class ApiFaults
{
    /// <summary>Every code, in order; docs/problems.md is written from it.</summary>
    public static ImmutableArray<CatalogueEntry> Catalogue { get; } =
    [
        new("PA0001", new("请求体不是完整、合法的 JSON", "the body is not complete and well-formed JSON")),
        new("PA0002", new("JSON 类型不符", "the wrong JSON type")),
        new("PA0003", new("没有这个属性", "no such property")),
        new("PA0004", new("同一属性出现了两次", "a property is given twice")),
        new("PA0005", new("缺少属性", "a property is missing")),
        new("PA0006", new("属性值不在允许范围内", "the value of a property is not allowed")),
        new("PA0007", new("没有这个查询参数", "no such query parameter")),
        new("PA0008", new("查询参数的值不在允许范围内", "the value of a query parameter is not allowed")),
        new("PA0009", new("同一查询参数出现了两次", "a query parameter is given twice")),
        new("PA0010", new("没有这样的指标体系", "no such rubric")),
        new("PA0011", new("指标体系没有这个版本", "the rubric has no such version")),
        new("PA0012", new("指标体系尚无已生效的版本", "no version of the rubric is in force yet")),
        new(BrokenPack.RepeatedCode, new("两个文件发布了同一版本", "two files serve the same version")),
        new("PA0014", new("无权代该部门在该地区填报", "not allowed to file for this department in this region")),
        new(BrokenPack.ConflictCode, new("该版本已发布，内容不同", "the version is published with another content")),
        new(BrokenPack.TamperedCode, new("库中文本与发布时不符", "a stored text is not the one that was published")),
        new("PA0017", new("指标体系的所有版本均已停用", "every version of the rubric is retired")),
        new("PA0020", new("没有所指的版本或草稿", "no such version or draft")),
        new("PA0021", new("名称不可用", "a name that cannot be one")),
        new("PA0022", new("请求体不是有效的文本", "the body is no valid text")),
        new("PA0023", new("请求头的值不在允许范围内", "the value of a header is not allowed")),
        new("PA0024", new("缺少查询参数", "a query parameter is missing")),
        new("PA0030", new("复评意见没有写理由", "a judgement has no reason")),
        new("PA0031", new("不是由评价人评定的指标", "not an indicator that an assessor judges")),
        new("PA0032", new("评价已确认，退回后才能再报", "the evaluation is confirmed and has to be returned before another is filed")),
        new("PA0033", new("已有更新的一次填报", "a later revision has been filed")),
        new("PA0034", new("已处于该状态", "it stands there already")),
        new("PA0035", new("同一 Idempotency-Key 用于了另一请求", "the Idempotency-Key was used for another request")),
        new("PA0036", new("Idempotency-Key 不是 1 至 200 个可见 ASCII 字符", "the Idempotency-Key is not 1 to 200 visible ASCII characters")),
        new("PA0050", new("批量评价的一行超过 256 KB", "a line of a batch is longer than 256 KB")),
        .. WorkflowFaults.Catalogue,
    ];

    public static ApiFault NotJson(JsonException exception)
    {
        // The reader counts both from 0; a text that merely ends too soon has neither.
        var line = ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var column = ((exception.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        return exception.LineNumber is null
            ? new("PA0001", "", new("JSON 不完整", "the JSON ends too soon"))
            : new("PA0001", "", new($"JSON 在第 {line} 行第 {column} 字节处有语法错误", $"malformed JSON at line {line}, byte {column}"));
    }

    public static ApiFault WrongType(string path, Bilingual needed) =>
        new("PA0002", path, new($"此处应为{needed.Zh}", $"{needed.En} is needed here"));

    public static ApiFault UnknownProperty(string name, IEnumerable<string> known) =>
        new("PA0003", Pointer(name), Unknown(new("没有属性", "no property"), name, known));

    public static ApiFault GivenTwice(string name) =>
        new("PA0004", Pointer(name), new($"`{name}` 出现了两次", $"`{name}` is given twice"));

    public static ApiFault Missing(string name) =>
        new("PA0005", Pointer(name), new($"缺少 `{name}`", $"`{name}` is missing"));

    public static ApiFault NotAllowed(string path, Bilingual needed) =>
        new("PA0006", path, new($"此处应为{needed.Zh}", $"{needed.En} is needed here"));

    /// <summary>Of a body that says region, year and scope.</summary>
    public static ImmutableArray<ApiFault> OfScope(string region, int year, string scope)
    {
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        if (!QueryParameter.Region.Allows(region))
            faults.Add(NotAllowed("/region", new(" 6 位数字的地区代码", "a region code of 6 digits")));
        if (year is < 1000 or > 9999)
            faults.Add(NotAllowed("/year", new("四位整数", "a whole number of four digits")));
        if (!QueryParameter.Scope.Allows(scope))
            faults.Add(NotAllowed("/scope", new("评价范围，如 `department`、`project`", "a scope such as `department` or `project`")));
        return faults.DrainToImmutable();
    }

    public static ApiFault UnknownQuery(string name, IEnumerable<string> known) =>
        new("PA0007", name, Unknown(new("没有查询参数", "no query parameter"), name, known));

    public static ApiFault BadQuery(string name, IEnumerable<string> allowed)
    {
        var choices = string.Join(", ", allowed);
        return new("PA0008", name, new($"`{name}` 只能取 {choices}", $"`{name}` is one of {choices}"));
    }

    public static ApiFault BadQueryText(string name, string pattern) =>
        new("PA0008", name, new($"`{name}` 的值不符合格式 {pattern}", $"`{name}` does not fit {pattern}"));

    public static ApiFault QueryTwice(string name) =>
        new("PA0009", name, new($"查询参数 `{name}` 出现了两次", $"the query parameter `{name}` is given twice"));

    public static ApiFault NoRubric(string name, IReadOnlyCollection<string> likely)
    {
        var (zh, en) = ($"没有指标体系 `{Shorten(name)}`", $"no rubric `{Shorten(name)}`");
        var names = string.Join(", ", likely);
        return new("PA0010", "", likely.Count == 0 ? new(zh, en) : new($"{zh}，相近的有 {names}", $"{en}, the nearest are {names}"));
    }

    public static ApiFault NoVersion(string name, string version, IEnumerable<string> known)
    {
        var versions = string.Join(", ", known);
        return new("PA0011", "", new($"`{name}` 没有版本 `{Shorten(version)}`，现有 {versions}", $"`{name}` has no version `{Shorten(version)}`, there are {versions}"));
    }

    public static ApiFault NotInForce(string name, DateOnly from)
    {
        var day = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new("PA0012", "", new($"`{name}` 自 {day} 起生效", $"`{name}` is in force from {day}"));
    }

    public static ApiFault NotYourDepartment(string path) =>
        new("PA0014", path, new("无权代该部门在该地区填报", "you may not file for this department in this region"));

    public static ApiFault AllRetired(string name) =>
        new("PA0017", "", new($"`{name}` 的所有版本均已停用", $"every version of `{name}` is retired"));

    public static ApiFault NoSource(string name) =>
        new("PA0020", "", new($"没有版本或草稿 `{Shorten(name)}`", $"there is no version or draft `{Shorten(name)}`"));

    public static ApiFault BadName =>
        new("PA0021", "", new("名称须为 1 至 60 个文字、数字、空格或 _ - .，且可作文件名；地区代码为 6 位数字", "a name has 1 to 60 letters, digits, spaces or _ - . and can name a file; a region code has 6 digits"));

    public static ApiFault NotText =>
        new("PA0022", "", new("请求体不是有效的 UTF-8 文本，或含有 U+0000", "the body is no valid UTF-8 text, or holds U+0000"));

    public static ApiFault BrokenText(string path) =>
        new("PA0022", path, new("文本含有 U+0000 或不完整的字符", "the text holds U+0000, or half a character"));

    public static ApiFault BadHeader(string name) =>
        new("PA0023", name, new($"`{name}` 应为一个带引号的修订号", $"`{name}` must be one revision in quotation marks"));

    public static ApiFault BadNoneMatch =>
        new("PA0023", "If-None-Match", new("`If-None-Match` 只能是 `*`，且不与 `If-Match` 并用", "`If-None-Match` can only be `*`, and not beside `If-Match`"));

    public static ApiFault BadHashHeader(string name) =>
        new("PA0023", name, new($"`{name}` 应为一个带引号的哈希值，如 `\"sha256:…\"`", $"`{name}` must be one hash in quotation marks, like `\"sha256:…\"`"));

    public static ApiFault MissingQuery(string name) =>
        new("PA0024", name, new($"缺少查询参数 `{name}`", $"the query parameter `{name}` is missing"));

    public static ApiFault LineTooLong =>
        new("PA0050", "", new("一行不得超过 256 KB", "a line has at most 256 KB"));

    private static Bilingual Unknown(Bilingual what, string name, IEnumerable<string> known)
    {
        var (zh, en) = ($"{what.Zh} `{Shorten(name)}`", $"{what.En} `{Shorten(name)}`");
        return Spelling.FindNearest(name, known) is { } nearest ? new($"{zh}，是否指 `{nearest}`", $"{en}, did you mean `{nearest}`") : new(zh, en);
    }

    /// <summary>A name as a step of a JSON Pointer.</summary>
    public static string Pointer(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[59]) ? 59 : 60), "…");
}
