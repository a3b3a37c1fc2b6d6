using System.Text;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>
/// The scorecard of the Luohu rubric without explanations, the same bytes as the engine's; for submissions in which everything applies, nothing is vetoed
/// and every check holds.
/// </summary>
internal static class LuohuWriter
{
    public static void Write(Utf8JsonWriter json, in LuohuInputs x, in LuohuScores s, string? department, string hash)
    {
        json.WriteStartObject();
        json.WriteStartObject("rubric"u8);
        json.WriteString("name"u8, "440303/2020/department"u8);
        json.WriteString("version"u8, "1.0.0"u8);
        json.WriteString("hash"u8, hash);
        json.WriteEndObject();
        if (department is not null)
            json.WriteString("department"u8, department);
        json.WriteBoolean("complete"u8, true);
        json.WriteNumber("total"u8, Trim(s.Total));
        json.WriteNumber("fullScore"u8, 100);
        WriteRange(json, Trim(s.Total));
        json.WriteNull("grade"u8);
        json.WriteStartArray("rules"u8);
        foreach (var top in LuohuTree.Tops)
            WriteRule(json, LuohuTree.Rules[top], x, s);
        json.WriteEndArray();
        WriteValues(json, x, s);
        json.WriteStartArray("overrides"u8);
        json.WriteEndArray();
        LuohuChecks.Write(json, x);
        json.WriteStartObject("audit"u8);
        json.WriteStartArray("reconciliation"u8);
        json.WriteEndArray();
        json.WriteStartArray("findings"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, LuohuRule rule, in LuohuInputs x, in LuohuScores s)
    {
        var score = Trim(rule.Score(x, s));
        json.WriteStartObject();
        json.WriteString("code"u8, rule.Code);
        json.WriteString("name"u8, rule.Name);
        json.WriteString("kind"u8, "Scored"u8);
        json.WriteNumber("weight"u8, rule.Weight);
        json.WriteNumber("effectiveWeight"u8, rule.Weight);
        json.WriteNumber("score"u8, score);
        WriteRange(json, score);
        json.WriteString("status"u8, "Scored"u8);
        json.WriteBoolean("overruled"u8, false);
        json.WriteStartArray("missing"u8);
        json.WriteEndArray();
        json.WriteNumber("pointsLost"u8, Trim(rule.Weight - score));
        WriteWhy(json, rule, score, x, s);
        if (rule.Children.Length > 0)
        {
            json.WriteStartArray("rules"u8);
            foreach (var child in rule.Children)
                WriteRule(json, LuohuTree.Rules[child], x, s);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, decimal points)
    {
        json.WriteStartObject("range"u8);
        json.WriteNumber("min"u8, points);
        json.WriteNumber("max"u8, points);
        json.WriteEndObject();
    }

    private static void WriteWhy(Utf8JsonWriter json, LuohuRule rule, decimal score, in LuohuInputs x, in LuohuScores s)
    {
        var (earned, facts) = (Earned(score, rule.Weight), Facts(rule, score, x, s));
        json.WriteStartObject("why"u8);
        json.WriteString("zh"u8, facts.Zh.Length == 0 ? earned.Zh : $"{earned.Zh}：{facts.Zh}");
        json.WriteString("en"u8, facts.En.Length == 0 ? earned.En : $"{earned.En}: {facts.En}");
        json.WriteEndObject();
    }

    private static Sentence Earned(decimal score, decimal weight)
    {
        var (points, full) = (Shown.Points(score), Shown.Points(weight));
        if (score == weight)
            return new($"得满分 {points} 分", $"all {points} points");
        if (score == 0)
            return new($"不得分，扣 {full} 分", $"0 of {full} points");
        var lost = Shown.Points(weight - score);
        return new($"得 {points} 分，扣 {lost} 分（满分 {full} 分）", $"{points} of {full} points, {lost} lost");
    }

    private static Sentence Facts(LuohuRule rule, decimal score, in LuohuInputs x, in LuohuScores s)
    {
        var facts = rule.Children.Length > 0 ? Losses(rule, x, s) : rule.Facts?.Invoke(x, s) ?? new("", "");
        if (score >= rule.Weight || rule.Message is not { } message)
            return facts;
        var words = message(x, s);
        return facts.Zh.Length == 0 ? Sentence.Same(words) : new($"{facts.Zh}，{words}", $"{facts.En}, {words}");
    }

    private static Sentence Losses(LuohuRule rule, in LuohuInputs x, in LuohuScores s)
    {
        var (zh, en) = (new StringBuilder(), new StringBuilder());
        foreach (var position in rule.Children)
        {
            var child = LuohuTree.Rules[position];
            var lost = child.Weight - child.Score(x, s);
            if (lost <= 0)
                continue;
            var points = Shown.Points(lost);
            zh.Append(zh.Length == 0 ? "" : "，").Append(child.Name).Append("扣 ").Append(points).Append(" 分");
            en.Append(en.Length == 0 ? "" : ", ").Append(child.Name).Append(" loses ").Append(points);
        }

        return new(zh.ToString(), en.ToString());
    }

    private static void WriteValues(Utf8JsonWriter json, in LuohuInputs x, in LuohuScores s)
    {
        json.WriteStartArray("values"u8);
        WriteValue(json, "全年执行率"u8, x.实际支出 / x.调整预算支出);
        WriteValue(json, "政府采购执行率"u8, s.政府采购执行率);
        WriteValue(json, "调整调剂比例"u8, s.调整调剂比例);
        WriteValue(json, "固定资产利用率"u8, s.固定资产利用率);
        WriteValue(json, "财政供养人员控制率"u8, s.财政供养人员控制率);
        WriteValue(json, "编外人员控制率"u8, s.编外人员控制率);
        WriteValue(json, "三公控制率"u8, s.三公控制率);
        WriteValue(json, "日常公用控制率"u8, s.日常公用控制率);
        WriteValue(json, "一季度执行率"u8, s.一季度执行率);
        WriteValue(json, "二季度执行率"u8, s.二季度执行率);
        WriteValue(json, "三季度执行率"u8, s.三季度执行率);
        WriteValue(json, "四季度执行率"u8, s.四季度执行率);
        WriteValue(json, "全年平均执行率"u8, s.全年平均执行率);
        WriteValue(json, "项目按时完成率"u8, s.项目按时完成率);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal ratio)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteNumber("value"u8, Trim(decimal.Round(LuohuProgram.Compared(ratio) * 100, 2, MidpointRounding.AwayFromZero)));
        json.WriteString("unit"u8, "%"u8);
        json.WriteBoolean("default"u8, false);
        json.WriteEndObject();
    }

    private static decimal Trim(decimal number) => number.Scale == 0 ? number : Decimals.Trim(number);
}
