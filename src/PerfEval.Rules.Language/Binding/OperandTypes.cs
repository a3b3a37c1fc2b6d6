using System.Diagnostics;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

internal static class OperandTypes
{
    extension(ExpressionType type)
    {
        /// <summary>What it can be for an operator, the likelier first; empty for what no operator takes.</summary>
        public OperandKind[] OperandKinds => type switch
        {
            NumberType { Measure: Measure.Plain } => [OperandKind.Plain],
            NumberType { Measure: Measure.Money } => [OperandKind.Money],
            NumberType => [OperandKind.Plain, OperandKind.Money],
            BoolType => [OperandKind.Bool],
            TextType => [OperandKind.Text],
            DateType => [OperandKind.Date],
            _ => [],
        };
    }

    extension(OperandKind kind)
    {
        public ExpressionType Type => kind switch
        {
            OperandKind.Plain => ExpressionType.Number,
            OperandKind.Money => ExpressionType.Money,
            OperandKind.Bool => ExpressionType.Bool,
            OperandKind.Text => ExpressionType.Text,
            OperandKind.Date => ExpressionType.Date,
            _ => throw new UnreachableException(),
        };
    }
}
