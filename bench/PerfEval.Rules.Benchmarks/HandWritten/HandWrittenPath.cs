using System.Text.Json;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>Bytes in, scorecard out: parse, score, write.</summary>
internal static class HandWrittenPath
{
    private static readonly string Hash = Luohu.Rubric.Hash;

    public static void Run(ReadOnlySpan<byte> submission, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(submission);
        reader.Read();
        Run(ref reader, writer);
    }

    /// <summary>From a reader on the submission's StartObject.</summary>
    public static void Run(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var inputs = LuohuReader.Read(ref reader, out var department);
        LuohuProgram.Score(inputs, out var scores);
        LuohuWriter.Write(writer, inputs, scores, department, Hash);
        writer.Flush();
    }
}
