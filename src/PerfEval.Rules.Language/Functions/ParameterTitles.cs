using System.Diagnostics;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

/// <summary>How messages and documentation name what a parameter takes.</summary>
public static class ParameterTitles
{
    extension(ParameterKind kind)
    {
        /// <summary>What it takes, in the words of an author.</summary>
        public Bilingual Title => kind switch
        {
            ParameterKind.Number => new("数值或金额", "a number"),
            ParameterKind.Whole => new("整数", "a whole number"),
            ParameterKind.Bool => new("是非值", "true or false"),
            ParameterKind.Text => new("文本", "a text"),
            ParameterKind.TextOrSet => new("文本或多选", "a text or a set of choices"),
            ParameterKind.Date => new("日期", "a date"),
            ParameterKind.Any => new("任何值", "any value"),
            ParameterKind.Table => new("表", "a table"),
            ParameterKind.RowNumber => new("每行的数值", "a number for each row"),
            ParameterKind.RowBool => new("每行的是非值", "true or false for each row"),
            _ => throw new UnreachableException(),
        };
    }
}
