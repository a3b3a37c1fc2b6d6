using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What a sub-expression came to, to be shown beside it.</summary>
/// <param name="Span">The sub-expression.</param>
/// <param name="Text">The value with its unit; <c>?</c> missing, <c>!</c> failed.</param>
/// <param name="Kind">What the sub-expression is: names and results are worth more room than operators between them.</param>
/// <param name="Depth">0 for the whole.</param>
/// <param name="IsChosen">The branch that gave the value of the <c>?:</c> or <c>switch</c> around it.</param>
public sealed record InlayValue(TextSpan Span, string Text, ExplanationKind Kind, int Depth, bool IsChosen);

/// <summary>Evaluates with a record of every sub-expression.</summary>
internal static class InlayFinder
{
    public static ImmutableArray<InlayValue> Of(EditedExpression edited)
    {
        if (edited.Values is not { } values || !edited.Expression.IsValid)
            return [];
        // Lambdas of this text may have got slots behind those that the given frame has.
        var frame = new Frame(Math.Max(values.Slots.Length, edited.Scope.Slots.Count));
        values.Slots.CopyTo(frame.Slots, 0);
        var found = ImmutableArray.CreateBuilder<InlayValue>();
        Visit(edited.Expression.Explain(frame), 0, isChosen: false);
        return found.ToImmutable();

        void Visit(Explanation part, int depth, bool isChosen)
        {
            if (part.Kind != ExplanationKind.Literal || isChosen)
                found.Add(new(part.Span, ValueText.Format(part.Value, part.Format, withUnit: true), part.Kind, depth, isChosen));
            foreach (var inner in part.Parts)
                Visit(inner, depth + 1, ReferenceEquals(inner, part.Chosen));
        }
    }
}
