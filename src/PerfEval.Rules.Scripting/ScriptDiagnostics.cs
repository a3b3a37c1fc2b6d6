using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Scripting;

/// <summary>Gathers what is wrong with a script: one method per code, PC0001….</summary>
internal sealed class ScriptDiagnostics
{
    private readonly List<Diagnostic> found = [];

    /// <summary>Every code, for the documentation.</summary>
    public static ImmutableArray<DiagnosticDescription> Catalogue { get; } =
    [
        new("PC0001", DiagnosticSeverity.Error, new("脚本过长或嵌套过深", "the script is too long or nested too deeply"), "over 4,000 characters, 1,000 tokens or 32 brackets within each other"),
        new("PC0002", DiagnosticSeverity.Error, new("脚本中不能使用这种写法", "a script may not use this construct"), "`while (true) { }`"),
        new("PC0003", DiagnosticSeverity.Error, new("脚本中不能使用这个类型或成员", "a script may not use this type or member"), "`System.IO.File.ReadAllText(\"a\")`"),
        new("PC0004", DiagnosticSeverity.Error, new("C# 编译错误；消息为编译器原文", "an error of C#, in the compiler's words"), "`return 预算数 +;`"),
        new("PC0005", DiagnosticSeverity.Error, new("小数须以 m 结尾，否则不精确", "a number with decimals ends in m, or it is not exact"), "`0.95`"),
        new("PC0006", DiagnosticSeverity.Error, new("脚本没有给出结果", "the script does not come to a result"), "`var a = 1m;`"),
    ];

    public bool HasAny => found.Count > 0;

    public ImmutableArray<Diagnostic> ToImmutable() => [.. found.DistinctBy(diagnostic => (diagnostic.Code, diagnostic.Span)).OrderBy(diagnostic => diagnostic.Span.Start)];

    public void TooLarge(TextSpan span) =>
        Add("PC0001", span, "脚本过长或嵌套过深：至多 4,000 字、1,000 个词、32 层括号、3 层 lambda", "the script is too long or nested too deeply: at most 4,000 characters, 1,000 tokens, 32 brackets and 3 lambdas within each other");

    public void NotAllowed(TextSpan span, string construct) =>
        Add("PC0002", span, $"脚本中不能使用 `{construct}`", $"a script may not use `{construct}`");

    public void NoSuchMember(TextSpan span, string name) =>
        Add("PC0003", span, $"脚本中不能使用 `{name}`：只能使用指标体系中的名称、decimal、int、bool、string、DateOnly、Math 和对行的查询", $"a script may not use `{name}`: only the rubric's names, decimal, int, bool, string, DateOnly, Math and queries over rows");

    public void Compiler(TextSpan span, Microsoft.CodeAnalysis.Diagnostic error)
    {
        var message = $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture).Replace("_‿", "", StringComparison.Ordinal)}";
        Add("PC0004", span, message, message);
    }

    public void NotExact(TextSpan span) => found.Add(
        new("PC0005", DiagnosticSeverity.Error, span, new("小数须以 m 结尾，否则不精确", "a number with decimals ends in m, or it is not exact"))
        {
            Fixes = [new(new("加上 m", "add m"), [new(TextSpan.FromBounds(span.End, span.End), "m")])],
        });

    public void NoResult(TextSpan span) =>
        Add("PC0006", span, "脚本没有给出结果：最后须为一个不带分号的表达式，或 return", "the script does not come to a result: its last line is an expression without a semicolon, or a return");

    private void Add(string code, TextSpan span, string zh, string en) => found.Add(new(code, DiagnosticSeverity.Error, span, new(zh, en)));
}
