using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>A place in a file; both 1-based, the column in UTF-16 characters.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>Finds places of a JSON document: of any element by its JSON Pointer, and of any character of a decoded text inside it.</summary>
public sealed class RubricPositions
{
    /// <summary>Where a diagnostic starts and ends. An unknown pointer gives its nearest known parent.</summary>
    public (LinePosition Start, LinePosition End) Locate(string path, TextSpan? span = null) => throw new NotSupportedException();
}
