using System.Text.Json;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>The checks of the Luohu rubric. A failed one throws: what the scorecard says of it is not written out here.</summary>
internal static class LuohuChecks
{
    private static readonly (string Code, string Name, string Severity)[] All =
    [
        ("年初预算合计", "年初预算：人员经费+公用经费+项目支出=合计", "Error"),
        ("调整预算合计", "调整预算：人员经费+公用经费+项目支出=合计", "Error"),
        ("实际支出合计", "实际支出：人员经费+日常公用经费+项目支出=合计", "Error"),
        ("四季度进度", "四季度支出进度=实际支出÷调整预算支出", "Warning"),
        ("季度进度不减", "累计支出进度逐季不减", "Warning"),
        ("三公不超公用", "“三公”经费不超过公用经费", "Notice"),
        ("在用资产", "在用固定资产不超过固定资产总额", "Error"),
        ("完成项目数", "已完成项目数不超过计划完成项目总数", "Error"),
        ("及时回复率", "及时办理回复率不超过办理回复率", "Error"),
        ("效果评价方面", "至少选择三个方面对工作实效和效益进行评价", "Error"),
    ];

    public static void Write(Utf8JsonWriter json, in LuohuInputs x)
    {
        json.WriteStartArray("checks"u8);
        for (var i = 0; i < All.Length; i++)
        {
            if (!Holds(i, x))
                throw new NotSupportedException(All[i].Code);
            json.WriteStartObject();
            json.WriteString("code"u8, All[i].Code);
            json.WriteString("name"u8, All[i].Name);
            json.WriteString("status"u8, "Passed"u8);
            json.WriteString("severity"u8, All[i].Severity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool Holds(int check, in LuohuInputs x) => check switch
    {
        0 => Math.Abs(x.年初人员经费 + x.年初公用经费 + x.年初项目支出 - x.年初预算支出) <= 0.02m,
        1 => Math.Abs(x.调整人员经费 + x.日常公用经费调整预算数 + x.调整项目支出 - x.调整预算支出) <= 0.02m,
        2 => Math.Abs(x.人员经费实际支出 + x.日常公用经费决算数 + x.项目支出实际支出 - x.实际支出) <= 0.02m,
        3 => LuohuProgram.Compared(Math.Abs(x.四季度支出进度 - (x.实际支出 / x.调整预算支出))) <= 0.0001m,
        4 => x.一季度支出进度 <= x.二季度支出进度 && x.二季度支出进度 <= x.三季度支出进度 && x.三季度支出进度 <= x.四季度支出进度,
        5 => x.三公经费实际支出 <= x.日常公用经费决算数,
        6 => x.在用固定资产总额 <= x.所有固定资产总额,
        7 => x.已完成项目数 <= x.计划完成项目总数,
        8 => x.信访及时办理回复率 <= x.信访办理回复率,
        _ => x.效果评价方面项数 >= 3,
    };
}
