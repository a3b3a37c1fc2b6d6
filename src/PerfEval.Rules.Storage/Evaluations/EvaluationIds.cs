using System.Buffers.Binary;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>
/// Makes the ids of evaluations: UUIDs of version 7 that sort by time, those of one process in the order of making even within a millisecond. Safe to share
/// between threads.
/// </summary>
public sealed class EvaluationIds(TimeProvider clock)
{
    private const int LargestSequence = 0xFFF;

    private readonly Lock gate = new();
    private long lastMilliseconds;
    private int sequence;

    /// <summary>A new id: 36 characters, lower case.</summary>
    public string Next()
    {
        var (milliseconds, count) = Advance(clock.GetUtcNow().ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | count));
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    // More than 4096 in a millisecond, or a clock set back, borrow from the next.
    private (long Milliseconds, int Count) Advance(long now)
    {
        lock (gate)
        {
            if (now > lastMilliseconds)
                (lastMilliseconds, sequence) = (now, 0);
            else if (sequence < LargestSequence)
                sequence++;
            else
                (lastMilliseconds, sequence) = (lastMilliseconds + 1, 0);
            return (lastMilliseconds, sequence);
        }
    }
}
