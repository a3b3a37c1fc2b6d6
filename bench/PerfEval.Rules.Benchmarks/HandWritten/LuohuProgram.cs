namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>
/// The Luohu rubric as a C# program: the same rules and roundings as rubrics/440303-luohu/2020/department/1.0.0.json, for submissions with a value for everything.
/// </summary>
internal static class LuohuProgram
{
    public static void Score(in LuohuInputs x, out LuohuScores s)
    {
        s = default;
        ScoreDecisions(x, ref s);
        ScoreManagement(x, ref s);
        ScoreResults(x, ref s);
        var sum = s.A + s.B + s.C;
        var applicable = 100m - (s.Indicator[10] is null ? 1 : 0) - (s.Indicator[17] is null ? 6 : 0);
        s.Total = Round(Math.Clamp(applicable == 100 ? sum : sum * 100 / applicable, 0, 100));
    }

    private static void ScoreDecisions(in LuohuInputs x, ref LuohuScores s)
    {
        var (a, b, c, d, e) = (Round(x.LH01a), Round(x.LH01b), Round(x.LH01c), Round(x.LH01d), Round(x.LH01e));
        s.Indicator[0] = a + b + c + d + e;
        s.Indicator[1] = Round(Math.Max(0, 5 - (1 * x.预算编制不符合项数)));
        s.Indicator[2] = Round(Math.Max(0, 5 - (1 * x.绩效目标不符合项数)));
        (a, b, c, d, e) = (Round(x.LH04a), Round(x.LH04b), Round(x.LH04c), Round(x.LH04d), Round(x.LH04e));
        s.Indicator[3] = Round(Math.Min(a + b + c + d + e, 5));
        s.A1 = Sum(s, 0, 1);
        s.A2 = Sum(s, 2, 3);
        s.A = s.A1 + s.A2;
    }

    private static void ScoreManagement(in LuohuInputs x, ref LuohuScores s)
    {
        ScoreFunds(x, ref s);
        s.Indicator[7] = Round(x.LH08a) + Round(x.LH08b);
        s.LH09b = x.无检查监督证明材料 || x.主管专项资金评价为差 ? 0 : Round(x.LH09b);
        s.Indicator[8] = Round(x.LH09a) + s.LH09b;
        s.Indicator[9] = Round(x.LH10a) + Round(x.LH10b);
        s.Indicator[10] = x.所有固定资产总额 == 0 ? null : ScoreAssets(x, ref s);
        s.财政供养人员控制率 = x.在编人数 / x.核定编制数;
        s.Indicator[11] = Compared(s.财政供养人员控制率) <= 1 ? 1 : 0;
        s.编外人员控制率 = x.编外人数 / (x.在编人数 + x.编外人数);
        s.Indicator[12] = Compared(s.编外人员控制率) switch { < 0.05m => 1, <= 0.10m => 0.5m, _ => 0 };
        s.Indicator[13] = Round(x.LH14a) + Round(x.LH14b) + Round(x.LH14c);
        s.B2 = Sum(s, 7, 8);
        s.B3 = Sum(s, 9, 10);
        s.B4 = Sum(s, 11, 12);
        s.B5 = Sum(s, 13, 13);
        s.B = s.B1 + s.B2 + s.B3 + s.B4 + s.B5;
    }

    private static void ScoreFunds(in LuohuInputs x, ref LuohuScores s)
    {
        if (x.采购计划金额 != 0)
            s.政府采购执行率 = x.实际采购金额 / x.采购计划金额;
        s.LH05a = x switch
        {
            { 采购计划金额: 0, 实际采购金额: 0 } => 1,
            _ when x.实际采购金额 > x.采购计划金额 => 0,
            _ => Round(Math.Clamp(s.政府采购执行率, 0, 1)),
        };
        s.Indicator[4] = s.LH05a + Round(x.LH05b);
        s.调整调剂比例 = x.调整调剂资金累计 / x.年初预算支出;
        s.LH06b = Round(Math.Max(0, 1 - (0.1m * Math.Max(0, s.调整调剂比例 - 0.10m) / 0.01m)));
        s.Indicator[5] = x.发生违规支出 ? 0 : Round(x.LH06a) + s.LH06b + Round(x.LH06c);
        (s.LH07a, s.LH07b) = (ScoreDisclosure(x.部门预算公开情况), ScoreDisclosure(x.部门决算公开情况));
        s.Indicator[6] = x.涉密单位 ? 3 : s.LH07a + s.LH07b;
        s.B1 = Sum(s, 4, 6);
    }

