namespace PerfEval.Rules.Language.Types;

internal static class NumberTypes
{
    extension(NumberType type)
    {
        /// <summary>The literal 0: plain and money at once.</summary>
        public static NumberType Zero => new(Measure.Either, IsInexact: false);

        public NumberType Exact => type with { IsInexact = false };

        public NumberType Inexact => type with { IsInexact = true };

        /// <summary>The type of a value that is one or the other; null where one is plain and the other money.</summary>
        public NumberType? Join(NumberType other)
        {
            var inexact = type.IsInexact || other.IsInexact;
            if (type.Measure == other.Measure || other.Measure == Measure.Either)
                return type with { IsInexact = inexact };
            return type.Measure == Measure.Either ? other with { IsInexact = inexact } : null;
        }
    }

    /// <summary>The type of a value that is any of them; null where plain and money meet, or one is no number.</summary>
    public static NumberType? JoinAll(IEnumerable<ExpressionType> types)
    {
        NumberType? joined = NumberType.Zero;
        foreach (var type in types)
        {
            joined = type is NumberType number ? joined?.Join(number) : null;
            if (joined is null)
                return null;
        }

        return joined;
    }
}
