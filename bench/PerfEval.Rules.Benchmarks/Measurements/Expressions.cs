using BenchmarkDotNet.Attributes;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>One expression over numbers that are there: a capped ratio, and a switch of four steps over a division.</summary>
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Expressions
{
    private readonly Frame frame = new(2);
    private readonly Expression cappedRatio;
    private readonly Expression steps;
    private readonly decimal done = 49;
    private readonly decimal planned = 50;

    public Expressions()
    {
        var slots = new SlotAllocator();
        var scope = new Scope(null, [new(SymbolKind.Input, "done", ExpressionType.Number, slots.Next()), new(SymbolKind.Input, "planned", ExpressionType.Number, slots.Next())], slots);
        cappedRatio = Expression.Compile("min(done / planned, 1) * 6", scope);
        steps = Expression.Compile("(done / planned) switch { >= 99% => 1, >= 90% => 0.7, >= 60% => 0.4, _ => 0 }", scope);
        if (!cappedRatio.IsValid || !steps.IsValid)
            throw new InvalidOperationException(string.Join('\n', cappedRatio.Diagnostics.Concat(steps.Diagnostics)));
        (frame.Slots[0], frame.Slots[1]) = (Value.Of(done), Value.Of(planned));
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("capped ratio")]
    public decimal CappedRatioHandWritten() => Math.Min(done / planned, 1) * 6;

    [Benchmark]
    [BenchmarkCategory("capped ratio")]
    public Value CappedRatio() => cappedRatio.Evaluate(frame);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("steps")]
    public decimal StepsHandWritten() => HandWritten.LuohuProgram.Compared(done / planned) switch { >= 0.99m => 1, >= 0.90m => 0.7m, >= 0.60m => 0.4m, _ => 0 };

    [Benchmark]
    [BenchmarkCategory("steps")]
    public Value Steps() => steps.Evaluate(frame);
}
