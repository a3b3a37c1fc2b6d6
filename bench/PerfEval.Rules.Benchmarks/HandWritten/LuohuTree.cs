using static PerfEval.Rules.Benchmarks.HandWritten.Shown;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>Gives a value from inputs and scores.</summary>
internal delegate T From<out T>(in LuohuInputs x, in LuohuScores s);

/// <summary>A rule of the Luohu rubric as its scorecard shows it.</summary>
/// <param name="Children">Positions in the tree.</param>
internal sealed record LuohuRule(string Code, string Name, decimal Weight, From<decimal> Score, params int[] Children)
{
    /// <summary>What a rule with a formula rests on.</summary>
    public From<Sentence>? Facts { get; init; }

    /// <summary>What is said when points are lost.</summary>
    public From<string>? Message { get; init; }
}

/// <summary>A sentence in both languages.</summary>
internal readonly record struct Sentence(string Zh, string En)
{
    public static Sentence Same(string text) => new(text, text);
}

/// <summary>The indicator tree of the Luohu rubric, parents before children.</summary>
internal static class LuohuTree
{
    public static readonly int[] Tops = [0, 17, 49];

    public static readonly LuohuRule[] Rules =
    [
        new("A", "部门决策", 20m, (in x, in s) => s.A, [1, 9]),
        new("A1", "预算编制", 10m, (in x, in s) => s.A1, [2, 8]),
        new("LH01", "预算编制合理性", 5m, (in x, in s) => s.Indicator[0] ?? 0, [3, 4, 5, 6, 7]),
        new("LH01a", "符合职责和方针政策", 1m, (in x, in s) => LuohuProgram.Round(x.LH01a)),
        new("LH01b", "按工作重点合理分配", 1m, (in x, in s) => LuohuProgram.Round(x.LH01b)),
        new("LH01c", "专项资金编制细化", 1m, (in x, in s) => LuohuProgram.Round(x.LH01c)),
        new("LH01d", "分类编制准确、无频繁调剂", 1m, (in x, in s) => LuohuProgram.Round(x.LH01d)),
        new("LH01e", "预算分配不固化", 1m, (in x, in s) => LuohuProgram.Round(x.LH01e)),
        new("LH02", "预算编制规范性", 5m, (in x, in s) => s.Indicator[1] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"预算编制不符合项数 {Count(x.预算编制不符合项数, "项")}"),
            Message = (in x, in s) => "发现一项不符合的扣1分",
        },
        new("A2", "目标设置", 10m, (in x, in s) => s.A2, [10, 11]),
        new("LH03", "绩效目标完整性", 5m, (in x, in s) => s.Indicator[2] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"绩效目标不符合项数 {Count(x.绩效目标不符合项数, "项")}"),
            Message = (in x, in s) => "一项不符合要求扣1分",
        },
        new("LH04", "绩效指标明确性", 5m, (in x, in s) => s.Indicator[3] ?? 0, [12, 13, 14, 15, 16]),
        new("LH04a", "分解为具体任务并与任务数对应", 2m, (in x, in s) => LuohuProgram.Round(x.LH04a)),
        new("LH04b", "包含社会、经济、生态效益指标", 2m, (in x, in s) => LuohuProgram.Round(x.LH04b)),
        new("LH04c", "指标值清晰、可衡量", 1m, (in x, in s) => LuohuProgram.Round(x.LH04c)),
        new("LH04d", "包含可量化的指标", 1m, (in x, in s) => LuohuProgram.Round(x.LH04d)),
        new("LH04e", "目标值有依据或符合实际", 1m, (in x, in s) => LuohuProgram.Round(x.LH04e)),
        new("B", "部门管理", 20m, (in x, in s) => s.B, [18, 29, 36, 41, 44]),
        new("B1", "资金管理", 8m, (in x, in s) => s.B1, [19, 22, 26]),
        new("LH05", "政府采购执行情况", 2m, (in x, in s) => s.Indicator[4] ?? 0, [20, 21]),
        new("LH05a", "政府采购执行率", 1m, (in x, in s) => s.LH05a)
        {
            Facts = (in x, in s) => Sentence.Same($"政府采购执行率 {Percent(s.政府采购执行率)}"),
            Message = (in x, in s) => $"实际采购 {Money(x.实际采购金额)}，采购计划 {Money(x.采购计划金额)}；大于计划的得0分",
        },
        new("LH05b", "政府采购政策功能", 1m, (in x, in s) => LuohuProgram.Round(x.LH05b)),
        new("LH06", "财务合规性", 3m, (in x, in s) => s.Indicator[5] ?? 0, [23, 24, 25]),
        new("LH06a", "资金支出规范性", 1m, (in x, in s) => LuohuProgram.Round(x.LH06a)),
        new("LH06b", "资金调整、调剂规范性", 1m, (in x, in s) => s.LH06b)
        {
            Facts = (in x, in s) => Sentence.Same($"调整调剂比例 {Percent(s.调整调剂比例)}"),
            Message = (in x, in s) => $"调整、调剂资金 {Money(x.调整调剂资金累计)}，年初预算支出 {Money(x.年初预算支出)}；超出10%的，超出一个百分点扣0.1分",
        },
        new("LH06c", "会计核算规范性", 1m, (in x, in s) => LuohuProgram.Round(x.LH06c)),
        new("LH07", "预决算信息公开", 3m, (in x, in s) => s.Indicator[6] ?? 0, [27, 28]),
        new("LH07a", "部门预算公开", 1.5m, (in x, in s) => s.LH07a)
        {
            Facts = (in x, in s) => Sentence.Same($"部门预算公开情况 {Text(x.部门预算公开情况)}"),
            Message = (in x, in s) => "按规定内容、时限、范围等各项要求公开的得1.5分",
        },
        new("LH07b", "部门决算公开", 1.5m, (in x, in s) => s.LH07b)
        {
            Facts = (in x, in s) => Sentence.Same($"部门决算公开情况 {Text(x.部门决算公开情况)}"),
            Message = (in x, in s) => "按规定内容、时限、范围等各项要求公开的得1.5分",
        },
        new("B2", "项目管理", 4m, (in x, in s) => s.B2, [30, 33]),
        new("LH08", "项目实施程序", 2m, (in x, in s) => s.Indicator[7] ?? 0, [31, 32]),
        new("LH08a", "设立、调整履行报批程序", 1m, (in x, in s) => LuohuProgram.Round(x.LH08a)),
        new("LH08b", "实施严格执行制度规定", 1m, (in x, in s) => LuohuProgram.Round(x.LH08b)),
        new("LH09", "项目监管", 2m, (in x, in s) => s.Indicator[8] ?? 0, [34, 35]),
        new("LH09a", "资金管理和绩效运行监控机制", 1m, (in x, in s) => LuohuProgram.Round(x.LH09a)),
        new("LH09b", "检查、监控、督促整改", 1m, (in x, in s) => s.LH09b),
        new("B3", "资产管理", 3m, (in x, in s) => s.B3, [37, 40]),
        new("LH10", "资产管理安全性", 2m, (in x, in s) => s.Indicator[9] ?? 0, [38, 39]),
        new("LH10a", "配置合理、账实相符", 1m, (in x, in s) => LuohuProgram.Round(x.LH10a)),
        new("LH10b", "处置规范、收入上缴", 1m, (in x, in s) => LuohuProgram.Round(x.LH10b)),
        new("LH11", "固定资产利用率", 1m, (in x, in s) => s.Indicator[10] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"固定资产利用率 {Percent(s.固定资产利用率)}"),
            Message = (in x, in s) => $"在用 {Money(x.在用固定资产总额)}，全部 {Money(x.所有固定资产总额)}；利用率不低于90%的得满分",
        },
        new("B4", "人员管理", 2m, (in x, in s) => s.B4, [42, 43]),
        new("LH12", "财政供养人员控制率", 1m, (in x, in s) => s.Indicator[11] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"财政供养人员控制率 {Percent(s.财政供养人员控制率)}"),
            Message = (in x, in s) => $"在编 {Count(x.在编人数, "人")}，核定编制 {Count(x.核定编制数, "人")}；不超过100%的得分",
        },
        new("LH13", "编外人员控制率", 1m, (in x, in s) => s.Indicator[12] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"编外人员控制率 {Percent(s.编外人员控制率)}"),
            Message = (in x, in s) => $"编外 {Count(x.编外人数, "人")}，在编 {Count(x.在编人数, "人")}；比率低于5%的得满分",
        },
        new("B5", "制度管理", 3m, (in x, in s) => s.B5, [45]),
        new("LH14", "管理制度健全性", 3m, (in x, in s) => s.Indicator[13] ?? 0, [46, 47, 48]),
        new("LH14a", "制度制定", 0.5m, (in x, in s) => LuohuProgram.Round(x.LH14a)),
        new("LH14b", "制度有效执行", 1.5m, (in x, in s) => LuohuProgram.Round(x.LH14b)),
        new("LH14c", "预算绩效管理制度和工作", 1m, (in x, in s) => LuohuProgram.Round(x.LH14c)),
        new("C", "部门绩效", 60m, (in x, in s) => s.C, [50, 54, 58, 60]),
        new("C1", "经济性", 6m, (in x, in s) => s.C1, [51]),
        new("LH15", "公用经费控制率", 6m, (in x, in s) => s.Indicator[14] ?? 0, [52, 53]),
        new("LH15a", "“三公”经费控制率", 3m, (in x, in s) => s.LH15a)
        {
            Facts = (in x, in s) => Sentence.Same($"三公控制率 {Percent(s.三公控制率)}"),
            Message = (in x, in s) => $"支出 {Money(x.三公经费实际支出)}，预算 {Money(x.三公经费预算数)}；低于90%的得满分",
        },
        new("LH15b", "日常公用经费控制率", 3m, (in x, in s) => s.LH15b)
        {
            Facts = (in x, in s) => Sentence.Same($"日常公用控制率 {Percent(s.日常公用控制率)}"),
            Message = (in x, in s) => $"支出 {Money(x.日常公用经费决算数)}，预算 {Money(x.日常公用经费调整预算数)}；低于90%的得满分",
        },
        new("C2", "效率性", 20m, (in x, in s) => s.C2, [55, 56, 57]),
        new("LH16", "预算执行率", 6m, (in x, in s) => s.Indicator[15] ?? 0)
        {
            Facts = (in x, in s) => new($"一季度执行率 {Percent(s.一季度执行率)}，二季度执行率 {Percent(s.二季度执行率)}，三季度执行率 {Percent(s.三季度执行率)}，四季度执行率 {Percent(s.四季度执行率)}", $"一季度执行率 {Percent(s.一季度执行率)}, 二季度执行率 {Percent(s.二季度执行率)}, 三季度执行率 {Percent(s.三季度执行率)}, 四季度执行率 {Percent(s.四季度执行率)}"),
            Message = (in x, in s) => $"四个季度的支出进度 {Ratio(x.一季度支出进度)}、{Ratio(x.二季度支出进度)}、{Ratio(x.三季度支出进度)}、{Ratio(x.四季度支出进度)}，序时进度 25%、50%、75%、100%",
        },
        new("LH17", "重点工作完成情况", 8m, (in x, in s) => s.Indicator[16] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"未完成重点工作项数 {Count(x.未完成重点工作项数, "项")}"),
            Message = (in x, in s) => "一项重点工作没有完成扣4分",
        },
        new("LH18", "项目完成及时性", 6m, (in x, in s) => s.Indicator[17] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"项目按时完成率 {Percent(s.项目按时完成率)}"),
            Message = (in x, in s) => $"计划完成 {Count(x.计划完成项目总数, "个")}，已完成 {Count(x.已完成项目数, "个")}",
        },
        new("C3", "效果性", 25m, (in x, in s) => s.C3, [59]),
        new("LH19", "社会效益、经济效益、生态效益及可持续影响等", 25m, (in x, in s) => s.Indicator[18] ?? 0),
        new("C4", "公平性", 9m, (in x, in s) => s.C4, [61, 65]),
        new("LH20", "群众信访办理情况", 3m, (in x, in s) => s.Indicator[19] ?? 0, [62, 63, 64]),
        new("LH20a", "意见反映渠道和办理回复机制", 1m, (in x, in s) => s.LH20a)
        {
            Facts = (in x, in s) => x.建立意见反映渠道 ? new("建立意见反映渠道 是", "建立意见反映渠道 yes") : new("建立意见反映渠道 否", "建立意见反映渠道 no"),
            Message = (in x, in s) => "没有建立群众意见反映渠道和办理回复机制",
        },
        new("LH20b", "信访办理回复率", 1m, (in x, in s) => s.LH20b)
        {
            Facts = (in x, in s) => Sentence.Same($"信访办理回复率 {Ratio(x.信访办理回复率)}"),
            Message = (in x, in s) => "达100%的得1分",
        },
        new("LH20c", "信访及时办理回复率", 1m, (in x, in s) => s.LH20c)
        {
            Facts = (in x, in s) => Sentence.Same($"信访及时办理回复率 {Ratio(x.信访及时办理回复率)}"),
            Message = (in x, in s) => "达100%的得1分",
        },
        new("LH21", "公众或服务对象满意度", 6m, (in x, in s) => s.Indicator[20] ?? 0)
        {
            Facts = (in x, in s) => Sentence.Same($"满意度 {Ratio(x.满意度)}"),
            Message = (in x, in s) => "满意度不低于95%的得6分",
        },
    ];
}
