namespace PerfEval.Rules.Language.Text;

/// <summary>One kind of finding as the documentation shows it.</summary>
/// <param name="Code">Stable code, <c>PE0103</c>.</param>
/// <param name="Summary">What is wrong and what would be right.</param>
/// <param name="Example">A text that gives it.</param>
public sealed record DiagnosticDescription(string Code, DiagnosticSeverity Severity, Bilingual Summary, string Example);
