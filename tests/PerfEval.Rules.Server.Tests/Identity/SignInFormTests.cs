using System.Net;
using System.Text.RegularExpressions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed partial class SignInFormTests : IAsyncLifetime, IDisposable
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
        using var response = await SubmitAsync(SignInForms.SignInPage, "/sign-in", ("name", "wang"), ("password", Sessions.Password), ("returnUrl", returnUrl));
        Assert.Equal((HttpStatusCode.Redirect, target), (response.StatusCode, response.Headers.Location?.ToString()));
        using var audit = await client.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.OK, audit.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData(Some.Address + "/versions/1.0.0/retire")]
    public async Task A_form_that_cannot_be_read_is_refused_like_one_without_a_token(string address)
    {
        using (await SubmitAsync(SignInForms.SignInPage, "/sign-in", ("name", "wang"), ("password", Sessions.Password)))
        using (var form = new StringContent("name=%00", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"))
        using (var response = await client.PostAsync(new Uri(address, UriKind.Relative), form))
            Assert.Equal("antiforgery", (await response.ReadProblemAsync(403)).Code);
    }

    [Fact]
    public async Task A_failure_leads_back_to_the_form()
    {
        using var response = await SubmitAsync(SignInForms.SignInPage, "/sign-in", ("name", "wang"), ("password", "wrong"), ("returnUrl", "/studio/library"));
        Assert.Equal("/studio/sign-in?returnUrl=%2Fstudio%2Flibrary&failed=1", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_one_time_password_leads_to_the_page_that_asks_for_another_and_nowhere_else()
    {
        using var admin = await server.CreateClientAsync(Roles.Admin, null);
        using var reset = await admin.PostAsync("/accounts/id-of-wang/reset-password", "");
        var password = (await reset.ReadJsonAsync()).GetProperty("password").GetString()!;
        using var inside = await SubmitAsync(SignInForms.SignInPage, "/sign-in", ("name", "wang"), ("password", password), ("returnUrl", "/studio/library"));
        const string Page = "/studio/password?returnUrl=%2Fstudio%2Flibrary";
        Assert.Equal(Page, inside.Headers.Location?.ToString());
        using var closed = await client.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        using var failed = await SubmitAsync(Page, "/sign-in/password", ("current", password), ("next", "short"), ("returnUrl", "/studio/library"));
        Assert.Equal(Page + "&failed=1", failed.Headers.Location?.ToString());
        using var changed = await SubmitAsync(Page, "/sign-in/password", ("current", password), ("next", Sessions.Password), ("returnUrl", "/studio/library"));
        Assert.Equal("/studio/library", changed.Headers.Location?.ToString());
        using var open = await client.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_page_that_needs_an_account_sends_a_browser_to_sign_in_first()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio/password?x=1");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await client.SendAsync(request);
        Assert.Equal("/studio/sign-in?returnUrl=%2Fstudio%2Fpassword%3Fx%3D1", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_an_address_asks_to_show_is_shown_as_text()
    {
        using var shown = await client.GetAsync("/studio/sign-in?returnUrl=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        var page = await shown.Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Equal(["<script src=\"studio/theme.js\">"], Regex.Matches(page, "<script[^>]*>").Select(tag => tag.Value)); // our own
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
        using var inside = await SubmitAsync(SignInForms.SignInPage, "/sign-in", ("name", "wang"), ("password", Sessions.Password));
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

    // With the token that the page holds.
    private async Task<HttpResponseMessage> SubmitAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        using var shown = await client.GetAsync(page);
        var token = Token().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
