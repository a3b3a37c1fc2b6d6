using System.Net;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class DraftTests : DraftServer
{
    [Fact]
    public async Task A_draft_begins_with_the_text_of_a_version_that_it_supersedes()
    {
        using var created = await Author.SendAsync(HttpMethod.Post, Drafting.Drafts, """{"name":"修订","from":"1.1.0"}""");
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag!.Tag));
        using var response = await Author.GetAsync(Drafting.Draft);
        var draft = await response.ReadJsonAsync();
        Assert.Equal(("1.1.0", "Editing", 1), (draft.GetProperty("baseVersion").GetString(), draft.GetProperty("state").GetString(), draft.GetProperty("revision").GetInt32()));
        using var text = JsonDocument.Parse(draft.GetProperty("text").GetString()!);
        Assert.Equal(("1.1.0", "1.1.0"), (text.RootElement.GetProperty("Version").GetString(), text.RootElement.GetProperty("Supersedes").GetString()));
    }

    [Theory]
    [InlineData("""{"name":"新办法"}""", "/rubrics/440303/2026/department/drafts")]
    [InlineData("""{"name":"新办法","from":"440300/2020/project@1.0.0"}""", "/rubrics/440303/2026/project/drafts")]
    public async Task A_draft_from_scratch_or_from_another_rubric_can_be_published_as_it_is(string body, string address)
    {
        using var created = await Author.SendAsync(HttpMethod.Post, address, body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var response = await Author.SendAsync(HttpMethod.Post, address + "/新办法/check");
        var check = await response.ReadJsonAsync();
        Assert.True(check.GetProperty("publishable").GetBoolean(), check.GetRawText());
        Assert.Equal("1.0.0", check.GetProperty("version").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Any_text_can_be_saved_sound_or_not()
    {
        using var created = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "{ 还没写完", isNew: true);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var response = await Author.GetAsync(Drafting.Draft);
        Assert.Equal("{ 还没写完", (await response.ReadJsonAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_lost_update_is_answered_with_both_texts()
    {
        await Author.BeginAsync("甲");
        using var lost = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "乙", "\"1\"");
        Assert.Equal("draft-changed", (await lost.ReadProblemAsync(412)).Code);
        var problem = await lost.ReadJsonAsync();
        Assert.Equal(("甲", "乙", "\"2\""), (problem.GetProperty("current").GetString(), problem.GetProperty("yours").GetString(), problem.GetProperty("currentETag").GetString()));
    }

    [Fact]
    public async Task A_save_says_which_revision_it_was_made_from()
    {
        await Author.BeginAsync("甲");
        using var silent = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "乙");
        Assert.Equal("precondition-required", (await silent.ReadProblemAsync(428)).Code);
        using var garbled = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "乙", "W/\"2\"");
        Assert.Equal(["PA0023 If-Match: `If-Match` must be one revision in quotation marks"], (await garbled.ReadProblemAsync(400)).Errors);
        using var again = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "乙", isNew: true);
        Assert.Equal("draft-changed", (await again.ReadProblemAsync(412)).Code);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_from_the_list_and_stays_in_the_history()
    {
        await Author.BeginAsync("甲");
        using var stale = await Author.SendAsync(HttpMethod.Delete, Drafting.Draft, match: "\"1\"");
        Assert.Equal("draft-changed", (await stale.ReadProblemAsync(412)).Code);
        using var gone = await Author.SendAsync(HttpMethod.Delete, Drafting.Draft, match: "\"2\"");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var list = await Author.GetAsync(Drafting.Drafts);
        Assert.Equal("[]", await list.Content.ReadAsStringAsync());
        using var response = await Reviewer.GetAsync(Drafting.Draft + "/history");
        var history = await response.ReadJsonAsync();
        Assert.Equal("Discarded", history.GetProperty("state").GetString());
        Assert.Equal(["created", "discarded"], history.GetProperty("events").EnumerateArray().Select(step => step.GetProperty("kind").GetString()));
        using var revision = await Reviewer.GetAsync(Drafting.Draft + "/history/2");
        Assert.Equal("甲", await revision.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("PUT", "/cases/.隐藏")]
    [InlineData("PUT", "/cases/尾点.")]
    public async Task A_name_that_cannot_be_a_file_is_refused(string method, string path)
    {
        await Author.BeginAsync("甲");
        using var response = await Author.SendAsync(new(method), Drafting.Draft + path, "{}", isNew: true);
        Assert.StartsWith("PA0021", Assert.Single((await response.ReadProblemAsync(400)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_404()
    {
        using var draft = await Author.GetAsync(Drafting.Draft);
        Assert.Equal("draft-not-found", (await draft.ReadProblemAsync(404)).Code);
        using var source = await Author.SendAsync(HttpMethod.Post, Drafting.Drafts, """{"name":"修订","from":"9.0.0"}""");
        Assert.Equal(["PA0020 : there is no version or draft `9.0.0`"], (await source.ReadProblemAsync(404)).Errors);
    }

    [Fact]
    public async Task Only_authors_write_and_only_authors_and_reviewers_read()
    {
        using var bureau = await Server.CreateClientAsync(Roles.Bureau);
        using var read = await bureau.GetAsync(Drafting.Drafts);
        Assert.Equal("forbidden", (await read.ReadProblemAsync(403)).Code);
        using var written = await Reviewer.SendAsync(HttpMethod.Put, Drafting.Draft, "甲", isNew: true);
        Assert.Equal("forbidden", (await written.ReadProblemAsync(403)).Code);
        using var elsewhere = await Server.CreateClientAsync(Roles.Author, "420000");
        using var foreign = await elsewhere.SendAsync(HttpMethod.Put, Drafting.Draft, "甲", isNew: true);
        Assert.Equal("forbidden", (await foreign.ReadProblemAsync(403)).Code);
    }
}
