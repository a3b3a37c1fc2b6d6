using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Workflows;

namespace PerfEval.Rules.Rubrics.Tests.Workflows;

/// <summary>Every row of tests/cases/workflows.csv: what a workflow gives on inputs, or the codes and places of what is wrong with it.</summary>
public sealed class WorkflowCases
{
    private const string Performance = "Performance ";

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "cases", "workflows.csv")).Where(line => line.Length > 0 && !line.StartsWith('#')))
            {
                var cells = line.Split(" ; ");
                rows.Add(cells[0], cells[1], cells[2]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Workflow_gives_the_results_or_the_faults(string workflow, string inputs, string expected)
    {
        var stopsEarly = workflow.StartsWith(Performance, StringComparison.Ordinal);
        var text = stopsEarly ? workflow[Performance.Length..] : workflow;
        if (text.StartsWith("[{\"RuleName\"", StringComparison.OrdinalIgnoreCase))
            text = $"{{\"WorkflowName\":\"w\",\"Rules\":{text}}}";
        Assert.Equal(expected, Describe(Execute(text, inputs, stopsEarly), expected.Contains(" event ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(6_000)]
    public void Too_much_work_is_refused_before_it_is_begun(int length)
    {
        var rows = length > 100_000 ? 4_000 : length;
        var inputs = $"{{\"n\":[{string.Join(',', Enumerable.Range(0, rows))}]}}";
        var outcome = Execute("""{"WorkflowName":"w","Rules":[{"RuleName":"a","Expression":"n.Any(a => n.Any(b => n.Any(c => a.value + b.value + c.value < 0)))"}]}""", inputs, false);
        Assert.Equal("PW0013", Assert.Single(outcome.Faults).Code);
    }

    [Fact]
    public void Results_too_large_to_show_are_refused()
    {
        var rules = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"RuleName":"r{{i.ToString(CultureInfo.InvariantCulture)}}","Expression":"true"}"""));
        var outcome = Execute($"{{\"WorkflowName\":\"w\",\"Rules\":[{rules}]}}", $"{{\"t\":\"{new string('x', 100_000)}\"}}", false);
        Assert.Equal("PW0013", Assert.Single(outcome.Faults).Code);
    }

    [Fact]
    public void A_fault_of_an_expression_says_at_which_character()
    {
        var fault = Assert.Single(Execute("""{"WorkflowName":"w","Rules":[{"RuleName":"a","Expression":"x > 1 AND y"}]}""", """{"x":2}""", false).Faults);
        Assert.StartsWith("character 11: ", fault.Message.En, StringComparison.Ordinal);
        Assert.StartsWith("第 11 个字符：", fault.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_result_shows_the_rule_and_what_it_saw()
    {
        var outcome = Execute("""
            {"WorkflowName":"w","GlobalParams":[{"Name":"g","Expression":"o.n / 2"}],
             "Rules":[{"RuleName":"p","Properties":{"tag":1},"Operator":"And","LocalParams":[{"Name":"l","Expression":"g + 1"}],"Rules":[{"RuleName":"a","Expression":"l > 1"}]}]}
            """, """{"o":{"n":3,"list":[{"k":null}]}}""", false);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WorkflowResultWriter.Write(json, outcome.Results[0]);
        Assert.Equal(
            """{"Rule":{"RuleName":"p","Properties":{"tag":1},"Operator":"And","LocalParams":[{"Name":"l","Expression":"g + 1"}]},"IsSuccess":true,"ChildResults":[{"Rule":{"RuleName":"a","Expression":"l > 1"},"IsSuccess":true,"ChildResults":null,"Inputs":{"g":1.5,"l":2.5,"o":{"n":3,"list":[{"k":null}]}},"ActionResult":{"Output":null,"Exception":null},"ExceptionMessage":""}],"Inputs":{"g":1.5,"l":2.5,"o":{"n":3,"list":[{"k":null}]}},"ActionResult":{"Output":null,"Exception":null},"ExceptionMessage":""}""",
            System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static WorkflowOutcome Execute(string workflows, string inputs, bool stopsEarly)
    {
        using var workflow = JsonDocument.Parse(workflows);
        using var input = JsonDocument.Parse(inputs);
        return WorkflowExecutor.Execute(workflow.RootElement.Clone(), null, input.RootElement.Clone(), stopsEarly, "en");
    }

    private static string Describe(WorkflowOutcome outcome, bool withEvent) => outcome.Faults.IsEmpty
        ? string.Join(' ', outcome.Results.Select(Describe)) + (withEvent ? " event " + outcome.SuccessEvent : "")
        : string.Join(' ', outcome.Faults.Select(fault => $"{fault.Code} {fault.Path}"));

    private static string Describe(WorkflowResult result)
    {
        var message = result.ExceptionMessage.Length > 0 ? $" '{result.ExceptionMessage}'" : "";
        var children = result.ChildResults is { } all ? $"({string.Join(' ', all.Select(Describe))})" : "";
        var output = result.Output is { } put ? " =" + put.ToJsonString() : "";
        var exception = result.ActionException is { } why ? " !" + why : "";
        var missing = result.Missing.IsEmpty ? "" : " ?" + string.Join(',', result.Missing);
        return $"{result.Rule.EnumerateObject().First(property => property.Name.Equals("RuleName", StringComparison.OrdinalIgnoreCase)).Value.GetString()}{(result.IsSuccess ? '+' : '-')}{message}{children}{output}{exception}{missing}";
    }
}
