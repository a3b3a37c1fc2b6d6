using System.Runtime.CompilerServices;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>The scores of the Luohu rubric: 21 indicators, the 3 + 11 groups above them and the total.</summary>
internal struct LuohuScores
{
    public const int IndicatorCount = 21;

    /// <summary>LH01 at 0; null where the indicator does not apply.</summary>
    public Indicators Indicator;

    public decimal A1, A2, B1, B2, B3, B4, B5, C1, C2, C3, C4;
    public decimal A, B, C;
    public decimal Total;

    // The parts that are formulas of their own; the others are the assessor's points, as submitted.
    public decimal LH05a, LH06b, LH07a, LH07b, LH09b, LH15a, LH15b, LH20a, LH20b, LH20c;

    // The ratios that indicators are scored on.
    public decimal 政府采购执行率, 调整调剂比例, 固定资产利用率, 财政供养人员控制率, 编外人员控制率, 三公控制率, 日常公用控制率;
    public decimal 一季度执行率, 二季度执行率, 三季度执行率, 四季度执行率, 全年平均执行率, 项目按时完成率;
}

[InlineArray(LuohuScores.IndicatorCount)]
internal struct Indicators
{
    private decimal? first;
}
