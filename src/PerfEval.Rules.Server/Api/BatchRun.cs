using System.IO.Pipelines;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Server.Api;

/// <summary>
/// Answers a stream of bodies of POST /evaluate line by line, in order. It holds a bounded window of lines and their answers: lines that are only scored are scored
/// by all processors, lines that are filed are taken up one after the other. Where the answers are not read, it reads no further. Dies with the request.
/// </summary>
/// <param name="key">The caller's name for the whole batch, or null.</param>
internal sealed class BatchRun(Evaluator evaluator, StoredComparison comparison, BatchWriter answers, RequestKey? key)
{
    // So many share the wait for one commit.
    private const int MostFiling = 64;

    // Enough that no processor waits while the answers of the first lines are being sent.
    private static readonly int MostScoring = 4 * Environment.ProcessorCount;

    private readonly int window = evaluator.IsDryRun ? MostScoring : MostFiling;
    private readonly Queue<Task<LineAnswer>> inFlight = new();

    public async Task RunAsync(PipeReader source, CancellationToken cancellation)
    {
        var lines = new LineReader(source, LineCutter.BatchLineBytes);
        try
        {
            do
            {
                do
                {
                    await TakeUpAsync(lines, cancellation);
                }
                while (lines.TryFill());

                await AnswerAsync(0, cancellation);
                await answers.FlushAsync(cancellation); // whoever waits for these answers before sending more is not kept waiting
            }
            while (await lines.FillAsync(cancellation));
        }
        finally
        {
            // A caller that has gone leaves writes behind; they end before the request does.
            Task left = Task.WhenAll(inFlight);
            await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask TakeUpAsync(LineReader lines, CancellationToken cancellation)
    {
        while (lines.TryRead(out var line))
        {
            Start(line, cancellation);
            await AnswerAsync(window - 1, cancellation);
        }
    }

    /// <summary>Writes the answers that are there, and waits for as many as it takes to leave at most <paramref name="most"/>.</summary>
    private async ValueTask AnswerAsync(int most, CancellationToken cancellation)
    {
        while (inFlight.TryPeek(out var first) && (inFlight.Count > most || first.IsCompleted))
        {
            await answers.WriteAsync(await inFlight.Dequeue(), cancellation);
        }
    }

    private void Start(in Line line, CancellationToken cancellation)
    {
        if (line.IsTooLong)
        {
            inFlight.Enqueue(Task.FromResult(answers.Put(line.Number, Problems.InvalidRequest([ApiFaults.LineTooLong]))));
            return;
        }

        var text = PooledLine.CopyOf(line); // the bytes of the line do not outlast the next read
        if (text.IsBlank) // it has no answer
            text.Dispose();
        else
            inFlight.Enqueue(evaluator.IsDryRun ? ScoreAnywhere(text, cancellation) : FileAsync(text, cancellation));
    }

    // Fairly, so that the first line taken up is the first one scored, and other requests come in between.
    private Task<LineAnswer> ScoreAnywhere(PooledLine line, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => ScoreAsync(line, cancellation), CancellationToken.None, TaskCreationOptions.PreferFairness | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();

    private async Task<LineAnswer> ScoreAsync(PooledLine line, CancellationToken cancellation)
    {
        using (line)
        {
            var read = evaluator.Read(line.Text.Span);
            if (evaluator.FindProblem(read) is { } problem)
                return answers.Put(line.Number, problem);
            var stored = await comparison.FindAsync(evaluator.FilingOf(read, line.Text[read.Submission]), cancellation);
            return answers.Put(line.Number, evaluator.Score(read, stored));
        }
    }

    private async Task<LineAnswer> FileAsync(PooledLine line, CancellationToken cancellation)
    {
        using (line)
        {
            var read = evaluator.Read(line.Text.Span);
            if (evaluator.FindProblem(read) is { } problem)
                return answers.Put(line.Number, problem);
            var filing = evaluator.FilingOf(read, line.Text[read.Submission].ToArray(), key?.OfLine(line.Number).For(line.Text.Span));
            return answers.Put(line.Number, await FileAsync(read, filing, cancellation));
        }
    }

    private async Task<IResult> FileAsync(EvaluateRequest read, FilingRequest filing, CancellationToken cancellation)
    {
        try
        {
            // Figures may come from a line before. Without such, writes queue in the order of the lines anyway.
            if (OriginFiller.Fills(filing.Rubric))
                await Task.WhenAll(inFlight);
            var stored = await comparison.FindAsync(filing, cancellation);
            return await evaluator.FileAsync(read, filing, stored, cancellation);
        }
        catch (Exception exception) when (StoreDatabase.IsUnavailable(exception))
        {
            return Problems.Unavailable;
        }
    }
}
