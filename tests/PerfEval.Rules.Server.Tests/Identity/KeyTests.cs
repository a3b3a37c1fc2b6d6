using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class KeyTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Department = "某单位";

    private readonly TestServer host = server.Host;

    [Fact]
    public async Task A_dry_run_needs_no_key_and_filing_does()
    {
        using var trial = await server.Anonymous.PostAsync("/evaluate?dryRun=true", Some.Body());
        Assert.Equal(HttpStatusCode.OK, trial.StatusCode);
        using var filing = await server.Anonymous.PostAsync("/evaluate", Some.Body());
        Assert.Equal("not-signed-in", (await filing.ReadProblemAsync(401)).Code);
        Assert.Equal("Bearer", filing.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_department_files_for_itself_only()
    {
        using var client = await host.CreateClientAsync(Roles.Department, Some.Region, Department);
        using var own = await client.PostAsync("/evaluate", Some.Body());
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var other = await client.PostAsync("/evaluate", Some.Body(Some.Submission.Replace(Department, "别的单位", StringComparison.Ordinal)));
        var (code, errors) = await other.ReadProblemAsync(403);
        Assert.Equal("forbidden", code);
        Assert.Equal(["PA0014 /submission/department: you may not file for this department in this region"], errors);
    }

    [Fact]
    public async Task A_department_of_another_region_with_the_same_name_does_not_file()
    {
        using var client = await host.CreateClientAsync(Roles.Department, "440303", Department);
        using var response = await client.PostAsync("/evaluate", Some.Body());
        Assert.Equal("forbidden", (await response.ReadProblemAsync(403)).Code);
    }

    [Fact]
    public async Task A_bearer_token_is_a_key_too()
    {
        var key = await host.IssueKeyAsync(Roles.Bureau);
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Text);
        using var response = await client.PostAsync("/evaluate", Some.Body());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Api-Key", "pe_0123456789_wrong")]
    [InlineData("X-Api-Key", "钥匙")]
    [InlineData("Authorization", "Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Authorization", "Bearer")]
    public async Task A_key_that_is_none_is_refused_even_where_none_is_needed(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rubrics");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await server.Anonymous.SendAsync(request);
        Assert.Equal("not-signed-in", (await response.ReadProblemAsync(401)).Code);
    }

    [Fact]
    public async Task The_secret_of_another_key_does_not_open_one()
    {
        var (one, other) = (await host.IssueKeyAsync(Roles.Bureau), await host.IssueKeyAsync(Roles.Bureau));
        using var client = host.CreateClient().With(one);
        using var right = await client.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        client.With(one with { Text = one.Text[..14] + other.Text[14..] });
        using var response = await client.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_expired_key_is_refused()
    {
        using var client = host.CreateClient().With(await host.IssueKeyAsync(Roles.Bureau, expiresAt: host.ChangeNow.At));
        using var response = await client.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_key_revoked_elsewhere_ends_within_a_moment()
    {
        var key = await host.IssueKeyAsync(Roles.Bureau);
        using var client = host.CreateClient().With(key);
        using var before = await client.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await host.Services.GetRequiredService<ApiKeyStore>().RevokeAsync(key.Key.Id, host.ChangeNow, CancellationToken.None);
        var status = HttpStatusCode.OK;
        for (var i = 0; i < 1000 && status == HttpStatusCode.OK; i++)
        {
            await Task.Delay(20);
            using var response = await client.GetAsync("/rubrics");
            status = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Access_can_be_closed_to_those_who_have_not_signed_in()
    {
        using var packs = Some.Packs();
        await using var closed = new TestServer(packs.Root, settings: [("Access:Public", "false")]);
        using var anonymous = closed.CreateClient();
        foreach (var address in (string[])["/rubrics", Some.Address + "/versions/1.0.0/schema", "/openapi/v1.json"])
        {
            using var response = await anonymous.GetAsync(address);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var trial = await anonymous.PostAsync("/evaluate?dryRun=true", Some.Body());
        Assert.Equal(HttpStatusCode.Unauthorized, trial.StatusCode);
        using var health = await anonymous.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var known = await closed.CreateClientAsync(Roles.Viewer);
        using var rubrics = await known.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.OK, rubrics.StatusCode);
    }
}
