using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Tests.Binding;

namespace PerfEval.Rules.Language.Tests.Editing;

/// <summary>Texts in which <c>▮</c> is the caret.</summary>
internal static class Carets
{
    public const char Sign = '▮';

    public static (EditedExpression Edited, int Caret) Parse(string marked, Expected expected = Expected.Anything, Frame? values = null)
    {
        var caret = marked.IndexOf(Sign, StringComparison.Ordinal);
        return (new(marked.Remove(caret, 1), Declared.Scope(), expected, values), caret);
    }

    /// <summary>The labels offered, best first.</summary>
    public static List<string> Labels(string marked, Expected expected = Expected.Anything)
    {
        var (edited, caret) = Parse(marked, expected);
        return [.. edited.Complete(caret).Items.Select(item => item.Label)];
    }
}
