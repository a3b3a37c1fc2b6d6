using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class RubricsTests(SmallServer server) : IClassFixture<SmallServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task The_list_names_every_version_and_the_one_in_force()
    {
        using var response = await client.GetAsync("/rubrics");
        var rubric = Assert.Single((await response.ReadJsonAsync()).EnumerateArray());
        Assert.Equal(Some.Name, rubric.GetProperty("name").GetString());
        Assert.Equal("深圳市", rubric.GetProperty("regionName").GetString());
        Assert.Equal("1.1.0", rubric.GetProperty("inForce").GetString());
        Assert.Equal(["2.0.0", "1.1.0", "1.0.0"], rubric.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task One_rubric_is_listed_alike()
    {
        using var all = await client.GetAsync("/rubrics");
        using var one = await client.GetAsync(Some.Address);
        Assert.Equal((await all.ReadJsonAsync())[0].GetRawText(), (await one.ReadJsonAsync()).GetRawText());
    }

    [Fact]
    public async Task The_hash_of_a_version_is_the_hash_of_the_bytes_that_are_sent()
    {
        using var response = await client.GetAsync(Some.Address + "/versions/1.0.0");
        var hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()));
        Assert.Equal($"\"{hash}\"", response.Headers.ETag?.Tag);
        using var listing = await client.GetAsync(Some.Address);
        Assert.Equal(hash, (await listing.ReadJsonAsync()).GetProperty("versions")[2].GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_version_that_the_client_has_is_not_sent_again()
    {
        using var first = await client.GetAsync(Some.Address + "/versions/1.0.0");
        using var again = new HttpRequestMessage(HttpMethod.Get, Some.Address + "/versions/1.0.0");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var response = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_version_other_than_the_one_asked_for_is_412()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, Some.Address + "/versions/1.0.0");
        asked.Headers.IfMatch.Add(new("\"sha256:0\""));
        using var response = await client.SendAsync(asked);
        Assert.Equal("precondition-failed", (await response.ReadProblemAsync(412)).Code);
    }

    [Fact]
    public async Task The_schema_of_a_version_names_its_inputs()
    {
        using var response = await client.GetAsync(Some.Address + "/versions/1.0.0/schema");
        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["预算数", "执行数", "满意度"], (await response.ReadJsonAsync()).GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("/rubrics/440300/2021/project", "PA0010 : no rubric `440300/2021/project`, the nearest are 440300/2020/project")]
    [InlineData("/rubrics/440300/2020/project/versions/1.0", "PA0011 : `440300/2020/project` has no version `1.0`, there are 2.0.0, 1.1.0, 1.0.0")]
    public async Task What_is_not_there_is_404_with_what_is(string address, string error)
    {
        using var response = await client.GetAsync(address);
        var (code, errors) = await response.ReadProblemAsync(404);
        Assert.Equal("rubric-not-found", code);
        Assert.Equal([error], errors);
    }

    [Fact]
    public async Task A_query_is_refused_where_none_is_taken()
    {
        using var response = await client.GetAsync("/rubrics?region=440300");
        var (_, errors) = await response.ReadProblemAsync(400);
        Assert.Equal(["PA0007 region: no query parameter `region`"], errors);
    }
}
