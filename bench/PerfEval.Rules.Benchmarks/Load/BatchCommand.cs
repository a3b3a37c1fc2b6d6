using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>
/// <c>batch [lines] [seconds]</c>: POST /evaluate/batch of the real server with so many lines of some 1.2 KB, one in a thousand of them bad; then a caller that
/// sends and does not read for so many seconds. Prints lines a second and what the server's memory came to; then, in turn and in short rounds, those of the
/// hand-written endpoint, which works on one thread, and the ratios.
/// </summary>
internal static class BatchCommand
{
    private const int BadEvery = 1000;
    private const int Rounds = 5;
    private const int LinesARound = 20_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var silence = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 20);
        using var store = new TemporaryStore();
        await using var server = await Programs.StartServerAsync(store);
        Print($"before: {server.Memory}");
        await SendAllAsync(server, lines);
        await StaySilentAsync(server, silence);
        await using var endpoint = await Programs.StartEndpointAsync();
        await CompareAsync(endpoint, server);
        return 0;
    }

    private static async Task SendAllAsync(StartedProgram server, long lines)
    {
        var round = await RunAsync(server, lines);
        Print($"{round.Scored:N0} lines scored, {round.Refused:N0} refused, {round.Bytes / 1e9:F2} GB in {round.Seconds:F1} s: {round.LinesPerSecond:N0} lines a second, {round.ProcessorMicroseconds:F0} µs of processor a line");
        Print($"after: {server.Memory}");
    }

    private static async Task CompareAsync(StartedProgram endpoint, StartedProgram server)
    {
        await RunAsync(endpoint, LinesARound); // warm-up
        var (rates, costs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (hand, engine) = (await RunAsync(endpoint, LinesARound), await RunAsync(server, LinesARound));
            rates.Add(engine.LinesPerSecond / hand.LinesPerSecond);
            costs.Add(hand.ProcessorMicroseconds / engine.ProcessorMicroseconds);
            Print($"hand-written {hand.LinesPerSecond:N0} lines a second, {hand.ProcessorMicroseconds:F0} µs of processor; server {engine.LinesPerSecond:N0}, {engine.ProcessorMicroseconds:F0} µs");
        }

        Print($"median ratio server / hand-written: {Median(rates):F2} lines a second, {Median(costs):F2} lines a second of processor time");
        Print($"hand-written: {endpoint.Memory}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<Round> RunAsync(StartedProgram program, long lines)
    {
        using var batch = await BatchSocket.OpenAsync(program.Address);
        var (start, before, answers) = (Stopwatch.GetTimestamp(), program.ProcessorTime, batch.CountAnswersAsync());
        var block = Block();
        for (var sent = 0L; sent < lines; sent += BadEvery)
            await batch.SendAsync(block);
        await batch.EndAsync();
        var (scored, refused) = await answers;
        return new(scored, refused, batch.Sent, Stopwatch.GetElapsedTime(start).TotalSeconds, program.ProcessorTime - before);
    }

    // Whatever can be sent until the server takes no more.
    private static async Task StaySilentAsync(StartedProgram server, TimeSpan silence)
    {
        using var batch = await BatchSocket.OpenAsync(server.Address);
        using var end = new CancellationTokenSource(silence);
        var block = Block();
        try
        {
            while (true)
                await batch.SendAsync(block, end.Token);
        }
        catch (OperationCanceledException)
        {
            Print($"nobody read for {silence.TotalSeconds:F0} s: the server took {batch.Sent / 1e6:F1} MB and no more; {server.Memory}");
        }
    }

    /// <summary>A thousand lines, the last of them bad.</summary>
    private static byte[] Block()
    {
        var line = (byte[])[.. Luohu.Request(Luohu.Submission()), (byte)'\n'];
        return [.. Enumerable.Repeat(line, BadEvery - 1).SelectMany(bytes => bytes), .. "{\"region\":\n"u8];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What one batch came to.</summary>
    private sealed record Round(long Scored, long Refused, long Bytes, double Seconds, TimeSpan Processor)
    {
        public double LinesPerSecond => (Scored + Refused) / Seconds;

        public double ProcessorMicroseconds => Processor.TotalMicroseconds / (Scored + Refused);
    }

    /// <summary>A batch over a socket of its own, read while it is written.</summary>
    private sealed class BatchSocket : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public long Sent { get; private set; }

        public static async Task<BatchSocket> OpenAsync(System.Net.IPEndPoint address)
        {
            var opened = new BatchSocket();
            await opened.socket.ConnectAsync(address);
            await opened.WriteAsync(Encoding.ASCII.GetBytes($"POST /evaluate/batch?dryRun=true HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"), default);
            return opened;
        }

        public async Task SendAsync(byte[] block, CancellationToken cancellation = default)
        {
            await WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{block.Length:x}\r\n")), cancellation);
            for (var at = 0; at < block.Length;)
            {
                var count = await socket.SendAsync(block.AsMemory(at), cancellation);
                (at, Sent) = (at + count, Sent + count);
            }

            await WriteAsync("\r\n"u8.ToArray(), cancellation);
        }

        public async Task EndAsync() => await WriteAsync("0\r\n\r\n"u8.ToArray(), default);

        /// <summary>Reads to the end; a line of an answer begins with its number, and one that was refused goes on with its code.</summary>
        public async Task<(long Scored, long Refused)> CountAnswersAsync()
        {
            var (buffer, held, scored, refused) = (new byte[1 << 20], 0, 0L, 0L);
            var (scoredMark, refusedMark) = ("\"scorecard\":{\""u8.ToArray(), "\"code\":\"invali"u8.ToArray()); // of one length
            while (await socket.ReceiveAsync(buffer.AsMemory(held)) is > 0 and var count)
            {
                var text = buffer.AsMemory(0, held + count);
                scored += text.Span.Count(scoredMark);
                refused += text.Span.Count(refusedMark);
                // A mark may lie across two reads, but no whole one is counted twice.
                held = Math.Min(text.Length, scoredMark.Length - 1);
                var tail = text[^held..].ToArray();
                tail.CopyTo(buffer, 0);
            }

            return (scored, refused);
        }

        public void Dispose() => socket.Dispose();

        private async Task WriteAsync(byte[] bytes, CancellationToken cancellation)
        {
            for (var at = 0; at < bytes.Length;)
                at += await socket.SendAsync(bytes.AsMemory(at), cancellation);
        }
    }
}
