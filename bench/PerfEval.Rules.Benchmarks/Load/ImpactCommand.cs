using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>
/// <c>impact [submissions] [connection]</c>: so many stored submissions of some 1.2 KB scored under two versions by the real server; then again, with the server
/// killed at half and started anew. Prints seconds and memory, and whether both came to the same. Without a PostgreSQL connection string over an SQLite file.
/// </summary>
internal static class ImpactCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        using var file = new TemporaryStore();
        using var packs = new TwoVersions();
        var store = args.Length > 1 ? args[1] : file.Path;
        var start = Stopwatch.GetTimestamp();
        var key = await StoredSubmissions.FileAsync(store, packs.Folder, count);
        Print($"{count:N0} submissions stored in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        var whole = await MeasureAsync(store, packs.Folder, key);
        var interrupted = await InterruptAsync(store, packs.Folder, key, count);
        Print($"the same report, byte for byte: {whole == interrupted}");
        return whole == interrupted ? 0 : 1;
    }

    private static async Task<string> MeasureAsync(string store, string folder, string key)
    {
        await using var server = await Programs.StartServerAsync(store, folder);
        using var client = ClientOf(server, key);
        Print($"before: {server.Memory}");
        var start = Stopwatch.GetTimestamp();
        var id = await AskAsync(client);
        var impact = await WaitAsync(client, id, static _ => false);
        Print($"scored in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {server.ProcessorTime.TotalSeconds:F1} s of processor with the start; {server.Memory}");
        return impact.GetProperty("report").GetRawText();
    }

    private static async Task<string> InterruptAsync(string store, string folder, string key, int count)
    {
        string id;
        var start = Stopwatch.GetTimestamp();
        await using (var server = await Programs.StartServerAsync(store, folder))
        {
            using var client = ClientOf(server, key);
            id = await AskAsync(client);
            var last = await WaitAsync(client, id, impact => ScoredOf(impact) >= count / 2);
            Print($"killed at {ScoredOf(last):N0}, {last.GetProperty("state").GetString()}");
        }

        await using var heir = await Programs.StartServerAsync(store, folder);
        using var again = ClientOf(heir, key);
        var impact = await WaitAsync(again, id, static _ => false);
        Print($"finished by the next server, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s in all; {heir.Memory}");
        return impact.GetProperty("report").GetRawText();
    }

    private static HttpClient ClientOf(StartedProgram server, string key) => new() { BaseAddress = new($"http://{server.Address}"), DefaultRequestHeaders = { { "X-Api-Key", key } } };

    private static async Task<string> AskAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/impact", new { region = "440303", year = 2020, scope = "department", from = "1.0.0", to = TwoVersions.Later });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!; // it is there
    }

    // Lists carry no report: asking often costs the server little.
    private static async Task<JsonElement> WaitAsync(HttpClient client, string id, Func<JsonElement, bool> isEnough)
    {
        while (true)
        {
            var listed = (await client.GetFromJsonAsync<JsonElement>("/impact")).EnumerateArray().First(impact => impact.GetProperty("id").GetString() == id);
            if (isEnough(listed))
                return listed;
            if (listed.GetProperty("state").GetString() is not ("queued" or "running"))
                return await client.GetFromJsonAsync<JsonElement>("/impact/" + id);
            await Task.Delay(Pause);
        }
    }

    private static long ScoredOf(JsonElement impact) => impact.GetProperty("progress").GetProperty("scored").GetInt64();

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
