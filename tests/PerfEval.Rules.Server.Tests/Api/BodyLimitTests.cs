using System.Net.Http.Headers;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>The limits of bodies, on real sockets.</summary>
public sealed class BodyLimitTests : IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;
    private readonly HttpClient client;

    public BodyLimitTests()
    {
        server = new(packs.Root, onKestrel: true);
        server.StartServer();
        client = server.CreateClient();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_megabytes_are_413_whether_or_not_the_length_is_told(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/evaluate?dryRun=true") { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await client.SendAsync(request);
        var (code, _) = await response.ReadProblemAsync(413);
        Assert.Equal("body-too-large", code);
        using var alive = await client.GetAsync("/health/live");
        Assert.True(alive.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_megabyte_is_read()
    {
        var body = Some.Body();
        using var response = await client.PostAsync("/evaluate?dryRun=true", body + new string(' ', (1024 * 1024) - System.Text.Encoding.UTF8.GetByteCount(body)));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_21_megabytes_is_413_and_told_its_own_limit(bool isChunked)
    {
        client.With(await server.IssueKeyAsync(Roles.Bureau)).DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var filed = await client.PostAsync("/evaluate", Some.Body());
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/evaluations/{(await filed.ReadJsonAsync()).GetProperty("id")}/evidence/执行数") { Content = new ByteArrayContent(new byte[21 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await client.SendAsync(request);
        await response.ReadProblemAsync(413);
        Assert.Equal("the file is larger than 20 MB", (await response.ReadJsonAsync()).GetProperty("title").GetString());
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        packs.Dispose();
    }
}
