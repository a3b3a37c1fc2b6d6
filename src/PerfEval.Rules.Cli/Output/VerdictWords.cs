using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Cli.Output;

/// <summary>Verdicts on figures and severities of checks and findings, in the reader's language.</summary>
internal static class VerdictWords
{
    /// <summary>The word for a <see cref="Verdict"/> or severity by its English name.</summary>
    public static string Of(string verdict, bool isChinese) => !isChinese ? verdict : verdict switch
    {
        nameof(Verdict.Agrees) => "一致",
        nameof(Verdict.WithinRounding) => "舍入范围内",
        nameof(Verdict.Differs) => "不符",
        nameof(Verdict.CannotDerive) => "无法推算",
        nameof(CheckSeverity.Notice) => "提示",
        nameof(CheckSeverity.Warning) => "警告",
        nameof(CheckSeverity.Reject) => "拒收",
        _ => "错误",
    };
}
