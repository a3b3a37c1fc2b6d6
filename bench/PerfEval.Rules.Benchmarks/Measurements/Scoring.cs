using BenchmarkDotNet.Attributes;
using PerfEval.Rules.Benchmarks.HandWritten;
using PerfEval.Rules.Benchmarks.Subjects;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>A submission that has been read to a scorecard. The hand-written program gives the scores alone, without sentences, values or checks; so does a tally.</summary>
public class Scoring
{
    private readonly Submission submission = Luohu.Read(Luohu.Submission());
    private readonly Tallier tallier = new(Luohu.Rubric);
    private LuohuInputs inputs;

    [GlobalSetup]
    public void Parse()
    {
        var reader = new System.Text.Json.Utf8JsonReader(Luohu.Submission());
        reader.Read();
        inputs = LuohuReader.Read(ref reader, out _);
    }

    [Benchmark(Baseline = true)]
    public decimal HandWritten()
    {
        LuohuProgram.Score(inputs, out var scores);
        return scores.Total;
    }

    [Benchmark]
    public decimal? Engine() => tallier.Tally(submission).Total;

    [Benchmark]
    public Scorecard EngineWithoutExplanation() => Scorer.Score(submission, ExplainLevel.None);

    [Benchmark]
    public Scorecard EngineWithSummary() => Scorer.Score(submission);

    [Benchmark]
    public Scorecard EngineWithTree() => Scorer.Score(submission, ExplainLevel.Tree);
}
