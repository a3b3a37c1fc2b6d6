using System.Buffers;
using System.IO.Pipelines;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>
/// Answers a stream of bodies of POST /evaluate line by line, in order. It holds one line and the answers of those that are being filed; where the answers are
/// not read, it reads no further. Dies with the request.
/// </summary>
/// <param name="key">The caller's name for the whole batch, or null.</param>
internal sealed class BatchRun(Evaluator evaluator, BatchWriter answers, RequestKey? key)
{
    // So many share the wait for one commit.
    private const int MostInFlight = 64;

    private static readonly Task<IResult> TooLong = Task.FromResult<IResult>(Problems.InvalidRequest([ApiFaults.LineTooLong]));

    private readonly Queue<(long Line, Task<IResult> Answer)> inFlight = new(MostInFlight);

    public async Task RunAsync(PipeReader source, CancellationToken cancellation)
    {
        var lines = new LineReader(source, LineCutter.BatchLineBytes);
        try
        {
            do
            {
                while (lines.TryRead(out var line))
                {
                    Start(line, cancellation);
                    await AnswerAsync(MostInFlight - 1, cancellation);
                }

                await AnswerAsync(0, cancellation);
                await answers.FlushAsync(cancellation); // whoever waits for these answers before sending more is not kept waiting
            }
            while (await lines.FillAsync(cancellation));
        }
        finally
        {
            // A caller that has gone leaves writes behind; they end before the request does.
            Task left = Task.WhenAll(inFlight.Select(waiting => waiting.Answer));
            await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes the answers that are there, and waits for as many as it takes to leave at most <paramref name="most"/>.</summary>
    private async ValueTask AnswerAsync(int most, CancellationToken cancellation)
    {
        while (inFlight.TryPeek(out var first) && (inFlight.Count > most || first.Answer.IsCompleted))
        {
            inFlight.Dequeue();
            await answers.WriteAsync(first.Line, await first.Answer, cancellation);
        }
    }

    private void Start(in Line line, CancellationToken cancellation)
    {
        if (line.IsTooLong)
        {
            inFlight.Enqueue((line.Number, TooLong));
            return;
        }

        if (line.Bytes.IsSingleSegment)
        {
            Start(line.Number, line.Bytes.FirstSpan, cancellation);
            return;
        }

        var copy = ArrayPool<byte>.Shared.Rent((int)line.Bytes.Length); // not too long
        line.Bytes.CopyTo(copy);
        Start(line.Number, copy.AsSpan(0, (int)line.Bytes.Length), cancellation);
        ArrayPool<byte>.Shared.Return(copy);
    }

    private void Start(long number, ReadOnlySpan<byte> utf8, CancellationToken cancellation)
    {
        if (number == 1)
            utf8 = utf8[Evaluator.MarkOf(utf8)..];
        if (!utf8.TrimStart(" \t\r"u8).IsEmpty) // an empty line has no answer
            inFlight.Enqueue((number, EvaluateAsync(number, utf8, cancellation)));
    }

    private Task<IResult> EvaluateAsync(long number, ReadOnlySpan<byte> utf8, CancellationToken cancellation)
    {
        var read = evaluator.Read(utf8);
        if (evaluator.FindProblem(read) is { } problem)
            return Task.FromResult<IResult>(problem);
        return evaluator.IsDryRun
            ? Task.FromResult<IResult>(evaluator.Score(read))
            : FileAsync(read, utf8[read.Submission].ToArray(), key?.OfLine(number).For(utf8), cancellation);
    }

    private async Task<IResult> FileAsync(EvaluateRequest read, ReadOnlyMemory<byte> submission, IdempotencyKey? lineKey, CancellationToken cancellation)
    {
        try
        {
            // Figures may come from a line before. Without such, writes queue in the order of the lines anyway.
            if (OriginFiller.Fills(read.Found.Rubric!)) // without a problem there is one
                await Task.WhenAll(inFlight.Select(earlier => earlier.Answer));
            return await evaluator.FileAsync(read, evaluator.FilingOf(read, submission, lineKey), [], cancellation);
        }
        catch (StoreBusyException)
        {
            return Problems.Unavailable;
        }
    }
}
