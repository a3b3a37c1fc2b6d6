using System.Globalization;
using System.Net;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>
/// <c>load [rounds] [seconds]</c>: the real server and the hand-written endpoint in turn, over loopback: dry runs, then filings, each of a department of its
/// own and committed with FULL durability before it is answered. The hand-written endpoint stores nothing.
/// </summary>
internal static class LoadCommand
{
    private const int Connections = 32;
    private const int MostRequestsARound = 200_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4;
        var time = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 4);
        var (dryRun, filing) = (Luohu.Request(Luohu.Submission()), Luohu.Request(Luohu.Submission($"单位{LoadRequest.Placeholder}")));
        using var store = new TemporaryStore();
        var key = await StoredSubmissions.FileAsync(store.Path, Luohu.RubricsFolder, count: 0);
        await using var endpoint = await Programs.StartEndpointAsync();
        await using var server = await Programs.StartServerAsync(store);
        await CompareAnswersAsync(endpoint.Address, server.Address, dryRun);
        await MeasureAsync("none", endpoint, server, new("/evaluate?dryRun=true&explain=none", dryRun), rounds, time);
        await MeasureAsync("summary", endpoint, server, new("/evaluate?dryRun=true&explain=summary", dryRun), rounds, time);
        await MeasureAsync("filed", endpoint, server, new("/evaluate?explain=none", filing, $"X-Api-Key: {key}\r\n"), rounds, time);
        return 0;
    }

    private static async Task MeasureAsync(string what, StartedProgram endpoint, StartedProgram server, LoadRequest request, int rounds, TimeSpan time)
    {
        await RunAsync(endpoint, time / 2); // warm-up, of both
        await RunAsync(server, time / 2);
        var (rates, costs) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            var (hand, handCost) = await RunAsync(endpoint, time);
            var (engine, engineCost) = await RunAsync(server, time);
            rates.Add(engine.RequestsPerSecond / hand.RequestsPerSecond);
            costs.Add(handCost / engineCost);
            Print($"{what,-8} round {round}: hand-written {hand}, {handCost:F1} µs of processor; server {engine}, {engineCost:F1} µs; ratio {rates[^1]:F2}, by processor time {costs[^1]:F2}");
        }

        Print($"{what,-8} median ratio server / hand-written: {Median(rates):F2} requests a second, {Median(costs):F2} requests a second of processor time");

        async Task<(LoadFigures Figures, double MicrosecondsEach)> RunAsync(StartedProgram program, TimeSpan duration)
        {
            var before = program.ProcessorTime;
            var figures = await new LoadDriver(program.Address, request, Connections, MostRequestsARound).RunAsync(duration);
            request = request with { First = request.First + figures.Requests + Connections };
            return (figures, (program.ProcessorTime - before).TotalMicroseconds / figures.Requests);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task CompareAnswersAsync(IPEndPoint endpoint, IPEndPoint server, byte[] body)
    {
        using var client = new HttpClient();
        var answers = new List<byte[]>();
        foreach (var address in new[] { endpoint, server })
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await client.PostAsync($"http://{address}/evaluate?dryRun=true&explain=none", content);
            answers.Add(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        }

        Print($"request {body.Length} bytes, answer {answers[0].Length} bytes, the same from both: {answers[0].AsSpan().SequenceEqual(answers[1])}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
