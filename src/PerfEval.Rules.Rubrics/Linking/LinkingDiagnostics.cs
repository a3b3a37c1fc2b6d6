using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Gathers what linking finds: one method per code, PR0300…, and the diagnostics of expressions with their place.</summary>
internal sealed class LinkingDiagnostics
{
    private readonly ImmutableArray<RubricDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<RubricDiagnostic>();

    /// <summary>Every code of linking, for the documentation.</summary>
    public static ImmutableArray<DiagnosticDescription> Catalogue { get; } =
    [
        new("PR0300", DiagnosticSeverity.Error, new("参数互相引用，形成循环", "params refer to each other in a cycle"), "`a = b + 1`, `b = a`"),
        new("PR0301", DiagnosticSeverity.Error, new("名称已被使用", "a name is already taken"), "a local param named like an input"),
        new("PR0302", DiagnosticSeverity.Error, new("单位与值的类型不符", "a unit does not fit the value"), "`\"Unit\": \"万元\"` on a ratio"),
        new("PR0303", DiagnosticSeverity.Error, new("容差只能用于以 == 比较数字的勾稽关系", "a tolerance needs an equality of numbers"), "`a <= b` with a Tolerance"),
        new("PR0304", DiagnosticSeverity.Error, new("找不到选项来源", "the source of choices does not exist"), "`\"Choices\": \"表1.类别\"`"),
        new("PR0305", DiagnosticSeverity.Error, new("找不到定性分档", "a scale does not exist"), "`\"Judged\": \"三档\"`"),
        new("PR0306", DiagnosticSeverity.Warning, new("可选指标没有专用的数据项", "an optional rule has no input of its own"), "`\"Optional\": true`"),
        new("PR0307", DiagnosticSeverity.Error, new("默认值与数据项类型不符", "a default does not fit its input"), "`\"Default\": \"无\"` on a Number"),
        new("PR0308", DiagnosticSeverity.Error, new("容差的单位与所比较的数不符", "a tolerance is of another measure than the numbers it is for"), "`\"Tolerance\": \"0.5\"` between amounts of money"),
    ];

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public ImmutableArray<RubricDiagnostic> ToImmutable() => diagnostics.ToImmutable();

    public void Add(SourcedText source, Diagnostic found) =>
        diagnostics.Add(new(found.Code, found.Severity, source.Path, found.Span, found.Message) { Fixes = found.Fixes });

    public void Cycle(Param param, IEnumerable<string> cycle)
    {
        var names = string.Join(" → ", cycle);
        Error("PR0300", param.Expression.Path, $"参数互相引用，形成循环：{names}", $"params refer to each other in a cycle: {names}");
    }

    public void NameTaken(string path, string name) =>
        Error("PR0301", path, $"名称 `{name}` 已被使用", $"the name `{name}` is already taken");

    public void UnitDoesNotFit(string path, string unit) =>
        Error("PR0302", path, $"单位 `{unit}` 与表达式的值不符：金额须以金额单位书写，其他数值不能用金额单位", $"the unit `{unit}` does not fit the value: money is written in a money unit, and nothing else is");

    public void ToleranceNeedsEquality(string path) =>
        Error("PR0303", path, "容差只能用于最外层以 == 比较数字的表达式", "a tolerance needs an expression whose outermost operator is == on numbers");

    public void UnknownChoices(string path, string source) =>
        Error("PR0304", path, $"找不到表列 `{source}`，应写作 `表名.列名`", $"there is no table column `{source}`; write `table.column`");

    public void UnknownScale(string path, string name) =>
        Error("PR0305", path, $"没有名为 `{name}` 的定性分档", $"there is no scale named `{name}`");

    public void OptionalWithoutInputs(string path, string name) =>
        Warning("PR0306", path, $"`{name}` 可以不评，但没有只供它使用的数据项，因此始终参评", $"`{name}` is optional but no input is used by it alone, so it always applies");

    public void DefaultDoesNotFit(string path, string name) =>
        Error("PR0307", path, $"数据项 `{name}` 的默认值与其类型不符", $"the default of `{name}` does not fit its type");

    public void DefaultOutOfRange(string path, string name) =>
        Error("PR0037", path, $"数据项 `{name}` 的默认值不在取值范围内或不是选项之一", $"the default of `{name}` lies outside its range or is none of its choices");

    public void ToleranceDoesNotFit(string path) =>
        Error("PR0308", path, "容差的单位与所比较的数不符：金额的容差须为金额，如 0.01万元，也可写作 JSON 数字", "the tolerance is of another measure than the numbers: between amounts of money it is money, such as 0.01万元, or a JSON number");

    public void ScriptsDoNotRun(string path) =>
        Warning("PR0056", path, "没有启用 C# 脚本，该指标将无法计算", "C# scripts are not enabled; the rule will fail");

    private void Error(string code, string path, string zh, string en) =>
        diagnostics.Add(new(code, DiagnosticSeverity.Error, path, null, new(zh, en)));

    private void Warning(string code, string path, string zh, string en) =>
        diagnostics.Add(new(code, DiagnosticSeverity.Warning, path, null, new(zh, en)));

    /// <summary>A number for a message.</summary>
    public static string Show(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
