using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>
/// The faults of submissions. Codes below PS0100 refuse any use; from there on they refuse filing alone. Listed in docs/submission-faults.md.
/// </summary>
public static class SubmissionFaults
{
    /// <summary>Every code, in order.</summary>
    public static ImmutableArray<CatalogueEntry> Catalogue { get; } =
    [
        new("PS0001", new("不是完整、合法的 JSON", "not complete and well-formed JSON")),
        new("PS0002", new("JSON 类型不符：需要的是另一种值", "the wrong JSON type: another kind of value is needed")),
        new("PS0003", new("填报对象中没有这个属性", "a submission has no such property")),
        new("PS0004", new("指标体系没有声明这个数据项", "the rubric declares no such input")),
        new("PS0005", new("表格没有这一列", "the table has no such column")),
        new("PS0006", new("同一属性出现了两次", "a property is given twice")),
        new("PS0007", new("文本不是合法的 Unicode，或含有空字符", "a text is not valid Unicode or holds a NUL")),
        new("PS0008", new("数字带有指数", "a number has an exponent")),
        new("PS0009", new("数字过长，无法精确保存", "a number is too long to be kept exactly")),
        new("PS0010", new("数字带有千分位分隔符", "a number has thousands separators")),
        new("PS0011", new("数字后的单位与该数据项的单位不符", "a number is given in another unit than its input's")),
        new("PS0012", new("数值超出允许范围", "a value lies outside its range")),
        new("PS0013", new("小数位数过多", "a number has too many digits behind the point")),
        new("PS0014", new("文本过长", "a text is too long")),
        new("PS0015", new("不在可选项之中", "not one of the choices")),
        new("PS0016", new("同一选项选了两次", "a choice is given twice")),
        new("PS0017", new("不是 yyyy-MM-dd 形式的日期", "not a date of the form yyyy-MM-dd")),
        new("PS0018", new("分档表中没有这一档", "the scale has no such band")),
        new("PS0019", new("缺少分档", "the band is missing")),
        new("PS0020", new("问题过多，其余未列出", "too many faults; the others are not listed")),
        new("PS0021", new("表格行数或条目过多", "too many rows or entries")),
        new(RequiredCode, new("缺少必填数据项", "a required input is missing")),
        new("PS0102", new("应填数字处填写了文字", "text where a number is needed")),
        new("PS0103", new("评定比例不在所选档内", "a judged share lies outside its band")),
        new("PS0104", new("表格中同一行出现两次", "the same row twice in a keyed table")),
        new("PS0105", new("不符合拒收级勾稽关系", "a check of severity Reject fails")),
        new("PS0106", new("所选档有区间，未填评定比例", "a judged band has width and its share is missing")),
        new("PS0107", new("没有填写部门，或部门、项目、期间过长或含控制字符", "the department is missing, or department, subject or period are too long or hold control characters")),
    ];

    internal const string RequiredCode = "PS0101";

    internal static SubmissionFault Rejected(string code, string? row, Bilingual message)
    {
        var place = row is null ? code : $"{code}[{row}]";
        return new("PS0105", "/data", new($"{place}：{message.Zh}", $"{place}: {message.En}"));
    }

    internal static SubmissionFault ShareMissing(string path, LinkedBand band)
    {
        var range = UnitFigures.Describe(band.Shares, Units.Percent);
        return new("PS0106", path, new($"`{band.Name}` 档需填比例：{range.Zh}", $"the band `{band.Name}` needs a share: {range.En}"));
    }

    /// <summary>The department (部门), or what else identifies the evaluation, is missing or can't serve as a name; <paramref name="property"/> tells which.</summary>
    public static SubmissionFault NotAName(string property, int maxLength) => new(
        "PS0107",
        JsonPointer.Append("", property),
        new($"`{property}` 应为 1 至 {maxLength} 个字、不含控制字符的文本", $"`{property}` has to be a text of 1 to {maxLength} characters without control characters"));

