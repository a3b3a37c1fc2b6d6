using System.Buffers;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>
/// Cuts bytes into lines where they lie, however they arrive: at most one line has to be held, and one that is too long not even that. It is told of once, and its
/// bytes are dropped as they come. Not safe to share between threads.
/// </summary>
/// <param name="maxBytes">Longer lines are too long.</param>
public sealed class LineCutter(int maxBytes)
{
    /// <summary>The longest line of a batch: 256 KB.</summary>
    public const int BatchLineBytes = 256 * 1024;

    private const byte NewLine = (byte)'\n';

    private bool isEnd;
    private bool isSkipping;
    private long number;

    /// <summary>What has not been cut yet; to be offered again with more behind it.</summary>
    public ReadOnlySequence<byte> Rest { get; private set; }

    /// <summary>Takes bytes: those of <see cref="Rest"/>, and what came behind them.</summary>
    /// <param name="isLast">Whether nothing comes behind these.</param>
    public void Offer(ReadOnlySequence<byte> bytes, bool isLast) => (Rest, isEnd) = (bytes, isLast);

    /// <summary>The next line that has arrived whole; its bytes are valid as long as those that were offered. The last line needs no line feed.</summary>
    public bool TryRead(out Line line)
    {
        while (!Rest.IsEmpty)
        {
            if (Rest.PositionOf(NewLine) is { } end)
            {
                var content = Rest.Slice(Rest.Start, end);
                Rest = Rest.Slice(Rest.GetPosition(1, end));
                if (!EndSkipping())
                    return Give(content, out line);
            }
            else if (isEnd || isSkipping || Rest.Length > maxBytes)
            {
                var (content, isReported) = (Rest, isSkipping);
                Rest = Rest.Slice(Rest.End);
                isSkipping = true; // up to the line feed; at the end of the stream there is none
                if (!isReported)
                    return Give(content, out line);
            }
            else
            {
                break;
            }
        }

        line = default;
        return false;
    }

    private bool Give(ReadOnlySequence<byte> content, out Line line)
    {
        var isTooLong = content.Length > maxBytes;
        line = new(++number, isTooLong ? default : content, isTooLong);
        return true;
    }

    private bool EndSkipping()
    {
        var was = isSkipping;
        isSkipping = false;
        return was;
    }
}

/// <summary>One line of a stream.</summary>
/// <param name="Number">From 1, empty lines counted.</param>
/// <param name="Bytes">Without the line feed; empty when it is too long.</param>
public readonly record struct Line(long Number, ReadOnlySequence<byte> Bytes, bool IsTooLong);
