using System.Diagnostics;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Types;

/// <summary>How messages and documentation name a type.</summary>
public static class TypeTitles
{
    extension(ExpressionType type)
    {
        /// <summary>The type in the words of an author: 数值 / number.</summary>
        public Bilingual Title => type switch
        {
            NumberType { Measure: Measure.Money } => new("金额", "money"),
            NumberType => new("数值", "number"),
            BoolType => new("是非值", "true or false"),
            TextType { Choices.IsEmpty: true } => new("文本", "text"),
            TextType => new("选项", "choice"),
            TextSetType => new("多选", "set of choices"),
            DateType => new("日期", "date"),
            RowType row => new($"表 `{row.Table.Name}` 的行", $"row of `{row.Table.Name}`"),
            TableType table => new($"表 `{table.Name}`", $"table `{table.Name}`"),
            ErrorType => new("错误", "error"),
            _ => throw new UnreachableException(),
        };
    }
}
