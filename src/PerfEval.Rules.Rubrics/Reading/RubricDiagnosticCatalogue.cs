using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using static PerfEval.Rules.Language.Text.DiagnosticSeverity;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>One row per code of the document; a test finds every code by a row of tests/cases/rubric-faults.csv.</summary>
internal static class RubricDiagnosticCatalogue
{
    /// <summary>The file and its shape: what is no JSON, unknown or missing properties, values of the wrong form.</summary>
    public static ImmutableArray<DiagnosticDescription> Shape { get; } =
    [
        new("PR0001", Error, new("不是有效的 JSON，或文本不是有效的 Unicode", "the file is not valid JSON, or a text is not valid Unicode"), "{ \"Year\": 20x20 }"),
        new("PR0002", Error, new("没有这个属性（区分大小写）；消息给出最接近的", "there is no such property (case matters); the message gives the nearest"), "\"Titel\": \"…\""),
        new("PR0003", Error, new("同一属性写了两次", "a property stands twice"), "\"Year\": 2020, \"Year\": 2021"),
        new("PR0004", Error, new("缺少必须的属性", "a property that must be there is missing"), "{ \"RuleName\": \"…\" } in Inputs"),
        new("PR0005", Error, new("值的形式不对，消息说明应写什么；数字须在十进制数的范围内", "a value has the wrong form, the message says which is right; a number must fit a decimal"), "\"Year\": \"2020\""),
        new("PR0006", Error, new("不在可选的词之中（区分大小写）", "a word is none of those allowed (case matters)"), "\"Type\": \"number\""),
        new("PR0007", Error, new("不是整数，或不在允许的范围内", "a number is not whole or outside what is allowed"), "\"Digits\": 11"),
        new("PR0008", Error, new("文件超过 4 MiB", "the file is larger than 4 MiB"), ""),
        new("PR0009", Error, new("这是普通的 RulesEngine 工作流，没有 Inputs", "the file is a plain RulesEngine workflow: it has no Inputs"), "\"Operator\": \"And\""),
    ];

    /// <summary>Identity, totals, names, inputs, tables and scales.</summary>
    public static ImmutableArray<DiagnosticDescription> Declarations { get; } =
    [
        new("PR0020", Error, new("版本号的写法不对", "a version is no semantic version"), "\"Version\": \"1.0\""),
        new("PR0021", Error, new("地区代码不是 6 位数字", "a region code has not 6 digits"), "\"Code\": \"4403\""),
        new("PR0022", Error, new("WorkflowName 与 Region、Year、Scope 不一致", "WorkflowName does not agree with Region, Year and Scope"), "440303/2021/department"),
        new("PR0023", Error, new("文件路径与 WorkflowName、Version 不一致", "the file's path does not agree with WorkflowName and Version"), ""),
        new("PR0024", Error, new("满分不大于 0", "FullScore is not greater than 0"), "\"FullScore\": 0"),
        new("PR0025", Error, new("总分范围的 Min 不小于 Max", "Min of TotalRange is not less than Max"), "{ \"Min\": 100, \"Max\": 0 }"),
        new("PR0026", Error, new("等级没有从高到低排列", "grades do not descend"), "60, 80"),
        new("PR0027", Error, new("最低等级没有到达总分下限", "the lowest grade does not reach down to the least total"), "80, 60"),
        new("PR0028", Error, new("不能用作名称：名称由文字、数字和下划线组成，不以数字开头，也不能是关键字", "this cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in"), "\"Name\": \"3月\""),
        new("PR0029", Error, new("名称与另一个相同（全角、半角视为相同）", "a name is the same as another, full and half width being the same"), "Ａ, A"),
        new("PR0030", Error, new("表的列又是表", "a column of a table is a table"), ""),
        new("PR0031", Error, new("不是 Table 却有 Columns 或 Key", "something other than a Table has Columns or a Key"), ""),
        new("PR0032", Error, new("Choice 或 MultiChoice 没有选项，或其他类型有选项", "a Choice or MultiChoice has no choices, or another type has some"), ""),
        new("PR0033", Error, new("选项重复", "a choice stands twice"), "[\"是\", \"是\"]"),
        new("PR0034", Error, new("Unit、Min、Max 或 Digits 用于 Number 以外的类型", "Unit, Min, Max or Digits belong to something other than a Number"), ""),
        new("PR0035", Error, new("同一端既写包含又写不包含", "an end is both inclusive and exclusive"), "\"Min\": 0, \"MinExclusive\": 0"),
        new("PR0036", Error, new("取值范围为空", "the range is empty"), "\"Min\": 2, \"Max\": 1"),
        new("PR0037", Error, new("默认值不在取值范围内或不是选项之一", "a default lies outside the range or is none of the choices"), "\"Min\": 1, \"Default\": 0"),
        new("PR0038", Error, new("表没有列", "a table has no columns"), ""),
        new("PR0039", Error, new("主键不是任何一列", "the key is none of the columns"), "\"Key\": \"编号\""),
        new("PR0040", Error, new("常量表的一行与列数不符", "a row of a constant table has too few or too many values"), ""),
        new("PR0041", Error, new("常量表的一行没有主键值，或主键重复", "a row of a constant table has no key or one that stands twice"), ""),
        new("PR0042", Error, new("定性分档没有档次", "a scale has no bands"), "\"Bands\": []"),
        new("PR0043", Error, new("档次的区间不在 0 至 1 之间或为空", "the shares of a band are not between 0 and 1, or there are none"), "\"From\": 0.8, \"To\": 0.6"),
        new("PR0044", Error, new("同一分档中有同名档次", "two bands of a scale have the same name"), ""),
    ];

    /// <summary>The indicator tree.</summary>
    public static ImmutableArray<DiagnosticDescription> Rules { get; } =
    [
        new("PR0050", Error, new("指标代码重复", "the code of a rule stands twice"), "\"Code\": \"A1\""),
        new("PR0051", Error, new("Score、Expression、Judged、Rules 须有且只有一个（Score 可与 Rules 并列）", "exactly one of Score, Expression, Judged and Rules is needed (Score may stand beside Rules)"), ""),
        new("PR0052", Error, new("Information 有 Score、Judged 或 Weight", "an Information has a Score, a Judged or a Weight"), ""),
        new("PR0053", Error, new("ForEach 嵌套在另一个 ForEach 之内", "a ForEach stands inside another"), ""),
        new("PR0054", Error, new("加分、扣分指标不在最上层", "a Bonus or Penalty stands below the top level"), ""),
        new("PR0055", Error, new("Judged 在 ForEach 之内，或没有能作名称的 Code", "a Judged stands inside a ForEach, or has no Code that is a name"), ""),
        new("PR0056", Warning, new("没有启用 C# 脚本，该指标将无法计算", "C# scripts are not enabled: the rule will fail"), "\"RuleExpressionType\": \"CSharpScript\""),
        new("PR0057", Error, new("分值为负", "a weight is negative"), "\"Weight\": -1"),
        new("PR0058", Error, new("最低分大于分值", "Min is greater than Weight"), ""),
        new("PR0059", Error, new("计分指标没有分值", "a scored rule has no Weight"), ""),
        new("PR0060", Error, new("分值合计不等于上级指标的分值或满分", "weights do not add up to the Weight of the rule above or to FullScore"), ""),
        new("PR0061", Error, new("加分、扣分指标的最低分为负", "the Min of a Bonus or Penalty is negative"), "\"Min\": -5"),
    ];
}
