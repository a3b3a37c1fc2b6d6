using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>Some values, or all but some: texts, choices, true and false.</summary>
internal sealed record PointSet(ImmutableHashSet<Value> Points, bool IsComplement) : ValueSet
{
    public static PointSet All { get; } = new([], IsComplement: true);

    public override bool IsEmpty => !IsComplement && Points.IsEmpty;

    public override ValueSet Complement() => this with { IsComplement = !IsComplement };

    public override ValueSet Intersect(ValueSet other)
    {
        var (points, isComplement) = (PointSet)other;
        return (IsComplement, isComplement) switch
        {
            (false, false) => this with { Points = Points.Intersect(points) },
            (false, true) => this with { Points = Points.Except(points) },
            (true, false) => new PointSet(points.Except(Points), IsComplement: false),
            (true, true) => this with { Points = Points.Union(points) },
        };
    }

    public override Value? FindSample(ExpressionType type, decimal step)
    {
        if (IsComplement)
            return null;
        var declared = type is TextType { Choices: var choices } ? choices.Select(Value.Of) : [Value.Of(true), Value.Of(false)];
        return declared.Select(value => (Value?)value).FirstOrDefault(value => Points.Contains(value!.Value)); // every one has a value
    }
}
