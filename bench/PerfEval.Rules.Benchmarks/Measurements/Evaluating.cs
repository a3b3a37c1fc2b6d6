using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PerfEval.Rules.Benchmarks.HandWritten;
using PerfEval.Rules.Benchmarks.Subjects;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>A submission's bytes to a scorecard's bytes; without explanation both write the same ones.</summary>
public class Evaluating
{
    private readonly byte[] submission = Luohu.Submission();
    private readonly Scorecard card = Scorer.Score(Luohu.Read(Luohu.Submission()), ExplainLevel.None);
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly Utf8JsonWriter writer;

    private readonly LuohuInputs inputs;
    private readonly LuohuScores scores;
    private readonly string? department;

    public Evaluating()
    {
        writer = new(buffer, Luohu.Readable);
        var reader = new Utf8JsonReader(submission);
        reader.Read();
        inputs = LuohuReader.Read(ref reader, out department);
        LuohuProgram.Score(inputs, out scores);
    }

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        Reset();
        HandWrittenPath.Run(submission, writer);
        return buffer.WrittenCount;
    }

    [Benchmark]
    public int EngineWithoutExplanation() => Evaluate(ExplainLevel.None);

    [Benchmark]
    public int EngineWithSummary() => Evaluate(ExplainLevel.Summary);

    [Benchmark]
    public object HandWrittenParse()
    {
        var reader = new Utf8JsonReader(submission);
        reader.Read();
        return LuohuReader.Read(ref reader, out _).LH19;
    }

    [Benchmark]
    public object EngineRead() => Luohu.Read(submission);

    [Benchmark]
    public int HandWrittenWrite()
    {
        Reset();
        LuohuWriter.Write(writer, inputs, scores, department, Luohu.Rubric.Hash);
        writer.Flush();
        return buffer.WrittenCount;
    }

    [Benchmark]
    public int EngineWrite() => Write(card);

    private int Evaluate(ExplainLevel explain) => Write(Scorer.Score(Luohu.Read(submission), explain));

    private int Write(Scorecard scorecard)
    {
        Reset();
        ScorecardWriter.Write(writer, scorecard);
        writer.Flush();
        return buffer.WrittenCount;
    }

    private void Reset()
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
    }
}
