using System.Collections.Immutable;
using static PerfEval.Rules.Language.Text.DiagnosticSeverity;

namespace PerfEval.Rules.Language.Text;

// One row per code of the binder; a test finds every code in its example.
internal sealed partial class DiagnosticBag
{
    internal static ImmutableArray<DiagnosticDescription> BindingCatalogue { get; } =
    [
        new("PE0101", Error, new("没有这个名称；消息给出最接近的", "there is no such name; the message gives the nearest"), "预算树 * 2"),
        new("PE0102", Error, new("列要通过行取得，不能单独写", "a column stands without its row"), "完成率 * 2"),
        new("PE0103", Error, new("运算符不能用于这样的值；金额与普通数值不能相加或比较", "an operator is not defined for such values; money and plain numbers are neither added nor compared"), "预算数 + 人数"),
        new("PE0104", Error, new("与金额相对的数没有写单位（0 除外）", "a number that meets money has no unit (0 needs none)"), "预算数 > 50"),
        new("PE0105", Error, new("null 只能用作模式，不是值", "null is a pattern only, and no value"), "人数 + null"),
        new("PE0106", Error, new("用 == 或 != 判断缺失，应写 is null 或 is not null", "a missing value is sought with == or != instead of is null or is not null"), "人数 == null"),
        new("PE0107", Error, new("文本不在选项之中；消息给出最接近的", "a text is none of the choices; the message gives the nearest"), "等级 == \"优\""),
        new("PE0108", Warning, new("百分数与以其他单位计的数相比", "a percentage meets a number of another unit"), "人数 >= 90%"),
        new("PE0109", Error, new("除数写作 0", "the divisor is written as 0"), "人数 / 0"),
        new("PE0110", Error, new("条件不是是非值", "a condition is not true or false"), "人数 ? 1 : 2"),
        new("PE0111", Error, new("?:、?? 或 switch 的各分支类型不一致", "the branches of ?:, ?? or switch are of different types"), "是否公开 ? 1 : \"无\""),
        new("PE0112", Error, new("表达式的类型与所在位置不符，例如分值是金额", "the whole expression is not of the type that its place demands, such as points that are money"), "预算数 * 2"),
        new("PE0113", Error, new("函数没有写括号和参数", "a function is written without brackets and arguments"), "min + 1"),
        new("PE0114", Warning, new("与百分数相比的数没有写 %，数值是 2（即 200%）或更大", "a number of 2 or more, which means 200% or more, meets a percentage without a percent sign"), "执行率 >= 90"),
        new("PE0120", Error, new("表没有这一列；消息给出最接近的", "a table has no such column; the message gives the nearest"), "row.金客"),
        new("PE0121", Error, new("点号之前不是行", "what stands before the point has no columns"), "人数.金额"),
        new("PE0122", Error, new("对整张表取列，应通过函数或键取得行", "a column is taken of a whole table instead of a row"), "项目.预算"),
        new("PE0123", Error, new("方括号之前不是有键的表", "what stands before the brackets is no table with a key"), "记录[1]"),
        new("PE0124", Error, new("键的类型不符", "a key is of another type than the table's"), "台账[\"27\"]"),
        new("PE0125", Error, new("没有这个代码；消息给出最接近的", "there is no such code; the message gives the nearest"), "score(\"LH16\")"),
        new("PE0130", Error, new("没有这个函数；消息给出最接近的", "there is no such function; the message gives the nearest"), "abss(人数)"),
        new("PE0131", Error, new("参数个数不符", "a function has too few or too many arguments"), "round(1, 2, 3)"),
        new("PE0132", Error, new("参数类型不符", "an argument is of another type"), "abs(单位名称)"),
        new("PE0133", Error, new("参数中既有金额又有普通数值", "some arguments are money, some are plain numbers"), "min(预算数, 人数)"),
        new("PE0134", Error, new("不是表函数却写在点号之后", "a function that takes no table is written after a dot"), "人数.abs()"),
        new("PE0135", Error, new("x => … 写在了表函数的参数之外", "x => … stands elsewhere than as an argument of a table function"), "abs(x => x)"),
        new("PE0136", Error, new("表函数的参数没有写成 p => …", "an argument of a table function is not written p => …"), "项目.Sum(完成率)"),
        new("PE0137", Error, new("=> 之前的名字已有含义", "the name before => already has a meaning"), "项目.Sum(人数 => 人数.预算)"),
        new("PE0138", Error, new("参数须为整数", "an argument has to be whole"), "round(比值, 1.5)"),
        new("PE0140", Error, new("模式中写了常量以外的值", "a pattern has something other than a constant"), "人数 is > 编制"),
        new("PE0141", Error, new("模式中的常量与所判断的值类型不同", "the constant of a pattern is of another type than the value"), "人数 is \"5\""),
        new("PE0142", Error, new("大小比较的模式用于数值、金额、日期以外的值", "a relational pattern is used on something other than numbers, money and dates"), "单位名称 is > \"甲\""),
        new("PE0143", Error, new("switch 没有覆盖所有值；消息给出一个未覆盖的值", "a switch does not cover every value; the message shows one"), "执行率 switch { >= 90% => 5, < 80% => 0 }"),
        new("PE0144", Warning, new("分支永远到不了，消息指出被哪一项盖住", "an arm is never reached; the message names the arm that hides it"), "执行率 switch { >= 80% => 5, >= 90% => 6, _ => 0 }"),
        new("PE0145", Warning, new("没有值符合模式", "no value matches a pattern"), "人数 is > 5 and < 3"),
        new("PE0146", Error, new("没有这一天", "there is no such day"), "开始日 is date(2021, 2, 29)"),
    ];
}
