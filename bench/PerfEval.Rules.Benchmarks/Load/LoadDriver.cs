using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>Sends one request over and over on kept connections, the next when the answer to the last is there. Plain sockets: the driver shares the machine.</summary>
internal sealed class LoadDriver(IPEndPoint address, LoadRequest request, int connections, int mostRequests)
{
    private readonly byte[] template = request.ToBytes(address);

    private long end;
    private int sent;

    /// <summary>One round, bounded in time and in requests.</summary>
    public async Task<LoadFigures> RunAsync(TimeSpan time)
    {
        var latencies = new ConcurrentBag<List<long>>();
        var start = Stopwatch.GetTimestamp();
        (sent, end) = (0, start + (long)(time.TotalSeconds * Stopwatch.Frequency));
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () => latencies.Add(await ConverseAsync()))));
        return LoadFigures.Of(latencies, Stopwatch.GetElapsedTime(start));
    }

    private async Task<List<long>> ConverseAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address);
        var (bytes, buffer) = ((byte[])template.Clone(), new byte[128 * 1024]);
        var latencies = new List<long>(16 * 1024);
        while (Stopwatch.GetTimestamp() < end && Interlocked.Increment(ref sent) is var number && number <= mostRequests)
        {
            request.Number(bytes, number);
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(bytes);
            await ReceiveAsync(socket, buffer);
            latencies.Add(Stopwatch.GetTimestamp() - asked);
        }

        return latencies;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var (received, expected) = (0, int.MaxValue);
        while (received < expected)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (read == 0)
                throw new IOException("the connection was closed in the middle of an answer");
            received += read;
            if (expected == int.MaxValue)
                expected = FindLength(buffer.AsSpan(0, received)) ?? expected;
        }
    }

    // Head and body together, once the head is there.
    private static int? FindLength(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return null;
        if (!received.StartsWith("HTTP/1.1 200 "u8))
            throw new InvalidDataException(Encoding.UTF8.GetString(received));
        var length = received[(received.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length)..];
        return Utf8Parser.TryParse(length, out int bytes, out _) ? head + 4 + bytes : throw new InvalidDataException("no Content-Length");
    }
}

/// <summary>What a round came to.</summary>
internal sealed record LoadFigures(int Requests, double RequestsPerSecond, TimeSpan Median, TimeSpan Percentile99)
{
    public static LoadFigures Of(IEnumerable<List<long>> latencies, TimeSpan elapsed)
    {
        var all = latencies.SelectMany(list => list).ToArray();
        Array.Sort(all);
        return new(all.Length, all.Length / elapsed.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RequestsPerSecond:N0} req/s, p50 {Median.TotalMilliseconds:F2} ms, p99 {Percentile99.TotalMilliseconds:F2} ms");

    private static TimeSpan At(long[] sorted, double share) => Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Length - 1))]);
}
