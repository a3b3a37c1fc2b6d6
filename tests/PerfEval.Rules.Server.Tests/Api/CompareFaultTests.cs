using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class CompareFaultTests(SmallServer server) : IClassFixture<SmallServer>
{
    [Theory]
    [InlineData("", 400, "PA0001 : malformed JSON at line 1, byte 1")]
    [InlineData("""{"rubrics":[]}""", 400, "PA0006 /rubrics: a list of 2 to 8 rubrics is needed here", "PA0005 /submission: `submission` is missing")]
    [InlineData("""{"submission":{}}""", 400, "PA0005 /rubrics: `rubrics` is missing")]
    [InlineData("""{"submission":[],"rubrics":["440300/2020/project@1.0.0","440300/2020/project"]}""", 400, "PA0006 /rubrics/1: `region/year/scope@version` or `region/year/scope@draft:name` is needed here", "PA0002 /submission: an object is needed here")]
    [InlineData("""{"submission":{},"rubrics":[null,"440300/2020/project@draft:\u0000"]}""", 400, "PA0022 /rubrics/1: the text holds U+0000, or half a character")]
    [InlineData("""{"submission":{},"rubrics":[null,"440300/2020/project@draft:\u0007"]}""", 400, "PA0006 /rubrics/0: `region/year/scope@version` or `region/year/scope@draft:name` is needed here", "PA0006 /rubrics/1: `region/year/scope@version` or `region/year/scope@draft:name` is needed here")]
    [InlineData("""{"submission":{},"evaluation":"1","rubrics":["440300/2020/project@1.0.0","440300/2020/project@1.1.0"]}""", 400, "PA0006 /evaluation: nothing beside `submission` is needed here")]
    [InlineData("""{"submission":{"date":{}},"rubrics":["440300/2020/project@1.0.0","440300/2020/project@1.1.0"]}""", 400, "PS0003 /submission/date: no property `date`, did you mean `data`")]
    [InlineData("""{"submission":{},"rubrics":["440300/2020/project@1.0.0","440300/2020/project@9.0.0","440300/2020/projekt@1.0.0"]}""", 404, "PA0011 /rubrics/1: `440300/2020/project` has no version `9.0.0`, there are 2.0.0, 1.1.0, 1.0.0", "PA0010 /rubrics/2: no rubric `440300/2020/projekt`, the nearest are 440300/2020/project")]
    [InlineData("""{"evaluation":"\u0000","rubrics":["440300/2020/project@1.0.0","440300/2020/project@1.1.0"]}""", 400, "PA0022 /evaluation: the text holds U+0000, or half a character")]
    [InlineData("""{"evaluation":"\u0007","rubrics":["440300/2020/project@1.0.0","440300/2020/project@1.1.0"]}""", 404)]
    public async Task What_is_wrong_is_told_with_its_place(string body, int status, params string[] errors)
    {
        using var response = await server.Client.PostAsync("/compare", body);
        Assert.Equal(errors, (await response.ReadProblemAsync(status)).Errors);
    }

    [Fact]
    public async Task A_text_that_is_no_unicode_is_a_mistake_of_the_request()
    {
        using var response = await server.Client.PostAsync("/compare", """{"submission":{},"rubrics":["440300/2020/project@1.0.0","\ud800"]}""");
        Assert.Equal("invalid-request", (await response.ReadProblemAsync(400)).Code);
    }

    [Fact]
    public async Task Nine_rubrics_are_too_many_and_eight_are_not()
    {
        static string Times(int count) => "[" + string.Join(",", Enumerable.Repeat($"\"{Some.Name}@1.0.0\"", count)) + "]";
        using var eight = await server.Client.PostAsync("/compare", $$"""{"submission":{{Some.Submission}},"rubrics":{{Times(8)}}}""");
        Assert.Equal(8, (await eight.ReadJsonAsync()).GetProperty("rubrics").GetArrayLength());
        using var response = await server.Client.PostAsync("/compare", $$"""{"submission":{{Some.Submission}},"rubrics":{{Times(9)}}}""");
        Assert.Equal(["PA0006 /rubrics: a list of 2 to 8 rubrics is needed here"], (await response.ReadProblemAsync(400)).Errors);
    }
}
