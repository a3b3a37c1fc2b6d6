using System.Buffers;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Api;

/// <summary>A line of a batch in a buffer of the shared pool, until it is answered.</summary>
internal sealed class PooledLine : IDisposable
{
    private readonly byte[] bytes;

    private PooledLine(long number, byte[] bytes, ReadOnlyMemory<byte> text) => (Number, this.bytes, Text) = (number, bytes, text);

    /// <summary>From 1.</summary>
    public long Number { get; }

    /// <summary>Without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    public bool IsBlank => Text.Span.TrimStart(" \t\r"u8).IsEmpty;

    public static PooledLine CopyOf(in Line line)
    {
        var length = (int)line.Bytes.Length; // not too long
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        line.Bytes.CopyTo(bytes);
        var start = line.Number == 1 ? Evaluator.MarkOf(bytes.AsSpan(0, length)) : 0;
        return new(line.Number, bytes, bytes.AsMemory(start, length - start));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
