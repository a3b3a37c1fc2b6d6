using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

/// <summary>What a parameter of a function takes.</summary>
public enum ParameterKind
{
    /// <summary>A number, plain or money.</summary>
    Number,

    /// <summary>A plain number that is whole: days, digits, a year.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text or a set of texts.</summary>
    TextOrSet,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Any value whatever.</summary>
    Any,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A lambda over the table's rows that gives a number.</summary>
    RowNumber,

    /// <summary>A lambda over the table's rows that gives true or false.</summary>
    RowBool,
}

/// <summary>One parameter as documentation, signature help and the binder see it.</summary>
/// <param name="Name">English name.</param>
/// <param name="Description">What it is.</param>
public sealed record Parameter(string Name, ParameterKind Kind, Bilingual Description)
{
    /// <summary>It may be left out (with all that follow it).</summary>
    public bool IsOptional { get; init; }

    /// <summary>The last parameter, which may be repeated.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A worked example for the documentation; a test evaluates every one.</summary>
/// <param name="Expression">The call, over literals.</param>
/// <param name="Result">Its value as <see cref="Value.ToString"/> prints it, or <c>failed</c>.</param>
public sealed record FunctionExample(string Expression, string Result);

/// <summary>
/// One row of the function table: everything that binder, evaluation, bounds, documentation, completion and hover know of a function.
/// Functions of one name with different parameters are separate rows (overloads).
/// </summary>
/// <param name="Name">Its name; found ignoring case.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Summary">What it gives, with its edge cases.</param>
public sealed record Function(string Name, ImmutableArray<Parameter> Parameters, Bilingual Summary)
{
    /// <summary>The result's type from the arguments' types (lambdas by their body's), or null with a diagnostic already added by the binder for measures that do not agree.</summary>
    internal Func<ImmutableArray<BoundExpression>, ExpressionType?> ResultType { get; init; } = null!; // every row sets it

    /// <summary>Which arguments are rounded to 20 decimals first when they are inexact (floor, ceiling, round, and comparing functions).</summary>
    internal bool RoundsInexact { get; init; }

    /// <summary>The arguments from which the result takes its format, where they agree; empty: its numbers are written plain.</summary>
    internal ImmutableArray<int> FormatFrom { get; init; } = [];

    /// <summary>The value. Plain functions get their evaluated arguments, all known; table functions read lambdas through the call.</summary>
    internal FunctionValue Value { get; init; } = null!; // every row sets it

    /// <summary>What two numbers that are known come to, and more one after the other; null: only <see cref="Value"/> says.</summary>
    internal IPairBuilder<KnownNumber>? Known { get; init; }

    /// <summary>The bounds, from the bounds of the arguments.</summary>
    internal FunctionBounds Bounds { get; init; } = null!; // every row sets it

    /// <summary>Worked examples.</summary>
    public ImmutableArray<FunctionExample> Examples { get; init; } = [];

    /// <summary>Whether it takes a table first and may be written after a dot.</summary>
    public bool IsTableFunction => Parameters is [{ Kind: ParameterKind.Table }, ..];
}

/// <summary>Evaluates a call over its arguments' closures.</summary>
internal delegate Value FunctionValue(CallSite call, Frame frame);

/// <summary>Bounds of a call.</summary>
internal delegate Bounds FunctionBounds(BoundsCallSite call, BoundsFrame frame);
