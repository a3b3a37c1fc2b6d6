using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>The canonical JSON of a rubric, over which its hash is taken.</summary>
public static class CanonicalRubric
{
    /// <summary>Canonical JSON in UTF-8: no white space, fixed property order, lines joined, numbers without trailing zeros, what is absent stays absent.</summary>
    public static byte[] Write(Rubric rubric) => throw new NotSupportedException();

    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public static string Hash(Rubric rubric) => throw new NotSupportedException();
}
