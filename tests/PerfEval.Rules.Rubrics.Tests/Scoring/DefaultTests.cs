using System.Buffers;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>The scorecard lists every default that was taken, cells included; labels are filled.</summary>
public sealed class DefaultTests : ScoringTests
{
    private static readonly CompiledRubric Rubric = Compile("""
        "Inputs": [
          {"Name": "否决", "Label": "$(Year)年是否否决（$(倍数, 1)倍，$(金额)）", "Type": "Bool", "Default": false}, {"Name": "金额", "Type": "Number", "Unit": "万元"},
          {"Name": "表1", "Type": "Table", "Key": "栏次", "Columns": [
            {"Name": "栏次", "Label": "$(Year)年栏次", "Type": "Number"}, {"Name": "预算", "Type": "Number", "Unit": "万元", "Default": 0}, {"Name": "决算", "Type": "Number", "Default": 1}]}],
        "GlobalParams": [{"Name": "倍数", "Expression": "Year / 1000"}],
        "Rules": [{"RuleName": "a", "Weight": 100, "Score": "1"}]
        """);

    [Theory]
    [InlineData("""{"否决": true, "表1": [{"栏次": 7, "预算": 1, "决算": 1}]}""", "")]
    [InlineData("""{"表1": [{"栏次": 7, "预算": 0, "决算": 2}]}""", """{"name":"否决","value":false,"default":true}""")]
    [InlineData("""{"否决": true, "表1": [{"栏次": 7, "预算": null}, {"栏次": 9, "决算": 3}, {"预算": 3}]}""", """{"name":"表1.预算","value":0,"unit":"万元","default":true,"rows":["7","9"]} {"name":"表1.决算","value":1,"default":true,"rows":["7","3"]}""")]
    public void Defaults_are_listed(string data, string expected)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ScorecardWriter.Write(writer, Scorer.Score(Read(Rubric, $$"""{"data": {{data}}}"""), ExplainLevel.None));
        using var card = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(expected, string.Join(' ', card.RootElement.GetProperty("values").EnumerateArray().Where(value => value.GetProperty("default").GetBoolean()).Select(value => value.GetRawText())));
    }

    [Fact]
    public void Labels_are_filled_with_what_holds_for_every_submission()
    {
        Assert.Equal("2020年是否否决（2.0倍，?）", Rubric.InputsByName["否决"].Label);
        Assert.Equal("2020年栏次", Rubric.InputsByName["表1"].Columns[0].Label);
        Assert.Null(Rubric.InputsByName["金额"].Label);
    }
}
