using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class EvaluateTests
{
    private const string Luohu = "440303/2020/department";
    private const string Cases = "rubrics/440303-luohu/2020/department/cases/";

    [Fact]
    public async Task The_table_ends_in_the_total_in_Chinese()
    {
        var run = await Perfeval.RunAsync("evaluate", Luohu, Cases + "quarters.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{Luohu}@1.0.0  sha256:", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Matches(@"^代码 +指标 +分值 +得分 +说明$", run.OutputLines[2]);
        Assert.Contains(run.OutputLines, line => line.StartsWith("LH16 ", StringComparison.Ordinal) && line.Contains("  4.35  得 4.35 分，扣 1.65 分（满分 6 分）", StringComparison.Ordinal));
        Assert.Contains("总分 90.73 / 100", run.OutputLines);
    }

    [Fact]
    public async Task And_in_English()
    {
        var run = await Perfeval.RunAsync("evaluate", Luohu, Cases + "quarters.json", "--lang", "en");
        Assert.Matches(@"^code +indicator +weight +score +why$", run.OutputLines[2]);
        Assert.Contains(run.OutputLines, line => line.StartsWith("LH16 ", StringComparison.Ordinal) && line.Contains("4.35 of 6 points, 1.65 lost", StringComparison.Ordinal));
        Assert.Contains("total 90.73 / 100", run.OutputLines);
    }

    [Fact]
    public async Task Columns_of_Chinese_text_stand_in_line()
    {
        var run = await Perfeval.RunAsync("evaluate", Luohu, Cases + "quarters.json");
        var reasons = run.OutputLines.Where(line => line.Contains("  得", StringComparison.Ordinal)).Select(line => Output.TextColumns.Width(line[..line.IndexOf("  得", StringComparison.Ordinal)]));
        Assert.Single(reasons.Skip(1).Distinct());
    }

    [Fact]
    public async Task Json_is_alone_on_standard_output_and_the_same_every_time()
    {
        var run = await Perfeval.RunAsync("evaluate", Luohu, Cases + "quarters.json", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("{\n", run.Output, StringComparison.Ordinal);
        using var card = JsonDocument.Parse(run.Output);
        Assert.Equal(90.73m, card.RootElement.GetProperty("total").GetDecimal());
        Assert.Contains("\"深圳市罗湖区智慧城市建设中心\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(run, await Perfeval.RunAsync("evaluate", Luohu, Cases + "quarters.json", "--json", "--lang", "en"));
    }

    [Theory]
    [InlineData("no-quarters.json", 86.38, 92.38)]
    [InlineData("fourth-quarter-only.json", 87.87, 92.37)]
    public async Task What_is_missing_leaves_a_range(string file, decimal min, decimal max)
    {
        using var card = JsonDocument.Parse((await Perfeval.RunAsync("evaluate", Luohu, Cases + file, "--json")).Output);
        Assert.Equal(JsonValueKind.Null, card.RootElement.GetProperty("total").ValueKind);
        var range = card.RootElement.GetProperty("range");
        Assert.Equal((min, max), (range.GetProperty("min").GetDecimal(), range.GetProperty("max").GetDecimal()));
    }

    [Theory]
    [InlineData("zh", "{}", "  否决（尚不能判断，取决于 违规）: 违规使用资金")]
    [InlineData("en", "{}", "  否决 (open, depends on 违规): 违规使用资金")]
    [InlineData("en", """{"违规": true}""", "  否决: 违规使用资金")]
    public async Task An_override_that_is_open_is_not_told_as_though_it_held(string language, string data, string expected)
    {
        using var packs = Some.Packs();
        var file = packs.Write("veto.json", """
            {"WorkflowName": "440300/2020/project", "Region": {"Code": "440300"}, "Year": 2020, "Scope": "project", "Version": "1.0.0", "Inputs": [{"Name": "违规", "Type": "Bool"}],
             "Overrides": [{"Name": "否决", "When": "违规", "MaxTotal": 59, "Message": "违规使用资金"}], "Rules": [{"RuleName": "A", "Weight": 100, "Score": "90"}]}
            """);
        Assert.Contains(expected, (await Perfeval.RunAsync(["evaluate", file, "-", "--lang", language], $$"""{"data": {{data}}}""")).OutputLines);
    }

    [Fact]
    public async Task A_submission_from_standard_input_scores_like_the_case_that_holds_it()
    {
        using var packs = Some.PacksWithCase(Some.Case());
        var held = await Perfeval.RunAsync("evaluate", Some.Name, Path.Combine(packs.Root, "440300-shenzhen/2020/project/cases/one.json"), "--json", "--rubrics", packs.Root);
        var alone = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--json", "--rubrics", packs.Root], Some.Submission);
        Assert.Equal(held, alone);
        Assert.Contains("\"total\": 94,", alone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var packs = Some.Packs();
        var file = packs.Write("submission.json", "\uFEFF" + Some.Submission);
        Assert.Contains("总分 94 / 100", (await Perfeval.RunAsync("evaluate", Some.Name, file, "--rubrics", packs.Root)).OutputLines);
    }

    [Theory]
    [InlineData("", "1.10.0")]
    [InlineData("@1.9.0", "1.9.0")]
    public async Task Without_a_version_the_highest_is_taken(string version, string taken)
    {
        using var packs = Some.Packs();
        packs.Write("440300-shenzhen/2020/project/1.9.0.json", Some.Rubric("1.9.0"));
        packs.Write("440300-shenzhen/2020/project/1.10.0.json", Some.Rubric("1.10.0"));
        var run = await Perfeval.RunAsync(["evaluate", Some.Name + version, "-", "--rubrics", packs.Root], Some.Submission);
        Assert.StartsWith($"{Some.Name}@{taken}  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_versions_that_a_case_names_the_highest_is_taken()
    {
        using var packs = Some.Packs();
        packs.Write("440300-shenzhen/2020/project/1.1.0.json", Some.Rubric("1.1.0"));
        packs.Write("440300-shenzhen/2020/project/1.2.0.json", Some.Rubric("1.2.0"));
        var run = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--rubrics", packs.Root], Some.Case(versions: """["1.0.0", "1.1.0"]"""));
        Assert.StartsWith($"{Some.Name}@1.1.0  ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", @"^  得分 EXEC +6 +7\.6 +不符$")]
    [InlineData("en", @"^  score EXEC +6 +7\.6 +Differs$")]
    public async Task What_was_reported_is_set_against_what_the_rule_gives(string language, string line)
    {
        var run = await Perfeval.RunAsync("evaluate", "420112/2020/project", "rubrics/420112-dongxihu/2020/project/cases/party.json", "--lang", language);
        Assert.Contains(run.OutputLines, written => Regex.IsMatch(written, line));
    }

    [Theory]
    [InlineData("总分 94 / 100", "--scripts")]
    [InlineData("总分 40–100 / 100")]
    public async Task Rules_in_CSharp_run_when_asked_to(string total, params string[] options)
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write(Some.File, Some.Rubric(score: "var rate = 执行数 / 预算数; rate > 1 ? Weight : rate * Weight").Replace("\"Code\": \"R1\"", "\"Code\": \"R1\", \"RuleExpressionType\": \"CSharpScript\"", StringComparison.Ordinal));
        var run = await Perfeval.RunAsync(["evaluate", file, packs.Write("submission.json", Some.Submission), .. options]);
        Assert.Contains(total, run.OutputLines);
    }

    [Fact]
    public async Task A_rubric_can_be_named_by_its_file()
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync(["evaluate", Path.Combine(packs.Root, Some.File), "-"], Some.Submission);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("总分 94 / 100", run.OutputLines);
    }

    [Theory]
    [InlineData("None", false, false)]
    [InlineData("Summary", true, false)]
    [InlineData("Tree", true, true)]
    public async Task The_reasoning_is_as_long_as_asked_for(string level, bool figures, bool tree)
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--json", "--explain", level, "--rubrics", packs.Root], Some.Submission);
        Assert.Equal((figures, tree), (run.Output.Contains("\"figures\"", StringComparison.Ordinal), run.Output.Contains("\"explanation\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("440303/2020/departmnet", "没有指标体系 440303/2020/departmnet，是否指 440303/2020/department；现有：")]
    [InlineData("999999/1999/everything", "没有指标体系 999999/1999/everything；现有：")]
    [InlineData("440303/2020/department@9.9.9", "440303/2020/department 没有版本 9.9.9；现有：")]
    [InlineData("", "没有指标体系 ；现有：")]
    [InlineData("@", "没有指标体系 ；现有：")]
    [InlineData("@1.0.0", "没有指标体系 ；现有：")]
    public async Task An_unknown_rubric_ends_with_2_and_names_the_nearest(string name, string message)
    {
        var run = await Perfeval.RunAsync("evaluate", name, Cases + "quarters.json");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "PS0001 : ")]
    [InlineData("{", "PS0001 : ")]
    [InlineData("你好", "PS0001 : ")]
    [InlineData("[]", "PS0002 : ")]
    [InlineData("""{"date":{}}""", "PS0003 /date: no property `date`, did you mean `data`")]
    [InlineData("""{"data":{"预算书":1}}""", "PS0004 /data/预算书: no input `预算书`, did you mean `预算数`")]
    [InlineData("""{"data":{"满意度":101}}""", "PS0012 /data/满意度: ")]
    [InlineData("""{"data":{"预算数":true}}""", "PS0002 /data/预算数: ")]
    [InlineData("""{"department":"\ud800"}""", "PS0007 /department: ")]
    [InlineData("""{"department":"a\u0000"}""", "PS0007 /department: ")]
    public async Task A_bad_submission_is_refused_with_3_and_its_place(string submission, string fault)
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--lang", "en", "--rubrics", packs.Root], submission);
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(fault, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filing_refuses_what_a_dry_run_leaves_open()
    {
        using var packs = Some.Packs();
        string[] args = ["evaluate", Some.Name, "-", "--lang", "en", "--rubrics", packs.Root];
        const string Partial = """{"data":{"预算数":100,"执行数":90}}""";
        var dry = await Perfeval.RunAsync(args, Partial);
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("total 54–94 / 100", dry.OutputLines);
        Assert.Contains("required inputs are missing", dry.OutputLines);
        var filed = await Perfeval.RunAsync([.. args, "--filing"], Partial);
        Assert.Equal((3, "", "PS0101 /data/满意度: `满意度` is required"), (filed.ExitCode, filed.Output, filed.Errors.Trim()));
    }

    [Fact]
    public async Task A_broken_case_ends_with_1_and_its_places()
    {
        using var packs = Some.PacksWithCase("{\n  \"Name\": \"一例\", \"Submission\": {},\n  \"Expects\": {}\n}");
        var file = Path.Combine(packs.Root, "440300-shenzhen/2020/project/cases/one.json");
        var run = await Perfeval.RunAsync("evaluate", Some.Name, file, "--lang", "en", "--rubrics", packs.Root);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{file}:3:14: error PR0002: unknown property `Expects`; did you mean `Expect` [/Expects]\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rubric_ends_with_1_and_its_places()
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write(Some.File, Some.Rubric(score: "执行数 / 预算书"));
        var run = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--rubrics", packs.Root], Some.Submission);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}:9:", run.Errors, StringComparison.Ordinal);
    }
}
