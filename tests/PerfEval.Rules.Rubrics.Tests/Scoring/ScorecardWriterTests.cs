using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Rubrics.Tests.Cases;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class ScorecardWriterTests
{
    [Fact]
    public void A_full_scorecard_is_written_in_the_order_of_the_contract() => Assert.Equal(
        Lines("""
            {"rubric":{"name":"440303/2020/department","version":"1.0.0","hash":"sha256:0"},"department":"中心","subject":"经费","period":"2021-06","complete":true,
            "total":90.73,"fullScore":100,"range":{"min":90.73,"max":90.73},"grade":"优","rules":[
            {"code":"A","name":"预算","kind":"Scored","weight":6,"effectiveWeight":6.25,"score":5.88,"range":{"min":5.88,"max":5.88},"status":"Scored","overruled":false,"missing":[],"pointsLost":0.37,"grade":"良",
            "why":{"zh":"得 5.88 分","en":"earned 5.88"},"figures":"min(49 / 50, 1) * 6 = 5.88","explanation":{"text":"a / b","start":0,"length":5,"value":0.98,"parts":[
            {"text":"a","start":0,"length":1,"value":49,"parts":[]},{"text":"b","start":4,"length":1,"value":0.5,"unit":"万元","parts":[]}]},"rules":[
            {"code":"A1","name":"A1","kind":"Scored","weight":10,"effectiveWeight":10,"score":null,"range":{"min":0,"max":10},"status":"Undetermined","overruled":false,"missing":["满意度"],"why":{"zh":"得分","en":"earned"}}]},
            {"code":"I","name":"I","kind":"Information","value":"是","status":"Scored","overruled":false,"missing":[],"why":{"zh":"","en":""}}],
            "values":[{"name":"三公控制率","value":32.06,"unit":"%","figures":"1.01 / 3.15 = 32.06%","default":false},{"name":"预算","value":917.02,"unit":"万元","default":true}],
            "overrides":[{"name":"否决","status":"Scored","maxTotal":59.9,"grade":"差","message":"违规"}],
            "checks":[{"code":"C1","name":"合计","row":"3","status":"Failed","severity":"Error","left":917.02,"right":917.01,"difference":0.01,"unit":"万元","message":{"zh":"不符","en":"differs"}}],
            "audit":{"reconciliation":[{"what":"score","code":"A","name":"预算","path":"/reported/scores/A","reported":6,"computed":7.6,"verdict":"Differs","difference":-1.6,"slip":{"kind":"Unrounded","zh":"未四舍五入","en":"unrounded"}},
            {"what":"value","code":"率","path":"/reported/values/率","reported":"30%","verdict":"CannotDerive","why":{"zh":"不小于 20%","en":"at least 20%"},"missing":["执行数"]},
            {"what":"total","path":"/reported/total","reported":95,"range":{"min":85,"max":91},"verdict":"Differs"}],
            "findings":[{"code":"PF0001","path":"/data/预算","severity":"Warning","message":{"zh":"文字","en":"text"}}]}}
            """),
        Write(Full));

    // What is stored was scored with as much explanation as the caller asked for; it must read as if nobody had asked.
    [Theory]
    [MemberData(nameof(PackCaseTests.Files), MemberType = typeof(PackCaseTests))]
    public void Left_out_on_writing_is_what_a_lower_level_would_not_have_had(string path)
    {
        var testCase = CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, path))).Case!; // every case is read by another test
        foreach (var submission in PackCaseTests.Versions(path).Select(rubric => SubmissionReader.Read(testCase.Submission.Span, rubric).Submission).OfType<Submission>())
        {
            foreach (var level in Enum.GetValues<ExplainLevel>())
                Assert.Equal(Write(Scorer.Score(submission, level)), Encoding.UTF8.GetString(ScorecardWriter.Write(Scorer.Score(submission, ExplainLevel.Tree), level)));
        }
    }

    [Fact]
    public void A_document_without_weights_has_no_total() =>
        Assert.Equal(
            """{"rubric":{"name":"440303/2020/department","version":"1.0.0","hash":"sha256:0"},"complete":false,"total":null,"fullScore":null,"grade":null,"rules":[],"values":[],"overrides":[],"checks":[],"audit":{"reconciliation":[],"findings":[]}}""",
            Write(SomeScorecard.Of() with { IsScored = false, Complete = false, Total = null, FullScore = null }));

    [Theory]
    [InlineData("0.32063492063492063492063492063", "%", null, "\"value\":32.06,\"unit\":\"%\"")]
    [InlineData("0.725", "%", 2, "\"value\":72.5,\"unit\":\"%\"")]
    [InlineData("0.7152", "%", 1, "\"value\":71.5,\"unit\":\"%\"")]
    [InlineData("9170200.00", "万元", null, "\"value\":917.02,\"unit\":\"万元\"")]
    [InlineData("12.50", "人", null, "\"value\":12.5,\"unit\":\"人\"")]
    [InlineData("0.33333333333333333333333333333", null, null, "\"value\":0.3333")]
    [InlineData("-0.00001", null, null, "\"value\":0,")]
    [InlineData("79228162514264337593543950335", "%", null, "\"value\":79228162514264337593543950335,\"default\"")]
    [InlineData("0.0000000000000000000000000001", null, 28, "\"value\":0,")]
    public void A_number_is_written_as_it_is_shown(string kept, string? unit, int? digits, string json)
    {
        var value = Value.Of(decimal.Parse(kept, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Contains(json, Write(SomeScorecard.Of() with { Values = [new("x", value, new(unit, digits), null, false)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_every_kind_are_written()
    {
        var table = new Table(new("表", [], -1), [new([], "1"), new([], "2")]);
        ImmutableArray<Value> values =
        [
            Value.Of(true), Value.Of("a\"好<"), Value.Of(new DateOnly(2020, 1, 31)), Value.Of(["甲", "乙"]), Value.Of(table.Rows[1]), Value.Of(table),
            Value.Missing(Absence.Of(new("x"))), Value.Failed(SomeScorecard.Fault), default,
        ];

        var json = Write(SomeScorecard.Of() with { Values = [.. values.Select(value => new ShownValue("v", value, null, null, false))] });

        string[] expected =
        [
            "true", "\"a\\\"好<\"", "\"2020-01-31\"", "[\"甲\",\"乙\"]", "\"2\"", "2,\"unit\":\"行\"",
            "null,\"missing\":[\"x\"]", "null,\"fault\":{\"zh\":\"除以零\",\"en\":\"division by zero\"}", "null,\"missing\":[]",
        ];
        Assert.Contains(string.Join(",", expected.Select(value => $"{{\"name\":\"v\",\"value\":{value},\"default\":false}}")), json, StringComparison.Ordinal);
    }

    private static Scorecard Full => SomeScorecard.Of(
        SomeScorecard.Rule("A", 5.880m) with
        {
            Name = "预算",
            Weight = 6.00m,
            EffectiveWeight = 6.25m,
            PointsLost = 0.37m,
            Grade = "良",
            Why = new("得 5.88 分", "earned 5.88"),
            Figures = "min(49 / 50, 1) * 6 = 5.88",
            Explanation = new(new TextSpan(0, 5), "a / b", Value.Of(0.98m), null,
            [
                new(new TextSpan(0, 1), "a", Value.Of(49), null, []),
                new(new TextSpan(4, 1), "b", Value.Of(5000), new("万元"), []),
            ]),
            Rules = [SomeScorecard.Rule("A1", null, "满意度")],
        },
        new() { Code = "I", Name = "I", Kind = RuleKind.Information, Status = RuleStatus.Scored, Why = Bilingual.Same(""), Value = new("I", Value.Of("是"), null, null, false) }) with
    {
        Department = "中心",
        Subject = "经费",
        Period = "2021-06",
        Total = 90.730m,
        Range = new(90.73m, 90.73m),
        Grade = "优",
        Values =
        [
            new("三公控制率", Value.Of(1.01m / 3.15m), new("%"), "1.01 / 3.15 = 32.06%", false),
            new("预算", Value.Of(9170200.00m), new("万元"), null, true),
        ],
        Overrides = [new("否决", RuleStatus.Scored, 59.9m, "差", "违规")],
        Checks =
        [
            new()
            {
                Code = "C1", Name = "合计", Row = "3", Status = CheckStatus.Failed, Severity = CheckSeverity.Error,
                Left = 917.0200m, Right = 917.01m, Difference = 0.01m, Unit = "万元", Message = new("不符", "differs"),
            },
        ],
        Audit = new()
        {
            Reconciliation =
            [
                new("score", "A", "6.0", "7.6", Verdict.Differs)
                {
                    Path = "/reported/scores/A", Name = "预算", Difference = -1.60m, Slip = new(SlipKind.Unrounded, new("未四舍五入", "unrounded")),
                },
                new("value", "率", "30%", null, Verdict.CannotDerive) { Path = "/reported/values/率", Why = new("不小于 20%", "at least 20%"), Missing = ["执行数"] },
                new("total", null, "95", null, Verdict.Differs) { Path = "/reported/total", Range = new(85, 91) },
            ],
            Findings = [new("PF0001", "/data/预算", FindingSeverity.Warning, new("文字", "text"))],
        },
    };

    private static string Write(Scorecard scorecard) => Encoding.UTF8.GetString(ScorecardWriter.Write(scorecard));

    private static string Lines(string text) => text.ReplaceLineEndings("");
}
