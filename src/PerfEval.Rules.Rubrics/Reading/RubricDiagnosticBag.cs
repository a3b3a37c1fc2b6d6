using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Gathers what is wrong with a document: PR0001… to PR0061, described in the catalogue.</summary>
internal sealed class RubricDiagnosticBag
{
    /// <summary>The code of a property that must be there and is not.</summary>
    public const string MissingCode = "PR0004";

    private const int MaxMessage = 1000;

    private readonly ImmutableArray<RubricDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<RubricDiagnostic>();

    public ImmutableArray<RubricDiagnostic> ToImmutable() => diagnostics.ToImmutable();

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void NotJson(Bilingual why) => Error("PR0001", "", $"不是有效的 JSON：{why.Zh}", $"not valid JSON: {why.En}");

    public void UnknownProperty(string path, string name, string? nearest) => Error(
        "PR0002",
        path,
        nearest is null ? $"未知属性 `{name}`" : $"未知属性 `{name}`，是否应为 `{nearest}`",
        nearest is null ? $"unknown property `{name}`" : $"unknown property `{name}`; did you mean `{nearest}`");

    public void DuplicateProperty(string path, string name) => Error("PR0003", path, $"属性 `{name}` 重复", $"the property `{name}` stands twice");

    public void Missing(string path, string name) => Error(MissingCode, path, $"缺少属性 `{name}`", $"the property `{name}` is missing");

    public void WrongType(string path, Bilingual expected) => Error("PR0005", path, $"此处应为{expected.Zh}", $"expected {expected.En}");

    public void UnknownWord(string path, string word, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        Error("PR0006", path, $"`{word}` 不在可选值之中：{list}", $"`{word}` is none of {list}");
    }

    public void OutOfRange(string path, decimal min, decimal max) => Error("PR0007", path, $"应在 {min} 至 {max} 之间", $"must lie between {min} and {max}");

    public void TooLarge(int bytes, int limit) => Error("PR0008", "", $"文件有 {bytes} 字节，超过上限 {limit}", $"the file has {bytes} bytes; the limit is {limit}");

    public void PlainWorkflow() => Error("PR0009", "", "这是普通的 RulesEngine 工作流（没有 Inputs），不是指标体系", "this is a plain RulesEngine workflow (it has no Inputs), not a rubric");

    public void Error(string code, string path, string zh, string en) => diagnostics.Add(new(code, DiagnosticSeverity.Error, path, null, new(OneLine(zh), OneLine(en))));

    public void Warning(string code, string path, string zh, string en) => diagnostics.Add(new(code, DiagnosticSeverity.Warning, path, null, new(OneLine(zh), OneLine(en))));

    // A message quotes texts of the file, which may be anything.
    private static string OneLine(string message)
    {
        var shown = string.Concat(message.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return shown.Length <= MaxMessage ? shown : string.Concat(shown.AsSpan(0, MaxMessage), "…");
    }
}
