using System.Globalization;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Api;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>Batches, on real sockets.</summary>
public sealed class BatchTests : IDisposable
{
    private const string DryRun = "/evaluate/batch?dryRun=true";
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;
    private readonly HttpClient client;

    public BatchTests()
    {
        server = new(packs.Root, onKestrel: true);
        server.StartServer();
        client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        packs.Dispose();
    }

    [Fact]
    public async Task Each_line_is_answered_in_its_place_as_it_would_be_alone()
    {
        var answers = await SendAsync(DryRun, string.Concat(Enumerable.Range(0, 101).Select(executed => Line(executed) + "\n")));
        Assert.Equal(Enumerable.Range(1, 101), answers.Select(NumberOf));
        Assert.Equal(Enumerable.Range(0, 101).Select(executed => (executed * 0.5m) + 50), answers.Select(TotalOf));
        using var alone = await client.PostAsync("/evaluate?dryRun=true&explain=none", Line(77));
        Assert.Equal((await alone.ReadJsonAsync()).GetProperty("scorecard").GetRawText(), answers[77].GetProperty("scorecard").GetRawText());
    }

    [Fact]
    public async Task Lines_that_take_long_bad_ones_and_short_ones_keep_their_places()
    {
        var kinds = new Random(20201231);
        var lines = Enumerable.Range(0, 600).Select(index => kinds.Next(5) switch
        {
            0 => (Text: "{\"region\":", Total: (decimal?)null),
            1 => (Line(index % 100).Replace("{\"预算数\"", "{" + new string(' ', 100_000) + "\"预算数\"", StringComparison.Ordinal), (index % 100 * 0.5m) + 50),
            _ => (Line(index % 100), (index % 100 * 0.5m) + 50),
        }).ToList();
        var answers = await SendAsync(DryRun, string.Concat(lines.Select(line => line.Text + "\n")));
        Assert.Equal(Enumerable.Range(1, lines.Count), answers.Select(NumberOf));
        Assert.Equal(lines.Select(line => line.Total), answers.Select(answer => answer.TryGetProperty("code", out _) ? null : (decimal?)TotalOf(answer)));
    }

