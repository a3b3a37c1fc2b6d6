using System.Text.Json.Nodes;
using PerfEval.Rules.Benchmarks.HandWritten;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>Random submissions for the Luohu rubric, the same ones for the same seed; a third of the ratios lie exactly on a step.</summary>
internal sealed class RandomSubmissions(int seed)
{
    private static readonly decimal[] Steps = [0.05m, 0.10m, 0.60m, 0.75m, 0.90m, 1m];
    private static readonly string[] Disclosures = ["按要求公开", "公开不符合要求", "没有公开"];

    private readonly Random random = new(seed);

    /// <summary>Everything applies, nothing is vetoed and every check holds; only the scores differ.</summary>
    public byte[] NextSound()
    {
        var submission = Luohu.CaseSubmission();
        var data = submission["data"]!.AsObject(); // read from the case
        FillJudgements(data);
        FillCounts(data);
        FillRatio(data, "三公经费实际支出", "三公经费预算数", 30);
        FillRatio(data, "在用固定资产总额", "所有固定资产总额", 9000);
        FillRatio(data, "实际采购金额", "采购计划金额", 4000);
        data["调整调剂资金累计"] = Money(5000);
        var progress = Enumerable.Range(0, 3).Select(_ => Money(99)).Order().ToArray();
        (data["一季度支出进度"], data["二季度支出进度"], data["三季度支出进度"]) = (progress[0], progress[1], progress[2]);
        return Luohu.Bytes(submission);
    }

    /// <summary>Vetoes, indicators that do not apply and failed checks too.</summary>
    public byte[] NextAny()
    {
        var submission = JsonNode.Parse(NextSound())!.AsObject(); // just written
        var data = submission["data"]!.AsObject();
        foreach (var flag in new[] { "发生违规支出", "涉密单位", "无检查监督证明材料", "主管专项资金评价为差", "当年无群众信访" })
            data[flag] = random.Next(6) == 0;
        foreach (var (spent, budget) in new[] { ("三公经费实际支出", "三公经费预算数"), ("日常公用经费决算数", "日常公用经费调整预算数"), ("实际采购金额", "采购计划金额"), ("在用固定资产总额", "所有固定资产总额"), ("已完成项目数", "计划完成项目总数") })
        {
            data[spent] = random.Next(8) == 0 ? 0 : random.Next(200);
            data[budget] = random.Next(8) == 0 ? 0 : random.Next(200);
        }

        data["四季度支出进度"] = Money(120);
        data["在编人数"] = 1 + random.Next(40);
        return Luohu.Bytes(submission);
    }

    private void FillJudgements(JsonObject data)
    {
        var judged = Luohu.Rubric.Inputs.Where(input => input.Judged is not null).Select(input => input.Name).ToHashSet();
        foreach (var (rule, i) in LuohuTree.Rules.Select((rule, i) => (rule, i)).Where(pair => judged.Contains(pair.rule.Code)))
            data[rule.Code] = Math.Min(rule.Weight, Math.Round((decimal)random.NextDouble() * rule.Weight, i % 4));
    }

    private void FillCounts(JsonObject data)
    {
        data["预算编制不符合项数"] = random.Next(7);
        data["绩效目标不符合项数"] = random.Next(7);
        data["未完成重点工作项数"] = random.Next(4);
        data["在编人数"] = 10 + random.Next(15);
        data["编外人数"] = random.Next(4);
        data["计划完成项目总数"] = 30 + random.Next(40);
        data["已完成项目数"] = random.Next(30);
        (data["部门预算公开情况"], data["部门决算公开情况"]) = (Disclosures[random.Next(3)], Disclosures[random.Next(3)]);
        data["建立意见反映渠道"] = random.Next(3) > 0;
        data["信访办理回复率"] = 100;
        data["信访及时办理回复率"] = 90 + random.Next(11);
        data["满意度"] = random.Next(3) == 0 ? Steps[random.Next(4, 6)] * 100 : Money(100);
    }

    private void FillRatio(JsonObject data, string part, string whole, int most)
    {
        var all = 1 + random.Next(most);
        data[whole] = all;
        data[part] = random.Next(3) == 0 ? Steps[random.Next(Steps.Length)] * all : Math.Min(all, Money(most));
    }

    private decimal Money(int most) => random.Next(100 * most) / 100m;
}