    private static void ScoreResults(in LuohuInputs x, ref LuohuScores s)
    {
        s.LH15a = ScoreSpending(x.三公经费实际支出, x.三公经费预算数, ref s.三公控制率);
        s.LH15b = ScoreSpending(x.日常公用经费决算数, x.日常公用经费调整预算数, ref s.日常公用控制率);
        s.Indicator[14] = s.LH15a + s.LH15b;
        s.一季度执行率 = Math.Min(1, x.一季度支出进度 / 0.25m);
        s.二季度执行率 = Math.Min(1, x.二季度支出进度 / 0.50m);
        s.三季度执行率 = Math.Min(1, x.三季度支出进度 / 0.75m);
        s.四季度执行率 = Math.Min(1, x.四季度支出进度 / 1.00m);
        var four = s.一季度执行率 + s.二季度执行率 + s.三季度执行率 + s.四季度执行率;
        s.全年平均执行率 = four / 4;
        s.Indicator[15] = Round(Math.Min(6, four + (2 * s.全年平均执行率)));
        s.Indicator[16] = Round(Math.Max(0, 8 - (4 * x.未完成重点工作项数)));
        s.Indicator[17] = x.计划完成项目总数 == 0 ? null : ScoreTimeliness(x, ref s);
        s.Indicator[18] = Round(x.LH19);
        s.LH20a = x.建立意见反映渠道 ? 1 : 0;
        s.LH20b = x.当年无群众信访 || x.信访办理回复率 >= 1 ? 1 : 0;
        s.LH20c = x.当年无群众信访 || x.信访及时办理回复率 >= 1 ? 1 : 0;
        s.Indicator[19] = s.LH20a + s.LH20b + s.LH20c;
        s.Indicator[20] = x.满意度 switch { >= 0.95m => 6, >= 0.90m => 4, >= 0.80m => 2, _ => 1 };
        s.C1 = Sum(s, 14, 14);
        s.C2 = Sum(s, 15, 17);
        s.C3 = Sum(s, 18, 18);
        s.C4 = Sum(s, 19, 20);
        s.C = s.C1 + s.C2 + s.C3 + s.C4;
    }

    private static decimal ScoreAssets(in LuohuInputs x, ref LuohuScores s)
    {
        s.固定资产利用率 = x.在用固定资产总额 / x.所有固定资产总额;
        return Compared(s.固定资产利用率) switch { >= 0.90m => 1, >= 0.75m => 0.7m, >= 0.60m => 0.4m, _ => 0 };
    }

    private static decimal ScoreTimeliness(in LuohuInputs x, ref LuohuScores s)
    {
        s.项目按时完成率 = x.已完成项目数 / x.计划完成项目总数;
        return Round(Math.Min(s.项目按时完成率, 1) * 6);
    }

    private static decimal ScoreSpending(decimal spent, decimal budget, ref decimal rate)
    {
        if (budget == 0)
            return spent == 0 ? 3 : 0;
        rate = spent / budget;
        return Compared(rate) switch { < 0.90m => 3, <= 1 => 2, _ => 0 };
    }

    private static decimal ScoreDisclosure(Disclosure disclosure) => disclosure switch
    {
        Disclosure.AsRequired => 1.5m,
        Disclosure.Defective => 1,
        _ => 0,
    };

    private static decimal Sum(in LuohuScores s, int first, int last)
    {
        var sum = 0m;
        for (var i = first; i <= last; i++)
            sum += s.Indicator[i] ?? 0;
        return sum;
    }

    // The residue of a division never decides a step or a half.
    internal static decimal Compared(decimal value) => value.Scale > 20 ? decimal.Round(value, 20, MidpointRounding.AwayFromZero) : value;

    internal static decimal Round(decimal points) => points.Scale <= 2 ? points : decimal.Round(Compared(points), 2, MidpointRounding.AwayFromZero);
}
