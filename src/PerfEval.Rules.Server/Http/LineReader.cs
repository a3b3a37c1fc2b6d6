using System.IO.Pipelines;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Http;

/// <summary>Reads the lines of a body as they arrive. Dies with the request.</summary>
internal sealed class LineReader(PipeReader pipe, int maxBytes)
{
    private readonly LineCutter cutter = new(maxBytes);
    private bool hasRead;
    private bool isEnd;

    /// <summary>The next line that has arrived whole; its bytes are valid until <see cref="FillAsync"/>.</summary>
    public bool TryRead(out Line line) => cutter.TryRead(out line);

    /// <summary>Takes what has arrived meanwhile; false when that is nothing.</summary>
    public bool TryFill()
    {
        Advance();
        if (isEnd || !pipe.TryRead(out var result))
            return false;
        Take(result);
        return true;
    }

    /// <summary>Waits for more; false when there is no more.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        Advance();
        if (isEnd)
            return false;
        Take(await pipe.ReadAsync(cancellation));
        return true;
    }

    private void Advance()
    {
        if (hasRead)
            pipe.AdvanceTo(cutter.Rest.Start, cutter.Rest.End);
        hasRead = false;
    }

    private void Take(ReadResult result)
    {
        (isEnd, hasRead) = (result.IsCompleted, true);
        cutter.Offer(result.Buffer, isEnd);
    }
}
