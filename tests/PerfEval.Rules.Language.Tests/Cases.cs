namespace PerfEval.Rules.Language.Tests;

/// <summary>Behaviour as data: tests/cases/*.csv, one row a case, columns apart by <c> ; </c>, <c>⏎</c> for a line break, <c>#</c> before a remark.</summary>
internal static class Cases
{
    public static IEnumerable<string[]> Read(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "cases", file))
        where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
        select line.Replace('⏎', '\n').Split(" ; ");
}
