using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>POST /evaluate and POST /evaluate/batch as a program written for this one rubric would answer it: no routing table, no validation, no log.</summary>
internal static class Endpoint
{
    private const string BatchPath = "/evaluate/batch";
    private const int MostUnsent = 32 * 1024;

    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, null)); // a batch is of any length
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(context => context.Request.Path == BatchPath ? AnswerLines(context) : Answer(context));
        await app.RunAsync();
    }

    private static async Task Answer(HttpContext context)
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAtLeastAsync((int)(context.Request.ContentLength ?? 1), context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(32 * 1024);
        Answer(read.Buffer, buffer);
        body.AdvanceTo(read.Buffer.End);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Line by line on one thread, in order; a line that is no JSON is answered and the stream goes on.</summary>
    private static async Task AnswerLines(HttpContext context)
    {
        var (body, answers, cancellation) = (context.Request.BodyReader, context.Response.BodyWriter, context.RequestAborted);
        context.Response.ContentType = "application/x-ndjson";
        await using var json = new Utf8JsonWriter(answers, Luohu.Readable);
        var (number, unsent) = (0L, 0L);
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                unsent += AnswerLine(++number, rest.Slice(rest.Start, end), json, answers);
                rest = rest.Slice(rest.GetPosition(1, end));
                if (unsent < MostUnsent)
                    continue;
                await answers.FlushAsync(cancellation);
                unsent = 0;
            }

            body.AdvanceTo(rest.Start, rest.End);
            await answers.FlushAsync(cancellation);
            if (read.IsCompleted)
                return;
        }
    }

    private static long AnswerLine(long number, ReadOnlySequence<byte> line, Utf8JsonWriter json, IBufferWriter<byte> answers)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteNumber("line", number);
        try
        {
            AnswerProperties(line, json);
        }
        catch (JsonException)
        {
            json.WriteString("code", "invalid-request"); // a line is broken before its submission, or not at all
        }

        json.WriteEndObject();
        json.Flush();
        answers.Write("\n"u8);
        return json.BytesCommitted + 1;
    }

    // {"region": …, "submission": {…}}: everything but the submission is skipped, there being one rubric.
    private static void Answer(ReadOnlySequence<byte> request, IBufferWriter<byte> answer)
    {
        using var writer = new Utf8JsonWriter(answer, Luohu.Readable);
        writer.WriteStartObject();
        AnswerProperties(request, writer);
        writer.WriteEndObject();
    }

    private static void AnswerProperties(ReadOnlySequence<byte> request, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(request);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSubmission = reader.ValueTextEquals("submission"u8);
            reader.Read();
            if (!isSubmission)
            {
                reader.Skip();
                continue;
            }

            writer.WritePropertyName("scorecard"u8);
            HandWrittenPath.Run(ref reader, writer);
        }
    }
}
