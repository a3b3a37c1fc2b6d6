using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Functions;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>The rows of tests/cases/values.csv and the examples of the function table, run by every way there is to a value.</summary>
public abstract class EvaluationTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Cases.Read("values.csv"))
            rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    public static TheoryData<string, string> Examples()
    {
        var rows = new TheoryData<string, string>();
        foreach (var example in FunctionTable.All.SelectMany(function => function.Examples))
            rows.Add(example.Expression, example.Result);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_case_comes_to_its_value(string text, string facts, string expected) =>
        Check(text, facts, expected);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_function_table_comes_to_its_result(string text, string expected) =>
        Check(text, "", expected);

    /// <summary>The outcome as the cases write it: a value, <c>missing(…)</c> with the names of what is missing, or <c>failed</c>.</summary>
    protected abstract string Run(Expression expression, Frame frame, string expected);

    protected static string Write(Value value) => value.Kind switch
    {
        ValueKind.Missing => $"missing({string.Join(", ", value.Absence.Gaps.Select(gap => gap.Name))})",
        ValueKind.Number => BoundsNotation.Write(Interval.Point(Inexact.Round(value.Number))),
        _ => value.ToString(),
    };

    private void Check(string text, string facts, string expected)
    {
        var expression = World.Compile(text);
        Assert.Equal(expected, Run(expression, World.Facts(facts), expected));
    }
}

public sealed class ValueTests : EvaluationTests
{
    protected override string Run(Expression expression, Frame frame, string expected) => Write(expression.Evaluate(frame));
}

/// <summary>The closures that carry reasons, also where those for known values would do.</summary>
public sealed class ReasonedTests : EvaluationTests
{
    protected override string Run(Expression expression, Frame frame, string expected) => Write(ValueCompiler.Compile(expression.Bound, expression.Parsed.Text)(frame));
}

/// <summary>The closures for known values: they come to the value, or give up where there is none or it is no number or bool.</summary>
public sealed class KnownTests : EvaluationTests
{
    private static readonly string[] Askers = ["??", "null", "has(", "&&", "||"];

    protected override string Run(Expression expression, Frame frame, string expected)
    {
        if (expression.TryFindNumber(frame, out var number))
            return Write(Value.Of(number));
        if (expression.TryFindBool(frame, out var holds))
            return Write(Value.Of(holds));
        var value = expression.Evaluate(frame);
        return value.Kind is ValueKind.Number or ValueKind.Bool && KnownCompiler.Covers(expression.Bound) && !AsksForMissing(expression) ? "given up" : Write(value);
    }

    // What `??`, `null` and Kleene logic make of a missing value is known without all that it takes.
    private static bool AsksForMissing(Expression expression) => Array.Exists(Askers, part => expression.Parsed.Text.Contains(part, StringComparison.Ordinal));
}

/// <summary>A tree rebuilt without a change means the same.</summary>
public sealed class RewrittenTests : EvaluationTests
{
    protected override string Run(Expression expression, Frame frame, string expected) => Write(expression.Rewrite(node => node).Evaluate(frame));

    [Fact]
    public void What_is_put_in_place_of_a_node_counts()
    {
        var capped = World.Compile("min(1, 5 / 4) * 2 + max(0, min(3, 7))");
        var free = capped.Rewrite(node => node is BoundCall { Function.Name: "min", Arguments: [_, var second] } ? second : node);

        Assert.Equal(("5", "9.5"), (Write(capped.Evaluate(World.NewFrame())), Write(free.Evaluate(World.NewFrame()))));
        Assert.Equal(capped.Parsed, free.Parsed);
    }
}

public sealed class RecordedTests : EvaluationTests
{
    protected override string Run(Expression expression, Frame frame, string expected) => Write(expression.Explain(frame).Value);
}

public sealed class BoundsOfCasesTests : EvaluationTests
{
    /// <summary>Nothing that is missing will be supplied: a value must come out exactly, a failure or a missing value must be among the outcomes.</summary>
    protected override string Run(Expression expression, Frame frame, string expected)
    {
        var bounds = expression.FindBounds(new(frame, []));
        if (expected == "failed")
            return bounds.MayFail ? expected : BoundsNotation.Write(bounds);
        if (expected.StartsWith("missing(", StringComparison.Ordinal))
            return bounds.MaySeemMissing || frame.Slots.Any(value => value.IsMissing && !value.IsAbsent) ? expected : BoundsNotation.Write(bounds);
        return bounds.IsExact && !bounds.MayFail && !bounds.MayBeMissing ? Write(bounds.ExactValue) : BoundsNotation.Write(bounds);
    }
}
