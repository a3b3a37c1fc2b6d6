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

    /// <summary>Waits for more; false when there is no more.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (hasRead)
            pipe.AdvanceTo(cutter.Rest.Start, cutter.Rest.End);
        hasRead = false;
        if (isEnd)
            return false;
        var result = await pipe.ReadAsync(cancellation);
        (isEnd, hasRead) = (result.IsCompleted, true);
        cutter.Offer(result.Buffer, isEnd);
        return true;
    }
}
