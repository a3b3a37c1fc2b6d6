using System.Diagnostics;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>What a pattern matches: values, and perhaps a missing one.</summary>
internal sealed record PatternSet(ValueSet Values, bool MatchesMissing)
{
    public bool IsEmpty => Values.IsEmpty && !MatchesMissing;

    /// <summary>What a pattern without errors matches among the values of a type.</summary>
    public static PatternSet Of(BoundPattern pattern, ExpressionType type) => new(ValuesOf(pattern, type).Intersect(ValueSet.AllOf(type)), CanBeMissing(pattern));

    private static ValueSet ValuesOf(BoundPattern pattern, ExpressionType type) => pattern switch
    {
        BoundDiscardPattern => ValueSet.AllOf(type),
        BoundNullPattern => ValueSet.NoneOf(type),
        BoundNotPattern not => ValuesOf(not.Pattern, type).Complement(),
        BoundLogicalPattern { IsAnd: true } all => all.Patterns.Select(part => ValuesOf(part, type)).Aggregate((left, right) => left.Intersect(right)),
        BoundLogicalPattern any => any.Patterns.Select(part => ValuesOf(part, type)).Aggregate((left, right) => left.Union(right)),
        BoundConstantPattern constant => ValuesOf(OperatorKind.Equal, constant.Value),
        BoundRelationalPattern relational => ValuesOf(relational.Operator, relational.Value),
        _ => throw new UnreachableException(),
    };

    private static ValueSet ValuesOf(OperatorKind kind, Value value) => (kind, value.Kind) switch
    {
        (OperatorKind.Less or OperatorKind.LessOrEqual, ValueKind.Date) => DateSet.Below(value.Date, kind == OperatorKind.LessOrEqual),
        (OperatorKind.Greater or OperatorKind.GreaterOrEqual, ValueKind.Date) => DateSet.Above(value.Date, kind == OperatorKind.GreaterOrEqual),
        (_, ValueKind.Date) => DateSet.Point(value.Date),
        (OperatorKind.Less or OperatorKind.LessOrEqual, _) => NumberSet.Below(value.Number, kind == OperatorKind.LessOrEqual),
        (OperatorKind.Greater or OperatorKind.GreaterOrEqual, _) => NumberSet.Above(value.Number, kind == OperatorKind.GreaterOrEqual),
        (_, ValueKind.Number) => NumberSet.Point(value.Number),
        _ => new PointSet([value], IsComplement: false),
    };

    private static bool CanBeMissing(BoundPattern pattern) => pattern switch
    {
        BoundNullPattern => true,
        BoundLogicalPattern { IsAnd: true } all => all.Patterns.All(CanBeMissing),
        BoundLogicalPattern any => any.Patterns.Any(CanBeMissing),
        _ => false,
    };
}
