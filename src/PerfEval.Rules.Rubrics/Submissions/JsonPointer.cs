namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to a property or element below <paramref name="parent"/>.</summary>
    public static string Append(string parent, string token) => $"{parent}/{Escape(token)}";

    private static string Escape(string token) =>
        token.AsSpan().ContainsAny('~', '/')
            ? token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : token;
}
