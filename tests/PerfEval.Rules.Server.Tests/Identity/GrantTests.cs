using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

/// <summary>What an account or a key can't be given.</summary>
public sealed class GrantTests(SmallServer server) : IClassFixture<SmallServer>
{
    [Theory]
    [InlineData("""{"name":"w","displayName":"王","roles":["author"]}""", "/name")]
    [InlineData("""{"name":"a b","displayName":"王","roles":["author"]}""", "/name")]
    [InlineData("""{"name":"wang","displayName":" ","roles":["author"]}""", "/displayName")]
    [InlineData("""{"name":"wang","displayName":"王","roles":[]}""", "/roles")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["author","author"]}""", "/roles")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["root"]}""", "/roles")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["bureau"]}""", "/region")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["bureau"],"region":"4403"}""", "/region")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["admin"],"region":"440300"}""", "/region")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["department"],"region":"440300"}""", "/department")]
    [InlineData("""{"name":"wang","displayName":"王","roles":["viewer"],"region":"440300","department":"教育局"}""", "/department")]
    public async Task An_account_that_would_make_no_sense_is_refused(string body, string path)
    {
        using var admin = await server.Host.CreateClientAsync(Roles.Admin, null);
        using var response = await admin.PostAsync("/accounts", body);
        var (_, errors) = await response.ReadProblemAsync(400);
        Assert.StartsWith($"PA0006 {path}:", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("reset-password")]
    public async Task An_account_that_is_not_there_is_404(string action)
    {
        using var admin = await server.Host.CreateClientAsync(Roles.Admin, null);
        using var response = await admin.PostAsync($"/accounts/nobody/{action}", "");
        Assert.Equal("not-found", (await response.ReadProblemAsync(404)).Code);
    }

    [Theory]
    [InlineData("""{"name":"系统","role":"bureau"}""", "/region")]
    [InlineData("""{"name":"系统","role":"department","region":"440300"}""", "/department")]
    [InlineData("""{"name":"系统","role":"king"}""", "/role")]
    [InlineData("""{"name":"系统","role":"admin","expiresInDays":0}""", "/expiresInDays")]
    [InlineData("""{"name":"","role":"admin"}""", "/name")]
    public async Task A_key_that_would_make_no_sense_is_refused(string body, string path)
    {
        using var admin = await server.Host.CreateClientAsync(Roles.Admin, null);
        using var response = await admin.PostAsync("/keys", body);
        var (_, errors) = await response.ReadProblemAsync(400);
        Assert.StartsWith($"PA0006 {path}:", Assert.Single(errors), StringComparison.Ordinal);
    }
}
