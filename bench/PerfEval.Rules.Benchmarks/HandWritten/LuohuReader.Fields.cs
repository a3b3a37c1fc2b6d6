using System.Text;
using System.Text.Json;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>Submission from JSON in one forward pass: what a program written for this one rubric would do.</summary>
internal static partial class LuohuReader
{
    /// <summary>The inputs in declared order; a department's software writes them in this order, so the next one expected is tried first.</summary>
    private static readonly byte[][] Names = [.. new[]
    {
        "年初预算支出",
        "年初人员经费",
        "年初公用经费",
        "年初项目支出",
        "调整预算支出",
        "调整人员经费",
        "日常公用经费调整预算数",
        "调整项目支出",
        "实际支出",
        "人员经费实际支出",
        "日常公用经费决算数",
        "项目支出实际支出",
        "三公经费预算数",
        "三公经费实际支出",
        "预算编制不符合项数",
        "绩效目标不符合项数",
        "采购计划金额",
        "实际采购金额",
        "调整调剂资金累计",
        "发生违规支出",
        "涉密单位",
        "部门预算公开情况",
        "部门决算公开情况",
        "无检查监督证明材料",
        "主管专项资金评价为差",
        "所有固定资产总额",
        "在用固定资产总额",
        "核定编制数",
        "在编人数",
        "编外人数",
        "一季度支出进度",
        "二季度支出进度",
        "三季度支出进度",
        "四季度支出进度",
        "未完成重点工作项数",
        "计划完成项目总数",
        "已完成项目数",
        "效果评价方面",
        "建立意见反映渠道",
        "当年无群众信访",
        "信访办理回复率",
        "信访及时办理回复率",
        "满意度",
        "LH01a",
        "LH01b",
        "LH01c",
        "LH01d",
        "LH01e",
        "LH04a",
        "LH04b",
        "LH04c",
        "LH04d",
        "LH04e",
        "LH05b",
        "LH06a",
        "LH06c",
        "LH08a",
        "LH08b",
        "LH09a",
        "LH09b",
        "LH10a",
        "LH10b",
        "LH14a",
        "LH14b",
        "LH14c",
        "LH19",
    }.Select(Encoding.UTF8.GetBytes)];

    private static void Set(ref LuohuInputs inputs, int field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case 0: inputs.年初预算支出 = ReadNumber(ref reader); break;
            case 1: inputs.年初人员经费 = ReadNumber(ref reader); break;
            case 2: inputs.年初公用经费 = ReadNumber(ref reader); break;
            case 3: inputs.年初项目支出 = ReadNumber(ref reader); break;
            case 4: inputs.调整预算支出 = ReadNumber(ref reader); break;
            case 5: inputs.调整人员经费 = ReadNumber(ref reader); break;
            case 6: inputs.日常公用经费调整预算数 = ReadNumber(ref reader); break;
            case 7: inputs.调整项目支出 = ReadNumber(ref reader); break;
            case 8: inputs.实际支出 = ReadNumber(ref reader); break;
            case 9: inputs.人员经费实际支出 = ReadNumber(ref reader); break;
            case 10: inputs.日常公用经费决算数 = ReadNumber(ref reader); break;
            case 11: inputs.项目支出实际支出 = ReadNumber(ref reader); break;
            case 12: inputs.三公经费预算数 = ReadNumber(ref reader); break;
            case 13: inputs.三公经费实际支出 = ReadNumber(ref reader); break;
            case 14: inputs.预算编制不符合项数 = ReadNumber(ref reader); break;
            case 15: inputs.绩效目标不符合项数 = ReadNumber(ref reader); break;
            case 16: inputs.采购计划金额 = ReadNumber(ref reader); break;
            case 17: inputs.实际采购金额 = ReadNumber(ref reader); break;
            case 18: inputs.调整调剂资金累计 = ReadNumber(ref reader); break;
            case 19: inputs.发生违规支出 = reader.GetBoolean(); break;
            case 20: inputs.涉密单位 = reader.GetBoolean(); break;
            case 21: inputs.部门预算公开情况 = ReadDisclosure(ref reader); break;
            case 22: inputs.部门决算公开情况 = ReadDisclosure(ref reader); break;
            case 23: inputs.无检查监督证明材料 = reader.GetBoolean(); break;
            case 24: inputs.主管专项资金评价为差 = reader.GetBoolean(); break;
            case 25: inputs.所有固定资产总额 = ReadNumber(ref reader); break;
            case 26: inputs.在用固定资产总额 = ReadNumber(ref reader); break;
            case 27: inputs.核定编制数 = ReadNumber(ref reader); break;
            case 28: inputs.在编人数 = ReadNumber(ref reader); break;
            case 29: inputs.编外人数 = ReadNumber(ref reader); break;
            case 30: inputs.一季度支出进度 = ReadPercent(ref reader); break;
            case 31: inputs.二季度支出进度 = ReadPercent(ref reader); break;
            case 32: inputs.三季度支出进度 = ReadPercent(ref reader); break;
            case 33: inputs.四季度支出进度 = ReadPercent(ref reader); break;
            case 34: inputs.未完成重点工作项数 = ReadNumber(ref reader); break;
            case 35: inputs.计划完成项目总数 = ReadNumber(ref reader); break;
            case 36: inputs.已完成项目数 = ReadNumber(ref reader); break;
            case 37: inputs.效果评价方面项数 = CountTexts(ref reader); break;
            case 38: inputs.建立意见反映渠道 = reader.GetBoolean(); break;
            case 39: inputs.当年无群众信访 = reader.GetBoolean(); break;
            case 40: inputs.信访办理回复率 = ReadPercent(ref reader); break;
            case 41: inputs.信访及时办理回复率 = ReadPercent(ref reader); break;
            case 42: inputs.满意度 = ReadPercent(ref reader); break;
            case 43: inputs.LH01a = ReadNumber(ref reader); break;
            case 44: inputs.LH01b = ReadNumber(ref reader); break;
            case 45: inputs.LH01c = ReadNumber(ref reader); break;
            case 46: inputs.LH01d = ReadNumber(ref reader); break;
            case 47: inputs.LH01e = ReadNumber(ref reader); break;
            case 48: inputs.LH04a = ReadNumber(ref reader); break;
            case 49: inputs.LH04b = ReadNumber(ref reader); break;
            case 50: inputs.LH04c = ReadNumber(ref reader); break;
            case 51: inputs.LH04d = ReadNumber(ref reader); break;
            case 52: inputs.LH04e = ReadNumber(ref reader); break;
            case 53: inputs.LH05b = ReadNumber(ref reader); break;
            case 54: inputs.LH06a = ReadNumber(ref reader); break;
            case 55: inputs.LH06c = ReadNumber(ref reader); break;
            case 56: inputs.LH08a = ReadNumber(ref reader); break;
            case 57: inputs.LH08b = ReadNumber(ref reader); break;
            case 58: inputs.LH09a = ReadNumber(ref reader); break;
            case 59: inputs.LH09b = ReadNumber(ref reader); break;
            case 60: inputs.LH10a = ReadNumber(ref reader); break;
            case 61: inputs.LH10b = ReadNumber(ref reader); break;
            case 62: inputs.LH14a = ReadNumber(ref reader); break;
            case 63: inputs.LH14b = ReadNumber(ref reader); break;
            case 64: inputs.LH14c = ReadNumber(ref reader); break;
            case 65: inputs.LH19 = ReadNumber(ref reader); break;
            default: throw new JsonException();
        }
    }
}
