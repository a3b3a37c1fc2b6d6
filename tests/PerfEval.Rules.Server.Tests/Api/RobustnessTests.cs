using System.Globalization;
using System.Net.Sockets;
using System.Text;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>One server process on real sockets takes everything that is bad, and lives.</summary>
public sealed class RobustnessTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private RunningServer server = null!; // set before every test
    private HttpClient client = null!; // likewise

    public async Task InitializeAsync()
    {
        packs.Write("440301-weights/2020/project/1.0.0.json", Broken("440301").Replace("\"Weight\": 40", "\"Weight\": 50", StringComparison.Ordinal));
        packs.Write("440302-cycle/2020/project/1.0.0.json", Broken("440302").Replace("\"Rules\":", "\"GlobalParams\": [{ \"Name\": \"甲\", \"Expression\": \"乙 + 1\" }, { \"Name\": \"乙\", \"Expression\": \"甲 * 2\" }],\n  \"Rules\":", StringComparison.Ordinal));
        packs.Write("440304-brackets/2020/project/1.0.0.json", Broken("440304").Replace("min(", new string('(', 100_000) + "min(", StringComparison.Ordinal));
        packs.Write("440305-surrogate/2020/project/1.0.0.json", Broken("440305").Replace("项目支出", "\\ud800", StringComparison.Ordinal));
        packs.Write("440306-nul/2020/project/1.0.0.json", Broken("440306").Replace("min(", "min(\\u0000", StringComparison.Ordinal));
        packs.Write("440307-nested/2020/project/1.0.0.json", string.Concat(Enumerable.Repeat("{\"Rules\": [", 100_000)));
        server = await RunningServer.StartAsync(packs.Root);
        client = new() { BaseAddress = server.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        packs.Dispose();
    }

    [Fact]
    public async Task Broken_rubrics_are_told_with_their_places_and_the_others_serve()
    {
        using var ready = await client.GetAsync("/health/ready");
        var found = (await ready.ReadJsonAsync()).GetProperty("broken").EnumerateArray()
            .Select(broken => $"{broken.GetProperty("file").GetString()![..6]} {broken.GetProperty("line").GetInt32()} {broken.GetProperty("code").GetString()}").Distinct().ToList();
        Assert.Equal(["440301 9 PR0060", "440302 9 PR0300", "440304 10 PE0001", "440305 2 PR0001", "440306 10 PE0004", "440307 1 PR0001"], found);
        await Lives();
    }

    [Theory]
    [InlineData(400, "这不是 JSON")]
    [InlineData(400, "{\"region\":\"440300\",\"year\":2020,\"scope\":\"project\",\"submission\":{\"data\":{")]
    [InlineData(400, """{"region":440300,"year":2020,"scope":"project","submission":{}}""")]
    [InlineData(400, """{"region":"440300","year":2020,"scope":"project"}""")]
    [InlineData(400, """{"region":"440300","year":2020,"scope":"project","submision":{}}""")]
    [InlineData(404, """{"region":"999999","year":2020,"scope":"project","submission":{}}""")]
    [InlineData(404, """{"region":"440301","year":2020,"scope":"project","submission":{}}""")]
    [InlineData(404, """{"region":"440300","year":2020,"scope":"project","version":"0.0.1","submission":{}}""")]
    [InlineData(422, """{"region":"440300","year":2020,"scope":"project","submission":{"data":{"满意度":101}}}""")]
    [InlineData(422, """{"region":"440300","year":2020,"scope":"project","submission":{"data":{"满意":90}}}""")]
    [InlineData(422, """{"region":"440300","year":2020,"scope":"project","submission":{"data":{"预算数":100}}}""")]
    [InlineData(422, """{"region":"440300","year":2020,"scope":"project","submission":{"department":"a\u0000b\ud800"}}""")]
    public async Task A_bad_request_gets_a_problem_that_names_the_place(int status, string body)
    {
        using var response = await client.PostAsync("/evaluate", body);
        var (_, errors) = await response.ReadProblemAsync(status);
        Assert.NotEmpty(errors);
        await Lives();
    }

    [Theory]
    [InlineData("[", 400)]
    [InlineData("{\"submission\":", 400)]
    [InlineData("{\"submission\":{\"data\":{\"预算数\":[", 400)]
    public async Task A_hundred_thousand_brackets_get_a_problem(string bracket, int status)
    {
        using var response = await client.PostAsync("/evaluate", bracket + new string('[', 100_000));
        await response.ReadProblemAsync(status);
        await Lives();
    }

    [Fact]
    public async Task Two_megabytes_get_a_problem()
    {
        using var response = await client.PostAsync("/evaluate", Some.Body() + new string(' ', 2 * 1024 * 1024));
        await response.ReadProblemAsync(413);
        await Lives();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_get_a_problem()
    {
        var random = new Random(20201231);
        for (var i = 0; i < 200; i++)
        {
            var body = Encoding.UTF8.GetBytes(Some.Body());
            for (var spoilt = random.Next(1, 20); spoilt > 0; spoilt--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            using var response = await client.PostAsync("/evaluate?dryRun=true", body);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }

        await Lives();
    }

    [Fact]
    public async Task A_body_cut_off_does_no_harm()
    {
        for (var i = 0; i < 20; i++)
        {
            using var socket = await SendAsync(Encoding.UTF8.GetByteCount(Some.Body()), Some.Body()[..50]);
            socket.Client.LingerState = new(true, 0); // a reset, as when a cable is pulled
        }

        await Lives();
    }

    [Fact]
    public async Task A_request_under_way_is_answered_when_the_server_is_told_to_stop()
    {
        var body = Some.Body(version: "1.0.0");
        using var socket = await SendAsync(Encoding.UTF8.GetByteCount(body), body[..50]);
        await Lives(); // by now the first request is being read
        await server.TerminateAsync();
        await RefusesAsync();
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(body[50..]));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"total\":94,", answer, StringComparison.Ordinal);
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    private static string Broken(string region) => Some.Rubric().Replace(Some.Region, region, StringComparison.Ordinal);

    // A request of which the body so far is only a part.
    private async Task<TcpClient> SendAsync(int length, string part)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port);
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /evaluate?dryRun=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + part));
        return socket;
    }

    private async Task Lives()
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body(version: "1.0.0"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    // It has heard the signal when it takes no new connections.
    private async Task RefusesAsync()
    {
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync("127.0.0.1", server.Port);
                await Task.Delay(50);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
