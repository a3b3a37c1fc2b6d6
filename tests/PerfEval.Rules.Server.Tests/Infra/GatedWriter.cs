using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Whoever reads from it reads only when told to: each flush waits to be let through.</summary>
internal sealed class GatedWriter : PipeWriter
{
    private readonly ArrayBufferWriter<byte> unsent = new();
    private readonly Channel<TaskCompletionSource<FlushResult>> flushes = Channel.CreateUnbounded<TaskCompletionSource<FlushResult>>();

    public int Unsent => unsent.WrittenCount;

    /// <summary>The next flush, when it has begun.</summary>
    public ValueTask<TaskCompletionSource<FlushResult>> NextAsync() => flushes.Reader.ReadAsync();

    /// <summary>Lets a flush through.</summary>
    public void Release(TaskCompletionSource<FlushResult> flush)
    {
        unsent.Clear();
        flush.SetResult(default);
    }

    public override void Advance(int bytes) => unsent.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => unsent.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => unsent.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var flush = new TaskCompletionSource<FlushResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        flushes.Writer.TryWrite(flush);
        return new(flush.Task.WaitAsync(cancellationToken));
    }

    public override void CancelPendingFlush() => throw new NotSupportedException();

    public override void Complete(Exception? exception = null)
    {
    }
}
