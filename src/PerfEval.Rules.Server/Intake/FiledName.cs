using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Intake;

/// <summary>What a department, subject or period may be called: evaluations are found by these names.</summary>
internal static class FiledName
{
    /// <summary>The most characters of a name.</summary>
    public const int Longest = 200;

    /// <summary>What a name has to be.</summary>
    public static Bilingual Needed { get; } = new($"1 至 {Longest} 个字、不含控制字符的名称", $"a name of 1 to {Longest} characters without control characters");

    /// <param name="isNeeded">Whether it may not be left out.</param>
    public static bool IsValid(string? text, bool isNeeded) =>
        string.IsNullOrWhiteSpace(text) ? !isNeeded : text.Length <= Longest && !text.Any(char.IsControl);
}
