using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>A set of values of one type; immutable. Missing is not a value.</summary>
internal abstract record ValueSet
{
    public abstract bool IsEmpty { get; }

    /// <summary>The values of the type that this set leaves out.</summary>
    public abstract ValueSet Complement();

    public abstract ValueSet Intersect(ValueSet other);

    public ValueSet Union(ValueSet other) => Complement().Intersect(other.Complement()).Complement();

    public ValueSet Except(ValueSet other) => Intersect(other.Complement());

    /// <summary>A value of the set that shows well; null where it is empty or nothing is known of its values.</summary>
    /// <param name="step">How far from the end of an open range of numbers it lies: one of the unit they are written in.</param>
    public abstract Value? FindSample(ExpressionType type, decimal step);

    /// <summary>Every value of a type.</summary>
    public static ValueSet AllOf(ExpressionType type) => type switch
    {
        NumberType => NumberSet.All,
        DateType => DateSet.All,
        BoolType => new PointSet([Value.Of(true), Value.Of(false)], IsComplement: false),
        TextType { Choices: { IsEmpty: false } choices } => new PointSet([.. choices.Select(Value.Of)], IsComplement: false),
        _ => PointSet.All,
    };

    /// <summary>The values of a type that are none.</summary>
    public static ValueSet NoneOf(ExpressionType type) => type switch
    {
        NumberType => NumberSet.All.Complement(),
        DateType => DateSet.All.Complement(),
        _ => PointSet.All.Complement(),
    };
}
