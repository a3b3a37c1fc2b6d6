using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Text;

// One row per code of lexer and parser; a test finds every code in its example.
internal sealed partial class DiagnosticBag
{
    internal static ImmutableArray<DiagnosticDescription> SyntaxCatalogue { get; } =
    [
        SyntaxRow("PE0001", "表达式超过 8000 个字符", "the expression has more than 8,000 characters", new('1', 8_001)),
        SyntaxRow("PE0002", "表达式超过 2000 个词和符号", "the expression has more than 2,000 words and signs", new('-', 2_001)),
        SyntaxRow("PE0003", "括号或其他结构嵌套超过 100 层", "brackets or other constructs are nested more than 100 deep", new('(', 101)),
        SyntaxRow("PE0004", "有不能使用的字符，消息中给出其码位", "there is a character that can't be used; the message names its code point", "a # b"),
        SyntaxRow("PE0005", "误用了中文标点，应写对应的运算符", "a Chinese punctuation mark stands for a sign", "a 》 b"),
        SyntaxRow("PE0006", "金额写了货币符号，应在数字后写 元、万元 或 亿元", "money has a currency sign; its unit 元, 万元 or 亿元 belongs behind the number", "￥50"),
        SyntaxRow("PE0007", "文本缺少右引号（文本不能跨行）", "a text literal has no closing quotation mark in its line", "等级 == \"优"),
        SyntaxRow("PE0008", "文本的引号不成对或不是规定的引号", "a text literal stands between quotation marks of other kinds", "等级 == '优'"),
        SyntaxRow("PE0009", "反斜杠后不是引号或反斜杠", "a backslash stands before something other than a quotation mark or a backslash", "\"a\\n\""),
        SyntaxRow("PE0010", "单行表达式中写了注释，其后内容会被忽略", "there is a comment in an expression of one line", "a // b"),
        SyntaxRow("PE0011", "注释写成了 /* */", "a comment is written /* */", "a /* b */"),
        SyntaxRow("PE0012", "数字的小数点不完整", "the decimal point of a number is not between digits", ".5"),
        SyntaxRow("PE0013", "数字后直接跟了其他文字", "letters other than a unit follow a number", "90分"),
        SyntaxRow("PE0014", "数字中有千分位逗号", "a number has thousands separators", "金额 > 1,000"),
        SyntaxRow("PE0015", "数字过大，或超过 28 位", "a number is too large or has more than 28 digits", "99999999999999999999999999999999"),
        SyntaxRow("PE0016", "百分号不在数字之后；没有取余运算", "the percent sign does not belong to a number; there is no remainder operator", "a % 2"),
        SyntaxRow("PE0017", "true、false、null 的大小写不对", "true, false or null is not in lower case", "TRUE"),
        SyntaxRow("PE0018", "写了 ?. 或 ?[", "there is ?. or ?[", "row?.金额"),
        SyntaxRow("PE0019", "运算符写法不对", "an operator is spelled as in other languages or in words", "a = b"),
        SyntaxRow("PE0030", "表达式为空", "the expression is empty", ""),
        SyntaxRow("PE0031", "缺少一个值", "a value is missing", "a +"),
        SyntaxRow("PE0032", "两个值之间缺少运算符", "an operator is missing between two values", "a b"),
        SyntaxRow("PE0033", "有多余的符号或词", "there is a sign or word that can't be read", "a, b"),
        SyntaxRow("PE0034", "左括号没有对应的右括号", "an opening bracket has no closing one", "(a + b"),
        SyntaxRow("PE0035", "右括号没有对应的左括号", "a closing bracket has no opening one", "a + b)"),
        SyntaxRow("PE0036", "左右括号不是一对", "a closing bracket is of another kind than the opening one", "(a + b]"),
        SyntaxRow("PE0037", "用 [ ] 或 { } 分组，应写 ( )", "terms are grouped by [ ] or { } instead of ( )", "[a + b] * c"),
        SyntaxRow("PE0038", "用分号分隔，应写逗号", "parts are separated by a semicolon instead of a comma", "min(a; b)"),
        SyntaxRow("PE0039", "条件运算缺少冒号", "a conditional has no colon", "a ? b"),
        SyntaxRow("PE0040", "点号之后缺少名称", "no name follows the point", "row."),
        SyntaxRow("PE0041", "把 _ 当作值使用", "_ is used as a value", "_ + 1"),
        SyntaxRow("PE0042", "=> 之前不是一个名称", "something other than one name stands before =>", "sum(t, (a, b) => a)"),
        SyntaxRow("PE0043", "+ 之前缺少值，或写了正号", "a plus sign has nothing on its left", "+5"),
        SyntaxRow("PE0044", "比较连写", "comparisons are chained", "0 < a < 10"),
        SyntaxRow("PE0045", "switch 紧跟在算术运算的右侧，对象不明", "a switch stands directly behind an arithmetic operator", "a * b switch { _ => 1 }"),
        SyntaxRow("PE0046", "switch 之后缺少 {", "no { follows switch", "a switch"),
        SyntaxRow("PE0047", "switch 没有分支", "a switch has no arms", "a switch { }"),
        SyntaxRow("PE0048", "分支缺少 =>", "an arm has no =>", "a switch { 1 }"),
        SyntaxRow("PE0049", "分支之间缺少逗号", "no comma stands between two arms", "a switch { 1 => 2 _ => 3 }"),
        SyntaxRow("PE0050", "缺少模式", "a pattern is missing", "a is"),
        SyntaxRow("PE0051", "模式中写了 ==", "a pattern begins with ==", "a switch { == 1 => 2, _ => 3 }"),
        SyntaxRow("PE0052", "用词语表示其他情况，应写 _", "all other values are named by a word instead of _", "a switch { 1 => 2, 其他 => 3 }"),
    ];

    private static DiagnosticDescription SyntaxRow(string code, string zh, string en, string example) =>
        new(code, DiagnosticSeverity.Error, new(zh, en), example);
}
