namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>What the Luohu rubric reads from a submission, with a value for everything: money in 万元, percents as ratios.</summary>
internal struct LuohuInputs
{
    public decimal 年初预算支出;
    public decimal 年初人员经费;
    public decimal 年初公用经费;
    public decimal 年初项目支出;
    public decimal 调整预算支出;
    public decimal 调整人员经费;
    public decimal 日常公用经费调整预算数;
    public decimal 调整项目支出;
    public decimal 实际支出;
    public decimal 人员经费实际支出;
    public decimal 日常公用经费决算数;
    public decimal 项目支出实际支出;
    public decimal 三公经费预算数;
    public decimal 三公经费实际支出;
    public decimal 预算编制不符合项数;
    public decimal 绩效目标不符合项数;
    public decimal 采购计划金额;
    public decimal 实际采购金额;
    public decimal 调整调剂资金累计;
    public bool 发生违规支出;
    public bool 涉密单位;
    public Disclosure 部门预算公开情况;
    public Disclosure 部门决算公开情况;
    public bool 无检查监督证明材料;
    public bool 主管专项资金评价为差;
    public decimal 所有固定资产总额;
    public decimal 在用固定资产总额;
    public decimal 核定编制数;
    public decimal 在编人数;
    public decimal 编外人数;
    public decimal 一季度支出进度;
    public decimal 二季度支出进度;
    public decimal 三季度支出进度;
    public decimal 四季度支出进度;
    public decimal 未完成重点工作项数;
    public decimal 计划完成项目总数;
    public decimal 已完成项目数;
    public int 效果评价方面项数;
    public bool 建立意见反映渠道;
    public bool 当年无群众信访;
    public decimal 信访办理回复率;
    public decimal 信访及时办理回复率;
    public decimal 满意度;
    public decimal LH01a;
    public decimal LH01b;
    public decimal LH01c;
    public decimal LH01d;
    public decimal LH01e;
    public decimal LH04a;
    public decimal LH04b;
    public decimal LH04c;
    public decimal LH04d;
    public decimal LH04e;
    public decimal LH05b;
    public decimal LH06a;
    public decimal LH06c;
    public decimal LH08a;
    public decimal LH08b;
    public decimal LH09a;
    public decimal LH09b;
    public decimal LH10a;
    public decimal LH10b;
    public decimal LH14a;
    public decimal LH14b;
    public decimal LH14c;
    public decimal LH19;
}

/// <summary>How budget and accounts were disclosed.</summary>
internal enum Disclosure
{
    None,
    Defective,
    AsRequired,
}
