using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Reading;

public static partial class RubricSchema
{
    private const string InputTypes = "Number|Bool|Text|Date|Choice|MultiChoice|Table";

    private static readonly FrozenDictionary<string, ImmutableArray<Property>> Objects = new Dictionary<string, ImmutableArray<Property>>
    {
        ["Rubric"] =
        [
            new("$schema", "string", "本文件的 JSON Schema", "the schema of this file"),
            new("WorkflowName", "text", "地区代码/年度/范围", "region/year/scope", true),
            new("Title", "text", "标题，照印刷", "title as printed"),
            new("Description", "text", "说明", "description"),
            new("Source", "text", "依据的文件和表", "the document and table it was taken from"),
            new("Region", "Region", "适用地区", "the region it is for", true),
            new("Year", "whole", "适用年度", "the year it is for", true),
            new("Scope", "text", "范围：department、project、monitoring、accounts", "scope: department, project, monitoring, accounts", true),
            new("Version", "text", "版本号，如 1.0.0，发布后不变", "semantic version such as 1.0.0; immutable once published", true),
            new("Supersedes", "text", "取代的版本", "the version it replaces"),
            new("ChangeNote", "text", "修改说明：改了什么，为什么", "what changed and why"),
            new("EffectiveFrom", "date", "生效日期", "from when it is in force"),
            new("FullScore", "number", "满分，默认 100", "full score, default 100"),
            new("Rounding", "Rounding", "取位", "how numbers are rounded"),
            new("NotApplicable", "Rescale|Exclude", "不适用指标的分值如何处理", "what becomes of the weight of what is not applicable"),
            new("TotalRange", "TotalRange", "总分的上下限", "bounds of the total"),
            new("Grades", "Grade[]", "等级，从高到低", "grades, descending"),
            new("GradeGroups", "flag", "各级指标也评等级", "grade every parent too"),
            new("Overrides", "Override[]", "一票否决", "rubric-wide vetoes"),
            new("Tables", "Table[]", "常量表", "constant tables"),
            new("Scales", "Scale[]", "定性分档", "qualitative scales"),
            new("Inputs", "Input[]", "填报的数据项", "everything a submission may contain", true),
            new("GlobalParams", "Param[]", "参数", "named values"),
            new("Checks", "Check[]", "勾稽关系", "relations between figures"),
            new("Rules", "Rule[]", "指标体系", "the indicator tree"),
        ],
        ["Region"] = [new("Code", "text", "GB/T 2260 代码", "GB/T 2260 code", true), new("Name", "text", "名称", "name")],
        ["Rounding"] =
        [
            new("Rule", "RoundingRule or null", "指标得分；null 不取位", "leaf scores; null keeps them unrounded"),
            new("Total", "RoundingRule", "总分", "the total"),
            new("Weight", "RoundingRule", "重新分配的分值", "redistributed weights"),
        ],
        ["RoundingRule"] = [new("Digits", "whole", "小数位数", "digits behind the point"), new("Mode", "HalfUp|HalfEven|Down", "方式：四舍五入、四舍六入五成双、舍去", "how a half is rounded")],
        ["TotalRange"] = [new("Min", "number", "下限", "least"), new("Max", "number", "上限", "greatest")],
        ["Grade"] = [new("Name", "text", "等级", "name", true), new("From", "number", "起点，含", "from, inclusive", true)],
        ["Override"] =
        [
            new("Name", "text", "名称", "name", true), new("When", "text", "条件", "condition", true), new("MaxTotal", "number", "总分上限", "greatest total"),
            new("Grade", "text", "等级", "grade"), new("Message", "text", "说明，可含 $(…)", "message, may have holes"),
        ],
        ["Table"] = [new("Name", "text", "名称", "name", true), new("Key", "text", "主键列", "key column"), new("Columns", "TableColumn[]", "列", "columns"), new("Rows", "any", "行", "rows")],
        ["TableColumn"] = [new("Name", "text", "列名", "name", true), new("Type", InputTypes, "类型", "type"), new("Unit", "text", "单位", "unit")],
        ["Scale"] = [new("Name", "text", "名称", "name", true), new("Bands", "Band[]", "档次", "bands")],
        ["Band"] =
        [
            new("Name", "text", "档次", "name", true), new("From", "number", "下端，占分值的比例", "lower share", true), new("To", "number", "上端", "upper share", true),
            new("FromIncluded", "flag", "含下端", "lower end included"), new("ToIncluded", "flag", "含上端", "upper end included"),
        ],
        ["Param"] =
        [
            new("Name", "text", "名称", "name", true), new("Expression", "text", "表达式", "expression", true), new("Unit", "text", "单位", "unit"),
            new("Digits", "whole", "小数位数", "digits"), new("Description", "text", "说明", "description"),
        ],
        ["Origin"] =
        [
            new("Scope", "text", "范围", "scope", true), new("Year", "whole", "年度：0 本年，−1 上年", "0 the same year, −1 the year before"),
            new("Value", "text", "取哪个值", "which value", true), new("PerSubject", "flag", "每个项目一行", "one row per subject"),
        ],
        ["Input"] =
        [
            new("Name", "text", "名称", "name", true), new("Label", "text", "标签，照印刷", "label as printed"), new("Description", "text", "说明", "description"),
            new("Type", InputTypes, "类型", "type", true), new("Unit", "text", "单位", "unit"), new("Required", "flag", "上报时必填，默认是", "needed on filing; default true"),
            new("RequiredWhen", "text", "何时必填", "when it is needed"), new("Default", "any", "未填时取的值", "value taken when absent"),
            new("Min", "number", "最小值", "least"), new("Max", "number", "最大值", "greatest"), new("MinExclusive", "number", "大于", "greater than"), new("MaxExclusive", "number", "小于", "less than"),
            new("Digits", "whole", "小数位数上限", "most digits"), new("MaxLength", "whole", "字数上限", "most characters"),
            new("Choices", "string[] or string", "选项，或 表名.列名", "choices, or table.column"), new("Columns", "Input[]", "列", "columns"), new("Key", "text", "主键列", "key column"),
            new("Judgement", "flag", "评定意见", "an assessor's opinion"), new("Source", "text", "数据来源", "where a department finds it"), new("From", "Origin", "从已存评价取数", "filled in from stored evaluations"),
        ],
        ["Check"] =
        [
            new("Name", "text", "名称", "name", true), new("Code", "text", "代码", "code"), new("When", "text", "何时检查", "when it is checked"), new("ForEach", "text", "逐行检查的表", "table checked row by row"),
            new("Expression", "text", "须成立的表达式", "must be true", true), new("Severity", "Reject|Error|Warning|Notice", "严重程度", "severity"),
            new("Tolerance", "number or text", "容差", "tolerance"), new("ErrorMessage", "text", "说明，可含 $(…)", "message, may have holes"),
        ],
        ["Rule"] =
        [
            new("RuleName", "text", "指标名称", "name", true), new("Code", "text", "指标代码", "code"), new("Weight", "number or text", "分值", "weight"), new("Min", "number", "最低分", "lowest score"),
            new("Description", "text", "指标说明", "description"), new("Criteria", "text", "评分标准", "criteria as printed"), new("Kind", "Scored|Bonus|Penalty|Information", "类别", "kind"),
            new("Score", "text", "得分表达式", "points"), new("Expression", "text", "表达式，成立得满分；仅供参考的指标以它为值", "true earns the weight; the value, of an indicator for information"), new("Judged", "string or Band[] or BandList", "评定方式", "how an assessor gives the score"),
            new("NotApplicableWhen", "text", "何时不适用", "when it does not apply"), new("ZeroWhen", "text", "何时不得分", "when it earns nothing"), new("FullWhen", "text", "何时得满分", "when it earns all"),
            new("WhenNotApplicable", "Redistribute|Full", "不适用时分值如何处理", "what becomes of its weight"), new("ForEach", "text", "逐行重复的表", "table it is repeated for"),
            new("ReasonWhen", "text", "何时须说明原因", "when a reason is asked for"), new("Optional", "flag", "可以不评", "may be left out as a whole"), new("LocalParams", "Param[]", "参数", "named values"),
            new("Enabled", "flag", "是否启用，默认是", "default true"), new("RuleExpressionType", "LambdaExpression|CSharpScript", "表达式的语言", "the language of its expressions"),
            new("ErrorMessage", "text", "失分说明，可含 $(…)", "message when points are lost"), new("Rules", "Rule[]", "下级指标", "children"),
        ],
        ["BandList"] = [new("Bands", "Band[]", "档次", "bands")],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
