using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class DiffTests : DraftServer
{
    [Fact]
    public async Task Two_versions_are_compared_in_words()
    {
        using var anyone = Server.CreateClient();
        anyone.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var response = await anyone.GetAsync(Some.Address + "/diff?from=1.0.0&to=1.1.0");
        var diff = await response.ReadJsonAsync();
        Assert.Equal(("Major", "2.0.0"), (diff.GetProperty("part").GetString(), diff.GetProperty("least").GetString()));
        var weight = diff.GetProperty("changes").EnumerateArray().First(change => change.GetProperty("kind").GetString() == "Weight");
        Assert.Equal(("R1", "60", "50"), (weight.GetProperty("rule").GetString(), weight.GetProperty("before").GetString(), weight.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_draft_is_compared_for_those_who_may_read_it()
    {
        await Author.BeginAsync(Drafting.Changed);
        using var response = await Reviewer.GetAsync(Some.Address + "/diff?from=2.0.0&to=draft:修订");
        Assert.Equal("Minor", (await response.ReadJsonAsync()).GetProperty("part").GetString());
        using var anyone = Server.CreateClient();
        using var refused = await anyone.GetAsync(Some.Address + "/diff?from=2.0.0&to=draft:修订");
        Assert.Equal("not-signed-in", (await refused.ReadProblemAsync(401)).Code);
    }

    [Theory]
    [InlineData("/diff?from=1.0.0", 400, "PA0024 to: the query parameter `to` is missing")]
    [InlineData("/diff?from=1.0.0&to=9.9.9", 404, "PA0020 : there is no version or draft `9.9.9`")]
    public async Task Both_sides_are_named_and_there(string path, int status, string error)
    {
        using var response = await Reviewer.GetAsync(Some.Address + path);
        Assert.Equal([error], (await response.ReadProblemAsync(status)).Errors);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_made_out_is_not_compared()
    {
        await Author.BeginAsync("{ 还没写完");
        using var response = await Reviewer.GetAsync(Some.Address + "/diff?from=2.0.0&to=draft:修订");
        Assert.StartsWith("PR0001", Assert.Single((await response.ReadProblemAsync(422)).Errors), StringComparison.Ordinal);
    }
}
