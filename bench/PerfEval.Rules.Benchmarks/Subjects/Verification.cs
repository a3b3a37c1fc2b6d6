using System.Buffers;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Benchmarks.HandWritten;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>Holds the hand-written program to the engine: the same scores, and the same bytes without explanations. Runs before every measurement.</summary>
internal static class Verification
{
    private const int Rounds = 400;

    private static readonly (string Code, Func<LuohuScores, decimal> Of)[] Groups =
    [
        ("A", s => s.A), ("B", s => s.B), ("C", s => s.C), ("A1", s => s.A1), ("A2", s => s.A2), ("B1", s => s.B1), ("B2", s => s.B2), ("B3", s => s.B3),
        ("B4", s => s.B4), ("B5", s => s.B5), ("C1", s => s.C1), ("C2", s => s.C2), ("C3", s => s.C3), ("C4", s => s.C4),
    ];

    private static readonly Tallier Tallier = new(Luohu.Rubric);

    public static void Run()
    {
        var random = new RandomSubmissions(20200440);
        CompareScores(Luohu.Bytes(Luohu.CaseSubmission()));
        CompareBytes(Luohu.Submission());
        for (var i = 0; i < Rounds; i++)
        {
            CompareScores(random.NextAny());
            CompareBytes(random.NextSound());
        }

        Console.WriteLine($"verified: the same scores on {2 * Rounds} random submissions and the case, the same bytes on {Rounds} of them");
    }

    private static void CompareScores(byte[] submission)
    {
        var card = Scorer.Score(Luohu.Read(submission), ExplainLevel.None);
        LuohuProgram.Score(Parse(submission), out var scores);
        var rules = Flatten(card.Rules).ToDictionary(rule => rule.Code, rule => rule.Score);
        for (var i = 0; i < LuohuScores.IndicatorCount; i++)
            Check(submission, $"LH{i + 1:00}", rules[$"LH{i + 1:00}"], scores.Indicator[i]);
        foreach (var (code, of) in Groups)
            Check(submission, code, rules[code], of(scores));
        Check(submission, "total", card.Total, scores.Total);
        Check(submission, "tally", Tallier.Tally(Luohu.Read(submission)).Total, scores.Total);
    }

    private static void CompareBytes(byte[] submission)
    {
        CompareScores(submission);
        var engine = ScorecardWriter.Write(Scorer.Score(Luohu.Read(submission), ExplainLevel.None));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Luohu.Readable))
            HandWrittenPath.Run(submission, writer);
        if (engine.AsSpan().SequenceEqual(buffer.WrittenSpan))
            return;
        var at = engine.AsSpan().CommonPrefixLength(buffer.WrittenSpan);
        throw new InvalidOperationException($"bytes differ at {at}:\nengine       {Around(engine, at)}\nhand-written {Around(buffer.WrittenSpan, at)}");
    }

    private static string Around(ReadOnlySpan<byte> bytes, int at) =>
        Encoding.UTF8.GetString(bytes[Math.Max(0, at - 300)..Math.Min(bytes.Length, at + 150)]);

    private static LuohuInputs Parse(byte[] submission)
    {
        var reader = new Utf8JsonReader(submission);
        reader.Read();
        return LuohuReader.Read(ref reader, out _);
    }

    private static IEnumerable<RuleScore> Flatten(IEnumerable<RuleScore> rules) => rules.SelectMany(rule => Flatten(rule.Rules).Prepend(rule));

    private static void Check(byte[] submission, string code, decimal? engine, decimal? handWritten)
    {
        if (engine != handWritten)
            throw new InvalidOperationException($"{code}: engine {engine}, hand-written {handWritten} for {Encoding.UTF8.GetString(submission)}");
    }
}
