using System.Net;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class DraftCaseTests : DraftServer
{
    private const string Address = Drafting.Draft + "/cases/一";

    [Fact]
    public async Task Cases_are_kept_as_they_were_sent()
    {
        await Author.BeginAsync("甲");
        using var put = await Author.SendAsync(HttpMethod.Put, Address, Drafting.Case, isNew: true);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var one = await Reviewer.GetAsync(Address);
        Assert.Equal(Drafting.Case, await one.Content.ReadAsStringAsync());
        Assert.Equal(put.Headers.ETag, one.Headers.ETag);
        using var removed = await Author.SendAsync(HttpMethod.Delete, Address, match: one.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var list = await Reviewer.GetAsync(Drafting.Draft + "/cases");
        Assert.Equal("[]", await list.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_case_is_replaced_by_who_names_the_text_that_it_has()
    {
        await Author.BeginAsync("甲");
        using var put = await Author.SendAsync(HttpMethod.Put, Address, "1", isNew: true);
        using var list = await Reviewer.GetAsync(Drafting.Draft + "/cases");
        var hash = (await list.ReadJsonAsync())[0].GetProperty("hash").GetString();
        Assert.Equal(put.Headers.ETag!.Tag, $"\"{hash}\"");
        using var replaced = await Author.SendAsync(HttpMethod.Put, Address, "2", put.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.NoContent, replaced.StatusCode);
        Assert.NotEqual(put.Headers.ETag, replaced.Headers.ETag);
        using var one = await Reviewer.GetAsync(Address);
        Assert.Equal(("2", replaced.Headers.ETag), (await one.Content.ReadAsStringAsync(), one.Headers.ETag));
    }

    [Fact]
    public async Task A_lost_update_of_a_case_is_answered_with_both_texts()
    {
        await Author.BeginAsync("甲");
        using var put = await Author.SendAsync(HttpMethod.Put, Address, "1", isNew: true);
        using var theirs = await Author.SendAsync(HttpMethod.Put, Address, "2", put.Headers.ETag!.Tag);
        using var lost = await Author.SendAsync(HttpMethod.Put, Address, "3", put.Headers.ETag.Tag);
        await CheckAsync(lost, theirs, "3");
        using var again = await Author.SendAsync(HttpMethod.Put, Address, "3", isNew: true);
        await CheckAsync(again, theirs, "3");
        using var removal = await Author.SendAsync(HttpMethod.Delete, Address, match: put.Headers.ETag.Tag);
        await CheckAsync(removal, theirs, null);
        using var one = await Reviewer.GetAsync(Address);
        Assert.Equal("2", await one.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_change_of_a_case_that_was_removed_is_lost_too()
    {
        await Author.BeginAsync("甲");
        using var put = await Author.SendAsync(HttpMethod.Put, Address, "1", isNew: true);
        using var removed = await Author.SendAsync(HttpMethod.Delete, Address, match: put.Headers.ETag!.Tag);
        using var lost = await Author.SendAsync(HttpMethod.Put, Address, "2", put.Headers.ETag.Tag);
        Assert.Equal("case-changed", (await lost.ReadProblemAsync(412)).Code);
        var problem = await lost.ReadJsonAsync();
        Assert.Equal(("2", false), (problem.GetProperty("yours").GetString(), problem.TryGetProperty("current", out _)));
        using var gone = await Author.SendAsync(HttpMethod.Delete, Address, match: put.Headers.ETag.Tag);
        Assert.Equal("draft-not-found", (await gone.ReadProblemAsync(404)).Code);
    }

    [Theory]
    [InlineData("PUT", "{}")]
    [InlineData("DELETE", null)]
    public async Task A_change_says_which_text_it_was_made_from(string method, string? body)
    {
        await Author.BeginAsync("甲");
        using var silent = await Author.SendAsync(new(method), Address, body);
        Assert.Equal("precondition-required", (await silent.ReadProblemAsync(428)).Code);
        using var garbled = await Author.SendAsync(new(method), Address, body, "\"2\"");
        Assert.Equal(["PA0023 If-Match: `If-Match` must be one hash in quotation marks, like `\"sha256:…\"`"], (await garbled.ReadProblemAsync(400)).Errors);
    }

    private static async Task CheckAsync(HttpResponseMessage lost, HttpResponseMessage theirs, string? yours)
    {
        Assert.Equal("case-changed", (await lost.ReadProblemAsync(412)).Code);
        var problem = await lost.ReadJsonAsync();
        Assert.Equal(("2", theirs.Headers.ETag!.Tag), (problem.GetProperty("current").GetString(), problem.GetProperty("currentETag").GetString()));
        Assert.Equal(yours, problem.TryGetProperty("yours", out var sent) ? sent.GetString() : null);
    }
}
