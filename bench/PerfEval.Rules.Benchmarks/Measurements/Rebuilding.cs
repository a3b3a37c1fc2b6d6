using BenchmarkDotNet.Attributes;
using PerfEval.Rules.Benchmarks.Subjects;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>From a file to a rubric, and from an edit of one expression to a score.</summary>
public class Rebuilding
{
    private readonly byte[] submission = Luohu.Submission();
    private readonly Rubric[] versions =
    [
        Luohu.Edit(Luohu.Rubric.Document, "LH17", "max(0, Weight - 3 * 未完成重点工作项数)"),
        Luohu.Edit(Luohu.Rubric.Document, "LH17", "max(0, Weight - 2 * 未完成重点工作项数)"),
    ];

    private int next;

    [Benchmark(Baseline = true)]
    public Compilation Compile() => RubricCompiler.Compile(Next());

    [Benchmark]
    public decimal? CompileAndScore()
    {
        var rubric = RubricCompiler.Compile(Next()).Rubric!; // both versions are sound
        return Scorer.Score(Luohu.Read(submission, rubric), ExplainLevel.None).Total;
    }

    [Benchmark]
    public RubricReading ReadDocument() => RubricReader.Read(Luohu.Document);

    [Benchmark]
    public string Hash() => CanonicalRubric.Hash(Next());

    [Benchmark]
    public LoadedRubric Load() => RubricLoader.Load(Luohu.Document);

    private Rubric Next() => versions[next ^= 1];
}