    [Fact]
    public async Task Explanations_come_when_asked_for()
    {
        Assert.DoesNotContain("\"figures\"", (await SendAsync(DryRun, Line(90)))[0].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"figures\"", (await SendAsync(DryRun + "&explain=summary", Line(90)))[0].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid-request PA0001 ", "no JSON")]
    [InlineData("invalid-request PS0001 ", """{"region":"440300","year":2020,"scope":"project","submission":{"data":{""")]
    [InlineData("invalid-request PA0002 ", "[]")]
    [InlineData("invalid-request PA0002 /region", """{"region":440300,"year":2020,"scope":"project","submission":{}}""")]
    [InlineData("invalid-request PA0005 /submission", """{"region":"440300","year":2020,"scope":"project"}""")]
    [InlineData("rubric-not-found PA0010 ", """{"region":"999999","year":2020,"scope":"project","submission":{}}""")]
    [InlineData("rubric-not-found PA0011 ", """{"region":"440300","year":2020,"scope":"project","version":"0.0.1","submission":{}}""")]
    [InlineData("submission-refused PS0004 /submission/data/满意", """{"region":"440300","year":2020,"scope":"project","submission":{"data":{"满意":90}}}""")]
    public async Task A_bad_line_gets_its_code_and_errors_and_the_stream_goes_on(string expected, string line)
    {
        var answers = await SendAsync(DryRun, $"{Line(90)}\n{line}\n{Line(80)}\n");
        Assert.Equal([95m, 90m], [TotalOf(answers[0]), TotalOf(answers[2])]);
        Assert.Equal(2, NumberOf(answers[1]));
        var error = Assert.Single(answers[1].GetProperty("errors").EnumerateArray());
        Assert.Equal(expected, $"{answers[1].GetProperty("code").GetString()} {error.GetProperty("code").GetString()} {error.GetProperty("path").GetString()}");
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_line_may_have_256_KB_and_a_longer_one_is_skipped_to_its_end()
    {
        var padding = LineCutter.BatchLineBytes - Encoding.UTF8.GetByteCount(Line(90));
        var lines = string.Join('\n', Line(90) + new string(' ', padding), Line(90) + new string(' ', padding + 1), Line(80), new string('x', 3_000_000), Line(70), new string('[', 300_000));
        var answers = await SendAsync(DryRun, lines);
        Assert.Equal(Enumerable.Range(1, 6), answers.Select(NumberOf));
        Assert.Equal([95m, 90m, 85m], [TotalOf(answers[0]), TotalOf(answers[2]), TotalOf(answers[4])]);
        foreach (var refused in (JsonElement[])[answers[1], answers[3], answers[5]])
            Assert.Equal("PA0050", refused.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Empty_lines_count_and_get_no_answer_and_the_last_line_needs_no_line_feed()
    {
        var answers = await SendAsync(DryRun, $"\uFEFF{Line(90)}\r\n\r\n\n  \t\n{Line(80)}");
        Assert.Equal([(1, 95m), (5, 90m)], answers.Select(answer => (NumberOf(answer), TotalOf(answer))));
        Assert.Empty(await SendAsync(DryRun, ""));
        Assert.Empty(await SendAsync(DryRun, "\n"));
    }

    [Fact]
    public async Task Answers_flow_while_lines_still_arrive()
    {
        const int Count = 20_000;
        await using var socket = await LineSocket.OpenAsync(client.BaseAddress!.Port, DryRun);
        for (var line = 1; line <= 10; line++)
        {
            await socket.SendAsync(Line(line) + "\n");
            Assert.Equal(line, NumberOf(Parse(await socket.ReadAsync()))); // nothing behind this line has been sent
        }

        var sending = Task.Run(async () =>
        {
            for (var line = 11; line <= Count; line += 10)
                await socket.SendAsync(string.Concat(Enumerable.Range(line, 10).Select(number => Line(number % 100) + "\n")));
            await socket.SendAsync("");
        });
        for (var line = 11; line <= Count; line++)
        {
            var answer = Parse(await socket.ReadAsync());
            Assert.Equal((line, (line % 100 * 0.5m) + 50), (NumberOf(answer), TotalOf(answer)));
        }

        await sending;
        Assert.Null(await socket.ReadAsync());
    }

    [Fact]
    public async Task Who_does_not_read_the_answers_is_not_read_either()
    {
        using var source = new EndlessStream(Encoding.UTF8.GetBytes(Line(90) + "\n"));
        var (lines, answers) = (PipeReader.Create(source), new GatedWriter());
        var writer = new BatchWriter(answers, server.Services.GetRequiredService<Instruments>(), "en");
        var evaluator = new Evaluator(server.Services.GetRequiredService<RubricLookup>(), server.Services.GetRequiredService<Filer>(), server.Services.GetRequiredService<Instruments>(), new(true, false, ExplainLevel.None, Caller.Anonymous));
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => new BatchRun(evaluator, server.Services.GetRequiredService<StoredComparison>(), writer, null).RunAsync(lines, stop.Token), stop.Token);
        var before = 0L;
        for (var round = 0; round < 200; round++)
        {
            var flush = await answers.NextAsync();
            Assert.InRange(source.Given - before, 0, 16 * 1024);
            Assert.InRange(answers.Unsent, 1, BatchWriter.MostUnsent + 4096);
            before = source.Given;
            answers.Release(flush);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_department_files_many_lines_and_the_same_batch_again_files_nothing()
    {
        using var department = await server.CreateClientAsync(Roles.Department, Some.Region, "甲单位");
        var lines = string.Concat(Enumerable.Range(1, 150).Select(number => Line(number % 100, "甲单位", $"项目{number % 50}") + "\n")) + Line(90, "乙单位") + "\nno JSON\n" + """{"region":"440300","year":2020,"scope":"project","submission":{"department":"甲单位"}}""";
        var answers = await SendAsync("/evaluate/batch", lines, department, "batch-1");
        Assert.Equal(Enumerable.Range(1, 153), answers.Select(NumberOf));
        Assert.Equal(Enumerable.Range(0, 150).Select(index => (index / 50) + 1), answers[..150].Select(answer => answer.GetProperty("revision").GetInt32()));
        Assert.Equal(150, answers[..150].Select(answer => answer.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(["forbidden", "invalid-request", "submission-refused"], answers[150..].Select(answer => answer.GetProperty("code").GetString()));

        var again = await SendAsync("/evaluate/batch", lines, department, "batch-1");
        Assert.Equal(answers.Select(answer => answer.GetRawText()), again.Select(answer => answer.GetRawText()));
        using var listed = await department.GetAsync("/evaluations?latest=true&limit=200");
        var items = (await listed.ReadJsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(50, items.Count);
        Assert.All(items, item => Assert.Equal(3, item.GetProperty("revision").GetInt32()));
    }

    [Theory]
    [InlineData(415, "application/json", DryRun)]
    [InlineData(400, "application/x-ndjson", DryRun + "&fallbak=true")]
    [InlineData(401, "application/x-ndjson", "/evaluate/batch")]
    public async Task What_cannot_be_a_batch_at_all_is_one_problem(int status, string type, string path)
    {
        using var response = await PostAsync(client, path, Line(90), type, null);
        await response.ReadProblemAsync(status);
    }

    private static string Line(int executed, string department = "某单位", string subject = "") => Some.Body(string.Create(
        CultureInfo.InvariantCulture, $$"""{"department":"{{department}}","subject":"{{subject}}","data":{"预算数":100,"执行数":{{executed}},"满意度":95} }"""));

    private static int NumberOf(JsonElement answer) => answer.GetProperty("line").GetInt32();

    private static decimal TotalOf(JsonElement answer) => answer.GetProperty("scorecard").GetProperty("total").GetDecimal();

    private static JsonElement Parse(string? line) => JsonSerializer.Deserialize<JsonElement>(line ?? throw new InvalidOperationException("the answers ended too soon"));

    private async Task<List<JsonElement>> SendAsync(string path, string lines, HttpClient? caller = null, string? key = null)
    {
        using var response = await PostAsync(caller ?? client, path, lines, "application/x-ndjson", key);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.ToString());
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient caller, string path, string body, string type, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await caller.SendAsync(request);
    }
}
