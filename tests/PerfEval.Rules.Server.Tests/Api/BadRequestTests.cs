using System.Text;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>Hostile and mistaken bodies: each is answered by a problem that names the place, and the process lives.</summary>
public sealed class BadRequestTests(SmallServer server) : IClassFixture<SmallServer>
{
    private readonly HttpClient client = server.Client;

    [Theory]
    [InlineData("", "PA0001 : malformed JSON at line 1, byte 1")]
    [InlineData("{", "PA0001 : ")]
    [InlineData("你好", "PA0001 : malformed JSON at line 1, byte 1")]
    [InlineData("{\n  \"region\": 440303x }", "PA0001 : malformed JSON at line 2, byte 19")]
    [InlineData("[]", "PA0002 : an object is needed here")]
    [InlineData("null", "PA0002 : an object is needed here")]
    [InlineData("""{"region":440300,"year":2020,"scope":"project","submission":{}}""", "PA0002 /region: a text is needed here")]
    [InlineData("""{"region":"440300","year":"2020","scope":"project","submission":{}}""", "PA0002 /year: a number is needed here")]
    [InlineData("""{"region":"440300","year":20.5,"scope":"project","submission":{}}""", "PA0006 /year: a whole number of four digits is needed here")]
    [InlineData("""{"region":"440300","year":1e99,"scope":"project","submission":{}}""", "PA0006 /year: a whole number of four digits is needed here")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project"}""", "PA0005 /submission: `submission` is missing")]
    [InlineData("""{"submission":{}}""", "PA0005 /region: `region` is missing", "PA0005 /year: `year` is missing", "PA0005 /scope: `scope` is missing")]
    [InlineData("""{"regoin":"1","region":"440300","year":2020,"scope":"project","submission":{}}""", "PA0003 /regoin: no property `regoin`, did you mean `region`")]
    [InlineData("""{"year":2020,"region":"440300","year":2020,"scope":"project","submission":{}}""", "PA0004 /year: `year` is given twice")]
    [InlineData("""{"region":"4403\u000000","year":2020,"scope":"project","submission":{}}""", "PA0006 /region: a text of at most 100 characters is needed here")]
    [InlineData("""{"region":"\ud800","year":2020,"scope":"project","submission":{}}""", "PA0006 /region: a text of at most 100 characters is needed here")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":{"data":{}},"\udc00":1}""", "PA0003 /\uFFFD: no property `\uFFFD`")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":{}} {}""", "PA0001 : malformed JSON at line 1, byte 67")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":{"data":{"预算数":1""", "PS0001 : ")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":[]}""", "PS0002 /submission: an object is needed here, not an array")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":{"date":{}}}""", "PS0003 /submission/date: no property `date`, did you mean `data`")]
    public async Task The_wrong_shape_is_400(string body, params string[] errors)
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", body);
        await Check(response, 400, "invalid-request", errors);
    }

    [Theory]
    [InlineData("""{"data":{"预算":1}}""", "PS0004 /submission/data/预算: no input `预算`, did you mean `预算数`")]
    [InlineData("""{"data":{"预算数":{}}}""", "PS0002 /submission/data/预算数: ")]
    [InlineData("""{"data":{"预算数":0}}""", "PS0012 /submission/data/预算数: `0万元` is out of range, it must be ")]
    [InlineData("""{"data":{"满意度":101,"执行数":-1}}""", "PS0012 /submission/data/满意度: ", "PS0012 /submission/data/执行数: ")]
    [InlineData("""{"data":{"预算数":1e9}}""", "PS0008 /submission/data/预算数: ")]
    [InlineData("""{"department":"a\u0000b","data":{}}""", "PS0007 /submission/department: ")]
    [InlineData("""{"department":"\ud800","data":{}}""", "PS0007 /submission/department: ")]
    public async Task Wrong_data_are_422(string submission, params string[] errors)
    {
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body(submission));
        await Check(response, 422, "submission-refused", errors);
    }

    [Theory]
    [InlineData("440300", "PA0011 : `440300/2020/project` has no version `9.9.9`, there are 2.0.0, 1.1.0, 1.0.0")]
    [InlineData("440301", "PA0010 : no rubric `440301/2020/project`, the nearest are 440300/2020/project")]
    [InlineData("深圳", "PA0010 : no rubric `深圳/2020/project`, the nearest are 440300/2020/project")]
    public async Task An_unknown_rubric_is_404(string region, string error)
    {
        using var response = await client.PostAsync("/evaluate?fallback=false", Some.Body(region: region, version: "9.9.9"));
        await Check(response, 404, "rubric-not-found", error);
    }

    [Fact]
    public async Task A_hundred_thousand_brackets_are_400()
    {
        using var around = await client.PostAsync("/evaluate", new string('[', 100_000));
        await Check(around, 400, "invalid-request", "PA0001 : malformed JSON at line 1, byte ");
        using var inside = await client.PostAsync("/evaluate", Some.Body(new string('[', 100_000)));
        await Check(inside, 400, "invalid-request", "P");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_400()
    {
        byte[] body = [.. "{\"region\":\""u8, 0xFF, 0xFE, .. "\",\"year\":2020,\"scope\":\"project\",\"submission\":{}}"u8];
        using var response = await client.PostAsync("/evaluate", body);
        await Check(response, 400, "invalid-request", "PA0006 /region: ");
    }

    [Theory]
    [InlineData("?dryrun=true", "PA0007 dryrun: no query parameter `dryrun`, did you mean `dryRun`")]
    [InlineData("?dryRun=yes", "PA0008 dryRun: `dryRun` is one of false, true")]
    [InlineData("?explain=all", "PA0008 explain: `explain` is one of summary, none, tree")]
    [InlineData("?dryRun=true&dryRun=true", "PA0009 dryRun: the query parameter `dryRun` is given twice")]
    public async Task A_wrong_query_is_400(string query, string error)
    {
        using var response = await client.PostAsync("/evaluate" + query, Some.Body());
        await Check(response, 400, "invalid-request", error);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/json; charset=gbk", null)]
    [InlineData("application/json", "gzip")]
    public async Task Anything_but_plain_json_is_415(string type, string? encoding)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Some.Body()));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        using var response = await client.PostAsync(new Uri("/evaluate", UriKind.Relative), content);
        await Check(response, 415, "unsupported-media-type");
    }

    [Fact]
    public async Task An_unknown_address_is_404_and_a_wrong_method_405()
    {
        using var unknown = await client.GetAsync("/nowhere");
        await Check(unknown, 404, "not-found");
        using var method = await client.GetAsync("/evaluate");
        await Check(method, 405, "method-not-allowed");
        Assert.Contains("POST", method.Content.Headers.Allow);
    }

    /// <summary>Every error expected is the beginning of the one given.</summary>
    private async Task Check(HttpResponseMessage response, int status, string code, params string[] errors)
    {
        var (foundCode, found) = await response.ReadProblemAsync(status);
        Assert.Equal(code, foundCode);
        Assert.Equal(errors.Length, found.Length);
        Assert.All(errors.Zip(found), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        using var alive = await client.GetAsync("/health/live");
        Assert.True(alive.IsSuccessStatusCode);
    }
}
