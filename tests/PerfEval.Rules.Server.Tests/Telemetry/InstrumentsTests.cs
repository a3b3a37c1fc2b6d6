using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Studio;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Server.Tests.OpenApi;

namespace PerfEval.Rules.Server.Tests.Telemetry;

/// <summary>What is measured, by a server of its own.</summary>
public sealed partial class InstrumentsTests : IDisposable
{
    private const string Open = """{"department":"某单位","data":{"预算数":100,"满意度":95}}""";
    private const string Faulty = """{"department":"某单位","data":{"预算":100}}""";

    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;

    public InstrumentsTests() => server = new(packs.Root);

    public void Dispose()
    {
        server.Dispose();
        packs.Dispose();
    }

    [Fact]
    public async Task Evaluations_are_counted_by_rubric_mode_and_outcome()
    {
        using var client = await server.CreateClientAsync(Roles.Admin);
        using var measurements = new Measurements(server);
        foreach (var (address, body) in ((string, string)[])
            [
                ("/evaluate?dryRun=true", Some.Body()), ("/evaluate?dryRun=true", Some.Body(Open)), ("/evaluate?dryRun=true", Some.Body(Faulty)),
                ("/evaluate?dryRun=true", Some.Body(region: "999999")), ("/evaluate", Some.Body()), ("/evaluate", Some.Body(Open)),
            ])
        {
            using var _ = await client.PostAsync(address, body);
        }

        Assert.Equal(
            [
                $"rubric={Some.Name} mode=dry-run outcome=determined: 1", $"rubric={Some.Name} mode=dry-run outcome=range: 1", $"rubric={Some.Name} mode=dry-run outcome=refused: 1",
                $"rubric={Some.Name} mode=filed outcome=determined: 1", $"rubric={Some.Name} mode=filed outcome=refused: 1", "rubric=none mode=dry-run outcome=refused: 1",
            ],
            measurements.Sums("perfeval.evaluations"));
        var durations = measurements.Of("perfeval.scoring.duration");
        Assert.Equal([$"rubric={Some.Name} mode=dry-run", $"rubric={Some.Name} mode=filed"], durations.Select(duration => duration.Tags).Distinct().Order(StringComparer.Ordinal));
        Assert.All(durations, duration => Assert.True(duration.Value > 0));
    }

    [Fact]
    public async Task Lines_commits_and_the_catalogue_are_measured()
    {
        using var client = await server.CreateClientAsync(Roles.Admin);
        using var measurements = new Measurements(server);
        using var lines = new StringContent(Some.Body() + "\n[]\n" + Some.Body() + "\n", Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using (var answer = await client.PostAsync(new Uri("/evaluate/batch", UriKind.Relative), lines))
            Assert.Equal(3, (await answer.Content.ReadAsStringAsync()).Count('\n'));
        Assert.Equal(["outcome=evaluated: 2", "outcome=refused: 1"], measurements.Sums("perfeval.batch.lines"));
        Assert.Equal(["outcome=committed: 2"], measurements.Sums("perfeval.commit.group"));
        Assert.Equal(0, measurements.Of("perfeval.commit.queue")[^1].Value);
        Assert.Equal(3, measurements.Of("perfeval.catalogue.versions")[^1].Value);
        Assert.Equal(0, measurements.Of("perfeval.catalogue.broken")[^1].Value);
    }

    [Fact]
    public async Task Passwords_and_keys_that_open_nothing_are_counted()
    {
        using var client = server.CreateClient();
        using var measurements = new Measurements(server);
        using (var _ = await client.TrySignInAsync("nobody", "wrong password"))
            client.DefaultRequestHeaders.Add(KeyAuthentication.Header, "pe_unknown0000_key");
        using (var _ = await client.GetAsync("/rubrics"))
            Assert.Equal(["means=key: 1", "means=password: 1"], measurements.Sums("perfeval.sign_in.rejections"));
    }

    [Fact]
    public void What_is_typed_in_the_studio_is_measured_from_its_arrival_to_its_findings()
    {
        using var _ = server.CreateClient();
        using var measurements = new Measurements(server);
        var assistance = new TextAssistance { Open = text => EditedText.Of(RubricEditor.Open(text)) };
        var accepted = new List<TypedText>();
        var editor = new EditorCallbacks(() => assistance, () => Texts.In(Texts.English), server.Services.GetRequiredService<Instruments>(), accepted.Add);
        Assert.NotEmpty(editor.Check("{", version: 7, isLast: false).Findings);
        Assert.Equal([new("{", 7, IsLast: false)], accepted);
        Assert.True(Assert.Single(measurements.Of("perfeval.studio.check.duration")).Value > 0);
    }

    [Fact]
    public async Task A_request_is_traced_down_to_its_score_and_a_batch_is_one_activity()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (ended)
                    ended.Add(activity);
            },
        };
        using var client = await server.CreateClientAsync(Roles.Admin);
        ActivitySource.AddActivityListener(listener);
        var asked = ActivityTraceId.CreateRandom();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{asked}-{ActivitySpanId.CreateRandom()}-01");
        using (var _ = await client.PostAsync("/evaluate", Some.Body()))
            Assert.Equal([Instruments.Activity.Score, Instruments.Activity.File], Own());
        var score = ended.Single(activity => activity.TraceId == asked && activity.OperationName == Instruments.Activity.Score);
        Assert.Equal([$"rubric={Some.Name}", "version=1.1.0", "mode=filed", "outcome=determined"], score.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        using var lines = new StringContent(Some.Body() + "\n" + Some.Body() + "\n", Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using (var answer = await client.PostAsync(new Uri("/evaluate/batch", UriKind.Relative), lines))
            Assert.Equal(2, (await answer.Content.ReadAsStringAsync()).Count('\n'));
        Assert.Equal([Instruments.Activity.Score, Instruments.Activity.File, Instruments.Activity.Batch], Own());

        // Other servers of the same process end activities too.
        IEnumerable<string> Own()
        {
            lock (ended)
                return [.. ended.Where(activity => activity.TraceId == asked).Select(activity => activity.OperationName)];
        }
    }

    [Fact]
    public void The_documentation_lists_every_instrument_and_activity()
    {
        using var _ = server.CreateClient();
        using var measurements = new Measurements(server);
        var text = File.ReadAllText(Path.Combine(Docs.Folder, "operations.md"));
        var documented = Row().Matches(text).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value} {match.Groups[4].Value.Trim()}");
        var published = measurements.Published.Select(instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit} {instrument.Description}");
        Assert.Equal(published.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        Assert.All(Instruments.Activities, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        _ => "gauge",
    };

    [GeneratedRegex(@"^\| `(perfeval\.[a-z_.]+)` \| (\w+) \| ([^|]+) \|[^|]*\| ([^|]+)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
