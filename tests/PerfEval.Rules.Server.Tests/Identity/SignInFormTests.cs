using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class SignInFormTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;
    private readonly HttpClient client;

    public SignInFormTests()
    {
        server = new(packs.Root);
        client = server.CreateClient(new() { AllowAutoRedirect = false });
    }

    public Task InitializeAsync() => server.AddAccountAsync("wang", Roles.Reviewer);

    [Theory]
    [InlineData("/studio/library?x=1", "/studio/library?x=1")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example/", "/")]
    public async Task Signing_in_leads_back_to_where_one_came_from_but_never_to_another_site(string returnUrl, string target)
    {
        using var response = await SubmitAsync("/sign-in", ("name", "wang"), ("password", Sessions.Password), ("returnUrl", returnUrl));
        Assert.Equal((HttpStatusCode.Redirect, target), (response.StatusCode, response.Headers.Location?.ToString()));
        using var audit = await client.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.OK, audit.StatusCode);
    }

    [Fact]
    public async Task A_failure_leads_back_to_the_form()
    {
        using var response = await SubmitAsync("/sign-in", ("name", "wang"), ("password", "wrong"), ("returnUrl", "/studio/library"));
        Assert.Equal("/studio/sign-in?returnUrl=%2Fstudio%2Flibrary&failed=1", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task A_form_without_a_token_is_another_sites(string address)
    {
        using var form = new FormUrlEncodedContent([new("name", "wang"), new("password", Sessions.Password)]);
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        Assert.Equal("antiforgery", (await response.ReadProblemAsync(403)).Code);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var inside = await SubmitAsync("/sign-in", ("name", "wang"), ("password", Sessions.Password));
        using var session = await client.GetAsync("/session");
        var token = (await session.ReadJsonAsync()).GetProperty("antiforgeryToken").GetString()!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("returnUrl", "/studio/library")]);
        using var outside = await client.PostAsync(new Uri("/sign-out", UriKind.Relative), form);
        Assert.Equal("/studio/library", outside.Headers.Location?.ToString());
        using var after = await client.GetAsync("/session");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData("/studio/library", true)]
    [InlineData("/", true)]
    [InlineData("studio", false)]
    [InlineData(null, false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_local_address_leads_nowhere_else(string? address, bool isLocal) => Assert.Equal(isLocal, SignInForms.IsLocal(address));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        packs.Dispose();
    }

    // A token as a page would hold it, with the cookie that goes with it.
    private async Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields)
    {
        var context = new DefaultHttpContext { RequestServices = server.Services };
        var tokens = server.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", tokens.RequestToken!), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Cookie", "perfeval-antiforgery=" + tokens.CookieToken);
        return await client.SendAsync(request, CancellationToken.None);
    }
}
