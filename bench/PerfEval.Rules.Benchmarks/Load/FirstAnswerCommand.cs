using System.Diagnostics;
using System.Globalization;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary><c>start [rounds]</c>: from starting each program to its first answer. The server's store is filled before, as it is but for the very first start.</summary>
internal static class FirstAnswerCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        using var store = new TemporaryStore();
        var body = Luohu.Request(Luohu.Submission());
        await MeasureAsync(() => Programs.StartServerAsync(store), body); // fills the store, and readies our own client
        var (byHand, byServer, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            byHand.Add(await MeasureAsync(Programs.StartEndpointAsync, body));
            byServer.Add(await MeasureAsync(() => Programs.StartServerAsync(store), body));
            ratios.Add(byServer[^1] / byHand[^1]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first answer: hand-written {Median(byHand):F0} ms, server {Median(byServer):F0} ms, median ratio {Median(ratios):F2}"));
        return 0;
    }

    /// <summary>Milliseconds.</summary>
    private static async Task<double> MeasureAsync(Func<Task<StartedProgram>> startAsync, byte[] body)
    {
        using var client = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        await using var program = await startAsync();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await client.PostAsync($"http://{program.Address}/evaluate?dryRun=true&explain=none", content);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
