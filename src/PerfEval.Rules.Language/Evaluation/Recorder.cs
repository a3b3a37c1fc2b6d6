using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Runs closures that tell what every node came to.</summary>
internal static class Recorder
{
    /// <param name="recording">From <see cref="ValueCompiler.CompileRecording"/>.</param>
    public static Explanation Record(Evaluator recording, Frame frame)
    {
        var outer = frame.Recording;
        var told = frame.Recording = new();
        recording(frame);
        frame.Recording = outer;
        return told.Root;
    }

    /// <summary>A node's closure that also tells what it came to.</summary>
    public static Evaluator Wrap(BoundExpression node, string text, Evaluator evaluator)
    {
        var blank = new Explanation(node.Span, text, default, node.Format, []) { Kind = KindOf(node) };
        return frame =>
        {
            var recording = frame.Recording!; // set by Record, the only caller of these closures
            var mark = recording.Open();
            var value = evaluator(frame);
            var parts = recording.Close(mark);
            recording.Add(blank with { Value = value, Parts = parts, Chosen = FindChosen(node, parts) });
            return value;
        };
    }

    private static ExplanationKind KindOf(BoundExpression node) => node switch
    {
        BoundLiteral => ExplanationKind.Literal,
        BoundName or BoundCell or BoundIndex => ExplanationKind.Reference,
        BoundUnary or BoundArithmetic => ExplanationKind.Arithmetic,
        BoundConditional => ExplanationKind.Conditional,
        BoundSwitch => ExplanationKind.Switch,
        BoundCall { Function.IsTableFunction: true } => ExplanationKind.Aggregate,
        _ => ExplanationKind.Operation,
    };

    private static Explanation? FindChosen(BoundExpression node, ImmutableArray<Explanation> parts) => node switch
    {
        BoundConditional => parts is [_, var branch] ? branch : null,
        BoundSwitch choice => parts is [_, .., var last] && choice.Arms.Any(arm => arm.Value.Span == last.Span) ? last : null,
        _ => null,
    };
}

/// <summary>What was told so far in one recorded run: finished sub-expressions whose parent is not finished yet.</summary>
internal sealed class Recording
{
    private readonly List<Explanation> finished = [];

    /// <summary>The whole expression, when the run has ended.</summary>
    public Explanation Root => finished[0];

    /// <summary>A node begins: everything added from here on is its part.</summary>
    public int Open() => finished.Count;

    /// <summary>Takes the parts added since the node began.</summary>
    public ImmutableArray<Explanation> Close(int mark)
    {
        if (finished.Count == mark)
            return [];
        var parts = ImmutableArray.Create(CollectionsMarshal.AsSpan(finished)[mark..]);
        finished.RemoveRange(mark, finished.Count - mark);
        return parts;
    }

    public void Add(Explanation explanation) => finished.Add(explanation);
}