    internal static SubmissionFault NotJson(JsonException exception)
    {
        // The reader counts both from 0; a text that merely ends too soon has neither.
        var line = ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var column = ((exception.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        return new("PS0001", "", exception.LineNumber is null
            ? new("JSON 不完整", "the JSON ends too soon")
            : new($"JSON 在第 {line} 行第 {column} 字节处有语法错误", $"malformed JSON at line {line}, byte {column}"));
    }

    internal static SubmissionFault WrongType(string path, Bilingual needed, JsonTokenType found) =>
        new("PS0002", path, new($"此处应为{needed.Zh}，而不是{Describe(found).Zh}", $"{needed.En} is needed here, not {Describe(found).En}"));

    internal static SubmissionFault UnknownProperty(string path, string name, string? nearest) =>
        Unknown("PS0003", path, new("没有属性", "no property"), name, nearest);

    internal static SubmissionFault UnknownInput(string path, string name, string? nearest) =>
        Unknown("PS0004", path, new("没有数据项", "no input"), name, nearest);

    internal static SubmissionFault UnknownColumn(string path, string name, string? nearest) =>
        Unknown("PS0005", path, new("表格没有列", "the table has no column"), name, nearest);

    internal static SubmissionFault GivenTwice(string path, string name) =>
        new("PS0006", path, new($"`{Messages.Shorten(name)}` 出现了两次", $"`{Messages.Shorten(name)}` is given twice"));

    internal static SubmissionFault BadText(string path) =>
        new("PS0007", path, new("文本含有无法保存的字符", "the text holds characters that cannot be kept"));

    internal static SubmissionFault Exponent(string path, string written) =>
        new("PS0008", path, new($"`{written}` 带有指数，请写成普通小数", $"`{written}` has an exponent: write it as a plain decimal"));

    internal static SubmissionFault TooLong(string path, string written) =>
        new("PS0009", path, new($"`{written}` 过长，最多 28 位数字", $"`{written}` is too long: 28 digits at most"));

    internal static SubmissionFault Separated(string path, string written) =>
        new("PS0010", path, new($"`{written}` 带有千分位分隔符，请去掉", $"`{written}` has thousands separators: leave them out"));

    internal static SubmissionFault WrongUnit(string path, string written, string? unit) => new("PS0011", path, unit is null
        ? new($"`{written}` 带有单位，该数据项没有单位", $"`{written}` has a unit, its input has none")
        : new($"`{written}` 的单位不符，应为 `{unit}`", $"`{written}` is in another unit than `{unit}`"));

    internal static SubmissionFault OutOfRange(string path, string written, Interval range, string? unit) =>
        new("PS0012", path, new($"`{written}` 超出范围，应{UnitFigures.Describe(range, unit).Zh}", $"`{written}` is out of range, it must be {UnitFigures.Describe(range, unit).En}"));

    internal static SubmissionFault TooManyDigits(string path, string written, int digits) =>
        new("PS0013", path, new($"`{written}` 小数位数过多，最多 {digits} 位", $"`{written}` has too many digits behind the point, {digits} at most"));

    internal static SubmissionFault TextTooLong(string path, int length, int limit) =>
        new("PS0014", path, new($"文本有 {length} 个字，最多 {limit} 个字", $"the text has {length} characters, {limit} at most"));

    internal static SubmissionFault NotAChoice(string path, string text, string? nearest) =>
        Unknown("PS0015", path, new("没有选项", "no choice"), text, nearest);

    internal static SubmissionFault ChoiceTwice(string path, string choice) =>
        new("PS0016", path, new($"选项 `{choice}` 选了两次", $"the choice `{choice}` is given twice"));

    internal static SubmissionFault NotADate(string path, string text) =>
        new("PS0017", path, new($"`{Messages.Shorten(text)}` 不是日期，应为 yyyy-MM-dd", $"`{Messages.Shorten(text)}` is no date, `yyyy-MM-dd` is needed"));

    internal static SubmissionFault UnknownBand(string path, string name, string? nearest) =>
        Unknown("PS0018", path, new("没有档次", "no band"), name, nearest);

    internal static SubmissionFault BandMissing(string path) =>
        new("PS0019", path, new("缺少 `band`（档次）", "`band` is missing"));

    internal static SubmissionFault TooMany(int limit) =>
        new("PS0020", "", new($"问题超过 {limit} 个，其余未列出", $"more than {limit} faults; the others are not listed"));

    internal static SubmissionFault TooManyEntries(string path, int limit) =>
        new("PS0021", path, new($"行数或条目超过 {limit}", $"more than {limit} rows or entries"));

    internal static SubmissionFault Required(string path, string name) =>
        new(RequiredCode, path, new($"缺少必填项 `{name}`", $"`{name}` is required"));

    internal static SubmissionFault TextForNumber(string path, Bilingual message) => new("PS0102", path, message);

    internal static SubmissionFault ShareOutsideBand(string path, Bilingual message) => new("PS0103", path, message);

    internal static SubmissionFault SameRowTwice(string path, Bilingual message) => new("PS0104", path, message);

    private static SubmissionFault Unknown(string code, string path, Bilingual what, string name, string? nearest) =>
        new(code, path, Messages.Unknown(what, name, nearest));

    private static Bilingual Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => new("对象", "an object"),
        JsonTokenType.StartArray => new("数组", "an array"),
        JsonTokenType.String => new("文本", "a text"),
        JsonTokenType.Number => new("数字", "a number"),
        JsonTokenType.True or JsonTokenType.False => new("真假值", "true or false"),
        _ => new("空值", "null"),
    };
}
