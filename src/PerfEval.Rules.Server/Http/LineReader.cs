using System.Buffers;
using System.IO.Pipelines;

namespace PerfEval.Rules.Server.Http;

/// <summary>
/// Cuts a stream of bytes into lines where they lie: at most one line is held, and one that is too long not even that. It is told of once, and its bytes are
/// dropped as they come. Dies with the request.
/// </summary>
internal sealed class LineReader(PipeReader pipe, int maxBytes)
{
    private const byte NewLine = (byte)'\n';

    private ReadOnlySequence<byte> rest;
    private bool hasRead;
    private bool isEnd;
    private bool isSkipping;
    private long number;

    /// <summary>The next line that has arrived whole; its bytes are valid until <see cref="FillAsync"/>. The last line needs no line feed.</summary>
    public bool TryRead(out Line line)
    {
        while (!rest.IsEmpty)
        {
            if (rest.PositionOf(NewLine) is { } end)
            {
                var content = rest.Slice(rest.Start, end);
                rest = rest.Slice(rest.GetPosition(1, end));
                if (!EndSkipping())
                    return Give(content, out line);
            }
            else if (isEnd || isSkipping || rest.Length > maxBytes)
            {
                var (content, isReported) = (rest, isSkipping);
                rest = rest.Slice(rest.End);
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

    /// <summary>Waits for more; false when there is no more.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (hasRead)
            pipe.AdvanceTo(rest.Start, rest.End);
        hasRead = false;
        if (isEnd)
            return false;
        var result = await pipe.ReadAsync(cancellation);
        (rest, isEnd, hasRead) = (result.Buffer, result.IsCompleted, true);
        return true;
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
internal readonly record struct Line(long Number, ReadOnlySequence<byte> Bytes, bool IsTooLong);
