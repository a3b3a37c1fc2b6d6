using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Api;

/// <summary>Writes the answers of a batch, one JSON object a line. Dies with the request.</summary>
/// <param name="language">Of the messages.</param>
internal sealed class BatchWriter(PipeWriter pipe, Instruments instruments, string language)
{
    /// <summary>With so much unsent, it waits for the reader.</summary>
    public const int MostUnsent = 32 * 1024;

    // Of some twenty rules without explanations; a buffer that has to grow is copied.
    private const int UsualAnswer = 32 * 1024;

    private long unsent;

    /// <summary>Puts the answer of a line into JSON: an evaluation, or what is wrong. Any number of threads may do so at once.</summary>
    public LineAnswer Put(long line, IResult answer)
    {
        var buffer = new PooledBuffer(UsualAnswer);
        using (var json = new Utf8JsonWriter(buffer, JsonAnswer.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("line"u8, line);
            if (answer is Evaluation evaluation)
                evaluation.WriteProperties(json);
            else
                WriteProblem(json, (Problem)answer); // the only other kind
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return new(buffer, answer is Problem problem ? problem.Status : 0);
    }

    /// <summary>Writes an answer, and lets go of its bytes.</summary>
    public ValueTask WriteAsync(LineAnswer answer, CancellationToken cancellation)
    {
        using (answer.Json)
        {
            pipe.Write(answer.Json.Written.Span);
            unsent += answer.Json.Written.Length;
        }

        instruments.LineAnswered(answer.Refusal);
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

    private void WriteProblem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteString("code"u8, problem.Code);
        problem.WriteErrors(json, language);
    }
}
