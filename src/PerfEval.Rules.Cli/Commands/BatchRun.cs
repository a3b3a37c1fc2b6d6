using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>
/// Scores submissions a line each, and answers each by a line as POST /evaluate/batch does: <c>line</c> with <c>scorecard</c>, or with <c>code</c> and
/// <c>errors</c>. It holds one line, however many there are.
/// </summary>
/// <param name="decide">Reads and scores one submission.</param>
internal sealed class BatchRun(Func<ReadOnlyMemory<byte>, FilingDecision> decide, string language)
{
    private const int MostUnwritten = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // The longest line, and room to read on behind it.
    private readonly byte[] buffer = new byte[LineCutter.BatchLineBytes + (64 * 1024)];
    private readonly LineCutter cutter = new(LineCutter.BatchLineBytes);
    private readonly ArrayBufferWriter<byte> unwritten = new(MostUnwritten);
    private bool isAnyRefused;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Answers every line; whether all were scored.</summary>
    public bool Run(Stream input, Stream output)
    {
        for (var (held, isEnd) = (0, false); !isEnd;)
        {
            var count = input.Read(buffer, held, buffer.Length - held);
            isEnd = count == 0;
            cutter.Offer(new(buffer, 0, held + count), isEnd);
            while (cutter.TryRead(out var line))
                Answer(line, output);
            Write(output); // whoever waits for these answers before sending more is not kept waiting
            held = (int)cutter.Rest.Length; // no longer than a line
            cutter.Rest.CopyTo(buffer);
        }

        return !isAnyRefused;
    }

    private void Answer(in Line line, Stream output)
    {
        var start = line is { Number: 1, IsTooLong: false } && line.Bytes.FirstSpan.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var bytes = line.Bytes.First[start..]; // the buffer is one piece
        if (!line.IsTooLong && bytes.Span.TrimStart(" \t\r"u8).IsEmpty)
            return;
        using (var json = new Utf8JsonWriter(unwritten, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("line"u8, line.Number);
            WriteAnswer(json, line.IsTooLong ? null : decide(bytes));
            json.WriteEndObject();
        }

        unwritten.Write("\n"u8);
        if (unwritten.WrittenCount >= MostUnwritten)
            Write(output);
    }

    private void WriteAnswer(Utf8JsonWriter json, FilingDecision? decision)
    {
        if (decision is { Scorecard: { } card, Refusals.IsEmpty: true })
        {
            json.WritePropertyName("scorecard"u8);
            ScorecardWriter.Write(json, card);
            return;
        }

        isAnyRefused = true;
        json.WriteString("code"u8, decision is null ? "invalid-request" : "submission-refused");
        json.WriteStartArray("errors"u8);
        if (decision is null)
            WriteError(json, "PA0050", "", new("一行不得超过 256 KB", "a line has at most 256 KB"));
        foreach (var fault in decision?.Refusals ?? [])
            WriteError(json, fault.Code, fault.Path, fault.Message);
        json.WriteEndArray();
    }

    private void WriteError(Utf8JsonWriter json, string code, string path, Bilingual message)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        json.WriteString("path"u8, path);
        json.WriteString("message"u8, message.For(language));
        json.WriteEndObject();
    }

    private void Write(Stream output)
    {
        output.Write(unwritten.WrittenSpan);
        output.Flush();
        unwritten.ResetWrittenCount();
    }
}
