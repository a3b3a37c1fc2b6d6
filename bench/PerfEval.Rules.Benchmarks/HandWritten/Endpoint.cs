using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>POST /evaluate as a program written for this one rubric would answer it: no routing table, no validation, no log.</summary>
internal static class Endpoint
{
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(Answer);
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

    // {"region": …, "submission": {…}}: everything but the submission is skipped, there being one rubric.
    private static void Answer(ReadOnlySequence<byte> request, IBufferWriter<byte> answer)
    {
        using var writer = new Utf8JsonWriter(answer, Luohu.Readable);
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

            writer.WriteStartObject();
            writer.WritePropertyName("scorecard"u8);
            HandWrittenPath.Run(ref reader, writer);
            writer.WriteEndObject();
        }
    }
}
