using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Api;

/// <summary>Writes the answers of a batch, one JSON object a line. Dies with the request.</summary>
/// <param name="language">Of the messages.</param>
internal sealed class BatchWriter(PipeWriter pipe, Instruments instruments, string language) : IDisposable
{
    /// <summary>With so much unsent, it waits for the reader.</summary>
    public const int MostUnsent = 32 * 1024;

    private readonly Utf8JsonWriter json = new(pipe, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    private long unsent;

    /// <summary>Writes the answer of a line: an evaluation, or what is wrong.</summary>
    public ValueTask WriteAsync(long line, IResult answer, CancellationToken cancellation)
    {
        Append(line, answer);
        instruments.LineAnswered(answer is Problem problem ? problem.Status : 0);
        return unsent < MostUnsent ? ValueTask.CompletedTask : FlushAsync(cancellation);
    }

    /// <summary>Sends what is written, as fast as it is read.</summary>
    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        if (unsent == 0)
            return;
        unsent = 0;
        if ((await pipe.FlushAsync(cancellation)).IsCompleted)
            throw new OperationCanceledException("nobody reads the answers any more");
    }

    public void Dispose() => json.Dispose();

    private void Append(long line, IResult answer)
    {
        json.WriteStartObject();
        json.WriteNumber("line"u8, line);
        if (answer is Evaluation evaluation)
            evaluation.WriteProperties(json);
        else
            WriteProblem((Problem)answer); // the only other kind
        json.WriteEndObject();
        json.Flush();
        unsent += json.BytesCommitted + 1;
        json.Reset();
        pipe.Write("\n"u8);
    }

    private void WriteProblem(Problem problem)
    {
        json.WriteString("code"u8, problem.Code);
        problem.WriteErrors(json, language);
    }
}
