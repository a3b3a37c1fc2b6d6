namespace PerfEval.Rules.Language.Evaluation;

/// <summary>An operation on two decimals; a type of its own so that each is compiled into its node.</summary>
internal interface IFold
{
    static abstract decimal Apply(decimal left, decimal right);

    /// <summary>Whether it has no result for this right operand.</summary>
    static virtual bool Refuses(decimal right) => false;
}

/// <summary>An arithmetic operator.</summary>
internal interface IArithmetic : IFold
{
    static abstract string Sign { get; }
}

internal readonly struct Addition : IArithmetic
{
    public static string Sign => "+";

    public static decimal Apply(decimal left, decimal right) => left + right;
}

internal readonly struct Subtraction : IArithmetic
{
    public static string Sign => "-";

    public static decimal Apply(decimal left, decimal right) => left - right;
}

internal readonly struct Multiplication : IArithmetic
{
    public static string Sign => "*";

    public static decimal Apply(decimal left, decimal right) => left * right;
}

internal readonly struct Division : IArithmetic
{
    public static string Sign => "/";

    public static bool Refuses(decimal right) => right == 0;

    public static decimal Apply(decimal left, decimal right) => left / right;
}

/// <summary>The lesser of two.</summary>
internal readonly struct Least : IFold
{
    public static decimal Apply(decimal left, decimal right) => Math.Min(left, right);
}

/// <summary>The greater of two.</summary>
internal readonly struct Greatest : IFold
{
    public static decimal Apply(decimal left, decimal right) => Math.Max(left, right);
}
