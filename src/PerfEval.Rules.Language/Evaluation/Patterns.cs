using System.Diagnostics;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Whether a value that is present matches.</summary>
internal delegate bool Matcher(in Value value);

/// <summary>What patterns match.</summary>
internal static class Patterns
{
    public static Matcher Compile(BoundPattern pattern) => pattern switch
    {
        BoundConstantPattern constant => CompileConstant(constant.Value),
        BoundRelationalPattern relational => CompileRelational(relational.Operator, relational.Value.Raw),
        BoundLogicalPattern logical => CompileLogical([.. logical.Patterns.Select(Compile)], logical.IsAnd),
        BoundNotPattern not => CompileNot(Compile(not.Pattern)),
        BoundDiscardPattern => (in Value _) => true,
        BoundNullPattern or BoundErrorPattern => (in Value _) => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a missing value matches.</summary>
    public static bool MatchesMissing(BoundPattern pattern) => pattern switch
    {
        BoundNullPattern => true,
        BoundLogicalPattern { IsAnd: true } logical => logical.Patterns.All(MatchesMissing),
        BoundLogicalPattern logical => logical.Patterns.Any(MatchesMissing),
        _ => false,
    };

    /// <summary>Whether <c>is</c> has an answer for a missing value: the pattern asks for <c>null</c> somewhere.</summary>
    public static bool AsksForMissing(BoundPattern pattern) => pattern switch
    {
        BoundNullPattern => true,
        BoundLogicalPattern logical => logical.Patterns.Any(AsksForMissing),
        BoundNotPattern not => AsksForMissing(not.Pattern),
        _ => false,
    };

    /// <summary>The answer that every present value gets, where the pattern asks for nothing but presence (<c>null</c>, <c>not null</c>, <c>_</c>); else null.</summary>
    public static bool? FindAnswerForAnyValue(BoundPattern pattern) => pattern switch
    {
        BoundNullPattern => false,
        BoundDiscardPattern => true,
        BoundNotPattern not => !FindAnswerForAnyValue(not.Pattern),
        _ => null,
    };

    /// <summary>The numbers that match where they are one interval; <see cref="Band.IsNone"/> where none does, null where they are more than one interval.</summary>
    public static Band? FindBand(BoundPattern pattern) => pattern switch
    {
        BoundConstantPattern { Value.Kind: ValueKind.Number } constant => new(Interval.Point(constant.Value.Number)),
        BoundRelationalPattern { Value.Kind: ValueKind.Number } relational => new(Interval.Where(relational.Operator, relational.Value.Number)),
        BoundDiscardPattern => new(Interval.All),
        BoundNullPattern or BoundErrorPattern => Band.None,
        BoundLogicalPattern { IsAnd: true } logical => logical.Patterns.Aggregate((Band?)new Band(Interval.All), (band, part) => band?.Intersect(FindBand(part))),
        _ => null,
    };

    private static Matcher CompileConstant(Value constant)
    {
        if (constant.Kind is ValueKind.Text)
            return (in Value value) => value.Equals(constant);
        var raw = constant.Raw;
        return (in Value value) => value.Raw == raw;
    }

    private static Matcher CompileRelational(OperatorKind kind, decimal limit) => kind switch
    {
        OperatorKind.Less => (in Value value) => value.Raw < limit,
        OperatorKind.LessOrEqual => (in Value value) => value.Raw <= limit,
        OperatorKind.Greater => (in Value value) => value.Raw > limit,
        OperatorKind.GreaterOrEqual => (in Value value) => value.Raw >= limit,
        _ => throw new UnreachableException(),
    };

    private static Matcher CompileLogical(Matcher[] parts, bool isAnd) => (in Value value) =>
    {
        foreach (var part in parts)
        {
            if (part(value) != isAnd)
                return !isAnd;
        }

        return isAnd;
    };

    private static Matcher CompileNot(Matcher pattern) => (in Value value) => !pattern(value);
}

/// <summary>The numbers that a pattern matches: an interval, or none at all.</summary>
/// <param name="Numbers">Null: none.</param>
internal readonly record struct Band(Interval? Numbers)
{
    public static Band None => default;

    public bool IsNone => Numbers is null;

    public Band? Intersect(Band? other)
    {
        if (other is not { } band)
            return null;
        return Numbers is { } mine && band.Numbers is { } theirs ? new(mine.Intersect(theirs)) : None;
    }

    public bool Contains(decimal number) => Numbers is { } numbers && numbers.Contains(number);
}
