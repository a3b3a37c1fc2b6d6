using System.Net;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>What HTTP adds to tests/cases/workflows.csv.</summary>
public sealed class WorkflowsTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Address = "/workflows/execute";

    private const string Workflow = """{"WorkflowName":"w","Rules":[{"RuleName":"p","Operator":"And","Rules":[{"RuleName":"a","Expression":"1 / x > 0"},{"RuleName":"b","Expression":"x > 1"}]}]}""";

    [Fact]
    public async Task Results_come_in_RulesEngines_shape_and_messages_in_the_language_asked_for()
    {
        using var client = await server.Host.CreateClientAsync(Roles.Department, Some.Region, "某单位");
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var response = await client.PostAsync(Address, $$"""{"workflows":{{Workflow}},"inputs":{"x":0} }""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var parent = (await response.ReadJsonAsync()).GetProperty("results")[0];
        Assert.Equal(["Rule", "IsSuccess", "ChildResults", "Inputs", "ActionResult", "ExceptionMessage"], parent.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Error while executing rule : a - 除数为零：`1 / x` = 1 / 0", parent.GetProperty("ChildResults")[0].GetProperty("ExceptionMessage").GetString());
    }

    [Fact]
    public async Task Performance_is_asked_for_by_name()
    {
        using var response = await server.Client.PostAsync(Address, $$"""{"workflows":{{Workflow}},"inputs":{"x":-1},"nestedRuleExecutionMode":"Performance"}""");
        Assert.Equal(1, (await response.ReadJsonAsync()).GetProperty("results")[0].GetProperty("ChildResults").GetArrayLength());
        using var unknown = await server.Client.PostAsync(Address, $$"""{"workflows":{{Workflow}},"inputs":{},"nestedRuleExecutionMode":"performance"}""");
        Assert.Equal("invalid-request", (await unknown.ReadProblemAsync(400)).Code);
    }

    [Theory]
    [InlineData("""{"workflows":{"WorkflowName":"w","Rules":[{"RuleName":"a","Expression":"x > 1 AND y"}]},"inputs":{"x":1}}""", "PE0101 /workflows/Rules/0/Expression: character 11: ")]
    [InlineData("""{"workflows":[{"WorkflowName":"w","Rules":[{"RuleName":"a","Expression":"true"}]}],"workflowName":"v","inputs":{}}""", "PW0008 /workflowName: there is no `v`")]
    [InlineData("""{"workflows":{"WorkflowName":"w","Rules":[{"RuleName":"a","Expression":"t == 1"}]},"inputs":{"t":"\ud800"}}""", "PW0010 /inputs/t: a valid Unicode text is needed here")]
    public async Task What_is_wrong_with_a_workflow_is_a_problem_with_its_place(string body, string expected)
    {
        using var response = await server.Client.PostAsync(Address, body);
        var (code, errors) = await response.ReadProblemAsync(422);
        Assert.Equal("workflow-refused", code);
        Assert.StartsWith(expected, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"workflows":[]}""")]
    [InlineData("""{"workflows":[],"inputs":{},"input":{}}""")]
    public async Task A_body_of_another_shape_is_a_bad_request(string body)
    {
        using var response = await server.Client.PostAsync(Address, body);
        Assert.Equal("invalid-request", (await response.ReadProblemAsync(400)).Code);
    }
}
