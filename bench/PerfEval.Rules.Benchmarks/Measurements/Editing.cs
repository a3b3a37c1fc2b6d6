using BenchmarkDotNet.Attributes;
using PerfEval.Rules.Benchmarks.Subjects;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>From a keystroke in a rubric of a hundred rules to what is shown of it.</summary>
public class Editing
{
    private readonly int score = HundredRules.Text.IndexOf(HundredRules.Typed, StringComparison.Ordinal) + HundredRules.Typed.Length;
    private readonly int param = HundredRules.Text.IndexOf(HundredRules.TypedParam, StringComparison.Ordinal) + HundredRules.TypedParam.Length;
    private RubricEditor editor = RubricEditor.Open(HundredRules.Text);
    private int typed;

    /// <summary>A letter in the score of a rule: a name that is not known yet.</summary>
    [Benchmark(Baseline = true)]
    public int LetterInScore() => Type(score, "比");

    /// <summary>A letter in a param that a rule rests on.</summary>
    [Benchmark]
    public int LetterInParam() => Type(param, "比");

    /// <summary>A letter in the wording: nothing but the document's own checks.</summary>
    [Benchmark]
    public int LetterInLabel() => Type(HundredRules.Text.IndexOf("第50项实际", StringComparison.Ordinal), "总");

    /// <summary>The names that may be typed at the beginning of a score.</summary>
    [Benchmark]
    public int Complete() => editor.Complete(score).Items.Length;

    /// <summary>What there is to know of a name.</summary>
    [Benchmark]
    public string? Hover() => editor.HoverAt(score + 1)?.Title;

    /// <summary>The whole text read anew.</summary>
    [Benchmark]
    public int Open() => RubricEditor.Open(HundredRules.Text).Problems.Length;

    private int Type(int place, string letter)
    {
        // Typed and taken back in turn, so that every call finds a document that differs by one letter from the last.
        editor = editor.WithText(typed++ % 2 == 0 ? HundredRules.Text.Insert(place, letter) : HundredRules.Text);
        return editor.Problems.Length;
    }
}
