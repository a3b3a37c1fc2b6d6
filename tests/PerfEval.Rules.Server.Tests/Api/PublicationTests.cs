using System.IO.Compression;
using System.Net;
using System.Text;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class PublicationTests : DraftServer
{
    [Fact]
    public async Task What_an_author_wrote_and_a_reviewer_approved_scores_submissions()
    {
        await Author.BeginAsync(Drafting.Changed);
        using var put = await Author.SendAsync(HttpMethod.Put, Drafting.Draft + "/cases/八十七", Drafting.Case, isNew: true);
        using var checkResponse = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/check");
        var check = await checkResponse.ReadJsonAsync();
        Assert.True(check.GetProperty("publishable").GetBoolean(), check.GetRawText());
        Assert.Equal(("2.1.0", "Minor"), (check.GetProperty("version").GetProperty("version").GetString(), check.GetProperty("version").GetProperty("part").GetString()));
        var tag = await Author.SubmitAsync();
        await Reviewer.ApproveAsync(tag);

        using var evaluated = await Reviewer.PostAsync("/evaluate?dryRun=true", Some.Body("""{"department":"某单位","data":{"预算数":100,"执行数":90,"满意度":87}}"""));
        var scorecard = (await evaluated.ReadJsonAsync()).GetProperty("scorecard");
        Assert.Equal(("2.1.0", 96), (scorecard.GetProperty("rubric").GetProperty("version").GetString(), scorecard.GetProperty("total").GetInt32()));
        using var listing = await Reviewer.GetAsync(Some.Address);
        var version = (await listing.ReadJsonAsync()).GetProperty("versions")[0];
        Assert.Equal(("Published", "2.0.0"), (version.GetProperty("state").GetString(), version.GetProperty("supersedes").GetString()));
        Assert.StartsWith("reviewer", version.GetProperty("publishedBy").GetString(), StringComparison.Ordinal);
        Assert.Equal(check.GetProperty("hash").GetString(), version.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task An_export_is_the_pack_that_publishes_the_same_version_elsewhere()
    {
        await Author.BeginAsync(Drafting.Changed);
        using var put = await Author.SendAsync(HttpMethod.Put, Drafting.Draft + "/cases/八十七", Drafting.Case, isNew: true);
        await Reviewer.ApproveAsync(await Author.SubmitAsync());
        using var response = await Reviewer.GetAsync(Some.Address + "/versions/2.1.0/export");
        await using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        Assert.Equal(["440300-shenzhen/2020/project/2.1.0.json", "440300-shenzhen/2020/project/cases/八十七.json"], zip.Entries.Select(entry => entry.FullName));
        using var elsewhere = new TemporaryFolder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            elsewhere.Write(entry.FullName, await reader.ReadToEndAsync());
        }

        await using var other = new TestServer(elsewhere.Root);
        using var client = other.CreateClient();
        using var there = await client.GetAsync(Some.Address + "/versions/2.1.0");
        using var here = await Reviewer.GetAsync(Some.Address + "/versions/2.1.0");
        Assert.Equal(here.Headers.ETag, there.Headers.ETag);
    }

    [Fact]
    public async Task Cases_are_run_with_what_they_cover()
    {
        await Author.BeginAsync(Drafting.Changed);
        foreach (var (name, text) in ((string, string)[])[("对", Drafting.Case), ("错", Drafting.Case.Replace("96", "97", StringComparison.Ordinal)), ("坏", "{")])
            (await Author.SendAsync(HttpMethod.Put, $"{Drafting.Draft}/cases/{name}", text, isNew: true)).Dispose();
        using var response = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/test");
        var test = await response.ReadJsonAsync();
        Assert.Equal((1, 2, 0), (test.GetProperty("passed").GetInt32(), test.GetProperty("failed").GetInt32(), test.GetProperty("skipped").GetInt32()));
        Assert.Equal(["Unreadable", "Passed", "Failed"], test.GetProperty("cases").EnumerateArray().OrderBy(run => run.GetProperty("name").GetString(), StringComparer.Ordinal).Select(run => run.GetProperty("outcome").GetString()));
        var coverage = test.GetProperty("coverage");
        Assert.Equal(coverage.GetProperty("points").GetInt32(), coverage.GetProperty("reached").GetInt32() + coverage.GetProperty("missed").GetArrayLength());
        Assert.Contains(coverage.GetProperty("missed").EnumerateArray(), point => (point.GetProperty("kind").GetString(), point.GetProperty("code").GetString()) == ("Condition", "R2"));
    }

    [Theory]
    [InlineData("执行数 / 预算数", "执行数 / 预算书", "PE")]
    [InlineData("满意度 >= 85%", "满意度 >= 90%", "PB0003")]
    [InlineData("\"Version\": \"2.0.0\"", "\"Version\": \"2.0.1\"", "PB0004 /Version: version 2.0.1 is too low, at least 2.1.0 is called for")]
    [InlineData("\"Version\": \"2.0.0\"", "\"Version\": \"2.0.0\", \"Supersedes\": \"3.0.0\"", "PB0002 /Supersedes: no version `3.0.0`, there are 1.0.0, 1.1.0, 2.0.0")]
    [InlineData("\"Version\": \"2.0.0\"", "\"Version\": \"2.0.0\", \"Supersedes\": \"1.1.0\"", "PB0005 /Version: version 2.0.0 is published already")]
    [InlineData("\"Scope\": \"project\"", "\"Scope\": \"department\"", "PR0022")]
    [InlineData("440300", "440303", "PB0001 /WorkflowName: this draft is for `440300/2020/project`")]
    public async Task What_cannot_be_published_is_not_submitted(string old, string @new, string error)
    {
        var text = Drafting.Changed.Replace(old, @new, StringComparison.Ordinal);
        await Author.BeginAsync(error == "PB0003" ? text.Replace("\"Scope\": \"project\",", "\"Scope\": \"project\", \"EffectiveFrom\": \"2027-01-01\",", StringComparison.Ordinal) : text);
        using var response = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/submit");
        var (code, errors) = await response.ReadProblemAsync(422);
        Assert.Equal("draft-unsound", code);
        Assert.Contains(errors, found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_whose_case_fails_is_not_submitted()
    {
        await Author.BeginAsync(Drafting.Changed);
        (await Author.SendAsync(HttpMethod.Put, Drafting.Draft + "/cases/错", Drafting.Case.Replace("96", "97", StringComparison.Ordinal), isNew: true)).Dispose();
        using var response = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/submit");
        Assert.Equal(["PB0008 /cases/错/Expect/Total: Total: expected 97, got 96"], (await response.ReadProblemAsync(422)).Errors);
    }

    [Fact]
    public async Task A_number_that_is_taken_is_passed_over()
    {
        var text = Some.Rubric().Replace("满意度 >= 90%", "满意度 >= 85%", StringComparison.Ordinal);
        await Author.BeginAsync(text, "1.0.0");
        using var response = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/check");
        Assert.Equal("1.2.0", (await response.ReadJsonAsync()).GetProperty("version").GetProperty("version").GetString());
    }

    [Fact]
    public async Task What_was_published_meanwhile_is_taken_in_first()
    {
        await Author.BeginAsync(Drafting.Changed);
        using var second = await Author.SendAsync(HttpMethod.Post, Drafting.Drafts, """{"name":"另一份","from":"2.0.0"}""");
        await Reviewer.ApproveAsync(await Author.SubmitAsync());
        var text = Drafting.Changed.Replace("min(执行数", "0.9 * min(执行数", StringComparison.Ordinal);
        using var saved = await Author.SendAsync(HttpMethod.Put, Drafting.Drafts + "/另一份", text, "\"1\"");
        using var refused = await Author.SendAsync(HttpMethod.Post, Drafting.Drafts + "/另一份/submit");
        var error = Assert.Single((await refused.ReadProblemAsync(422)).Errors);
        Assert.StartsWith("PB0006 /Supersedes: version 2.1.0 was published on 2026-06-30 by reviewer", error, StringComparison.Ordinal);
        using var merged = await Author.SendAsync(
            HttpMethod.Put, Drafting.Drafts + "/另一份", text.Replace("\"Version\": \"2.0.0\"", "\"Version\": \"2.1.0\", \"Supersedes\": \"2.1.0\"", StringComparison.Ordinal), "\"2\"");
        using var check = await Author.SendAsync(HttpMethod.Post, Drafting.Drafts + "/另一份/check");
        Assert.Equal("2.2.0", (await check.ReadJsonAsync()).GetProperty("version").GetProperty("version").GetString());
    }

    [Fact]
    public async Task An_author_does_not_approve()
    {
        await Author.BeginAsync(Drafting.Changed);
        using var response = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/approve", "{}", await Author.SubmitAsync());
        Assert.Equal("forbidden", (await response.ReadProblemAsync(403)).Code);
    }

    [Fact]
    public async Task A_reviewer_approves_what_they_have_read()
    {
        await Author.BeginAsync(Drafting.Changed);
        var tag = await Author.SubmitAsync();
        using var blind = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/approve", "{}");
        Assert.Equal("precondition-required", (await blind.ReadProblemAsync(428)).Code);
        using var withdrawn = await Author.SendAsync(HttpMethod.Post, Drafting.Draft + "/withdraw");
        using var early = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/approve", "{}", tag);
        Assert.Equal("wrong-state", (await early.ReadProblemAsync(409)).Code);
        using var saved = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, Drafting.Changed.Replace("85%", "80%", StringComparison.Ordinal), tag);
        await Author.SubmitAsync();
        using var late = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/approve", "{}", tag);
        Assert.Equal("draft-changed", (await late.ReadProblemAsync(412)).Code);
    }

    [Fact]
    public async Task A_rejection_says_why_and_opens_the_draft_again()
    {
        await Author.BeginAsync(Drafting.Changed);
        await Author.SubmitAsync();
        using var standing = await Author.SendAsync(HttpMethod.Put, Drafting.Draft, "乙", "\"3\"");
        Assert.Equal("wrong-state", (await standing.ReadProblemAsync(409)).Code);
        using var silent = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/reject", "{}");
        Assert.Equal(["PA0005 /comment: `comment` is missing"], (await silent.ReadProblemAsync(400)).Errors);
        using var rejected = await Reviewer.SendAsync(HttpMethod.Post, Drafting.Draft + "/reject", """{"comment":"标准太低"}""");
        Assert.Equal("Editing", (await rejected.ReadJsonAsync()).GetProperty("state").GetString());
        using var history = await Author.GetAsync(Drafting.Draft + "/history");
        Assert.Equal("标准太低", (await history.ReadJsonAsync()).GetProperty("events")[2].GetProperty("comment").GetString());
    }

    [Fact]
    public async Task A_version_is_retired_by_a_reviewer_with_a_reason()
    {
        var address = Some.Address + "/versions/1.1.0/retire";
        using var forbidden = await Author.SendAsync(HttpMethod.Post, address, """{"comment":"旧"}""");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var done = await Reviewer.SendAsync(HttpMethod.Post, address, """{"comment":"旧"}""");
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using var again = await Reviewer.SendAsync(HttpMethod.Post, address, """{"comment":"旧"}""");
        Assert.Equal("wrong-state", (await again.ReadProblemAsync(409)).Code);
        using var listing = await Reviewer.GetAsync(Some.Address);
        Assert.Equal("1.0.0", (await listing.ReadJsonAsync()).GetProperty("inForce").GetString());
    }
}
