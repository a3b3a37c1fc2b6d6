using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>What PostgreSQL takes for no text, and what is missing where the types cannot say so, is refused at its place before anything is asked of the store.</summary>
public sealed class BrokenTextTests : IAsyncLifetime
{
    private const string Id = "0199a000-0000-7000-8000-000000000000";

    private readonly TemporaryFolder packs = Some.Packs();
    private readonly Dictionary<string, HttpClient> clients = [];
    private TestServer Server { get; set; } = null!; // started before each test

    public async Task InitializeAsync()
    {
        Server = new(packs.Root, store: PostgresServer.Shared.CreateDatabase());
        foreach (var role in (string[])[Roles.Bureau, Roles.Author, Roles.Reviewer, Roles.Admin])
            clients[role] = await Server.CreateClientAsync(role);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        packs.Dispose();
    }

    [Theory]
    [InlineData("bureau", "POST", "/session", """{"name":"a\u0000b","password":"x"}""", "PA0022 /name")]
    [InlineData("bureau", "POST", "/session", """{"name":"\ud800","password":"x"}""", "PA0022 /name")]
    [InlineData("bureau", "POST", "/session", """{"\ud800":1}""", "PA0022 ")]
    [InlineData("bureau", "POST", $"/evaluations/{Id}/return", """{"comment":"a\u0000b"}""", "PA0022 /comment")]
    [InlineData("bureau", "POST", $"/evaluations/{Id}/review", """{"judgements":{"甲/乙":{"value":1,"reason":"\u0000"}}}""", "PA0022 /judgements/甲~1乙/reason")]
    [InlineData("bureau", "POST", $"/evaluations/{Id}/review", """{"judgements":{"甲":null}}""", "PA0002 /judgements/甲")]
    [InlineData("bureau", "PUT", "/submissions/expected", """{"region":"440300","year":2020,"scope":"project","filers":[{"department":"a\u0000b"}]}""", "PA0022 /filers/0/department")]
    [InlineData("bureau", "PUT", "/submissions/expected", """{"region":"440300","year":2020,"scope":"project","filers":[null,{"department":" "},{"department":"甲","period":"\t2"}]}""", "PA0002 /filers/0", "PA0006 /filers/1/department", "PA0006 /filers/2/period")]
    [InlineData("bureau", "PUT", "/submissions/expected", """{"region":"44","year":20,"scope":"甲","filers":[]}""", "PA0006 /region", "PA0006 /year", "PA0006 /scope")]
    [InlineData("bureau", "GET", "/evaluations?department=%00", null, "PA0008 department")]
    [InlineData("bureau", "GET", "/evaluations?region=440300%0A", null, "PA0008 region")]
    [InlineData("reviewer", "GET", "/audit?subject=%00", null, "PA0008 subject")]
    [InlineData("author", "GET", Some.Address + "/diff?from=%00&to=1.0.0", null, "PA0008 from")]
    [InlineData("author", "POST", Some.Address + "/drafts", """{"name":"修订","from":"1.0\u00000"}""", "PA0022 /from")]
    [InlineData("author", "POST", Some.Address + "/drafts", """{"name":"修订\n","from":"1.0.0"}""", "PA0021 ")]
    [InlineData("author", "POST", "/rubrics/440300%0A/2020/project/drafts", """{"name":"修订"}""", "PA0021 ")]
    [InlineData("admin", "POST", "/accounts", """{"name":"\ufffe\ufffe","displayName":"甲","roles":["admin"]}""", "PA0006 /name")]
    [InlineData("admin", "POST", "/accounts", """{"name":"zhang","displayName":"甲","roles":["bureau"],"region":"440300\n"}""", "PA0006 /region")]
    [InlineData("admin", "POST", "/accounts", """{"name":"zhang","displayName":"甲","roles":[null]}""", "PA0006 /roles")]
    public async Task It_is_400_at_its_place(string role, string method, string address, string? body, params string[] places)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await clients[role].SendAsync(request);
        var (code, errors) = await response.ReadProblemAsync(400);
        Assert.Equal("invalid-request", code);
        Assert.Equal(places, errors.Select(error => error.Split(':')[0]));
    }

    [Fact]
    public async Task A_name_that_can_be_none_opens_nothing()
    {
        using var response = await clients[Roles.Bureau].PostAsync("/session", """{"name":"\ufffe","password":"x"}""");
        Assert.Equal("sign-in-failed", (await response.ReadProblemAsync(401)).Code);
        Assert.Equal("", SignIn.Normalize("a\0b"));
    }

    [Fact]
    public async Task A_review_that_is_no_number_is_nowhere()
    {
        using var response = await clients[Roles.Bureau].GetAsync($"/evaluations/{Id}/reviews/first");
        Assert.Equal("not-found", (await response.ReadProblemAsync(404)).Code);
    }
}
