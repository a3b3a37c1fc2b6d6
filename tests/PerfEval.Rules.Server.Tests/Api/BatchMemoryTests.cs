using System.Text;
using System.Text.Json;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>What a long batch costs a server process; `bench batch` does the same with a million lines.</summary>
public sealed class BatchMemoryTests
{
    private const int Lines = 30_000;
    private const int BadEvery = 1000;
    private const long MegaByte = 1 << 20;

    // Some 100 MB go in and as many come out: whichever is kept shows.
    private static readonly string Good = Some.Body(Some.Submission.Replace("某单位", new('单', 1000), StringComparison.Ordinal)) + "\n";

    [Fact]
    public async Task However_long_a_batch_is_and_however_slow_its_reader_the_server_keeps_little_of_it()
    {
        using var packs = Some.Packs();
        using var server = await RunningServer.StartAsync(packs.Root, null, "--Limits:PerAddress=0");
        await RunAsync(server, 3000); // code is compiled, and the collector has its first heap
        var before = server.MemoryOf("VmRSS");
        var (scored, refused) = await RunAsync(server, Lines);
        Assert.Equal((Lines - (Lines / BadEvery), Lines / BadEvery), (scored, refused));
        var growth = (server.MemoryOf("VmHWM") - before) / MegaByte;
        Assert.True(growth < 64, $"it grew by {growth} MB");
    }

    private static async Task<(int Scored, int Refused)> RunAsync(RunningServer server, int lines)
    {
        await using var socket = await LineSocket.OpenAsync(server.Port, "/evaluate/batch?dryRun=true");
        var sent = 0L;
        var sending = Task.Run(async () =>
        {
            for (var line = 1; line <= lines; line++)
            {
                var text = line % BadEvery == 0 ? "{\"region\":\n" : Good;
                await socket.SendAsync(text);
                Interlocked.Add(ref sent, Encoding.UTF8.GetByteCount(text));
            }

            await socket.SendAsync("");
        });
        await WaitForStallAsync(() => Interlocked.Read(ref sent), sending);
        Assert.InRange(Interlocked.Read(ref sent), 0, 30 * MegaByte); // sockets hold a few; nobody has read an answer
        var (scored, refused) = (0, 0);
        while (await socket.ReadAsync() is { } answer)
        {
            if (answer.Contains("\"scorecard\":{", StringComparison.Ordinal))
                scored++;
            else
                refused += JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("code").GetString() == "invalid-request" ? 1 : 0;
        }

        await sending;
        return (scored, refused);
    }

    // A machine that stalls by itself makes this return early, which proves less and fails nothing.
    private static async Task WaitForStallAsync(Func<long> progress, Task sending)
    {
        for (var before = -1L; progress() != before && !sending.IsCompleted;)
        {
            before = progress();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
