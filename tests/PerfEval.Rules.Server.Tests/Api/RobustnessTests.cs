using System.Text;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>One server process on real sockets takes everything that is bad, and lives.</summary>
public sealed class RobustnessTests(RobustServer server) : IClassFixture<RobustServer>
{
    private readonly HttpClient client = server.Client;

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
    [InlineData(422, """{"region":"440300","year":2020,"scope":"project","submission":{"department":"a\u0000b\ud800"}}""")]
    public async Task A_bad_request_gets_a_problem_that_names_the_place(int status, string body)
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", body);
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
        using var response = await client.PostAsync("/evaluate?dryRun=true", bracket + new string('[', 100_000));
        await response.ReadProblemAsync(status);
        await Lives();
    }

    [Fact]
    public async Task Two_megabytes_get_a_problem()
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body() + new string(' ', 2 * 1024 * 1024));
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
            using var socket = await server.Process.SendAsync(Encoding.UTF8.GetByteCount(Some.Body()), Some.Body()[..50]);
            socket.Client.LingerState = new(true, 0); // a reset, as when a cable is pulled
        }

        await Lives();
    }

    private async Task Lives()
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body(version: "1.0.0"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
