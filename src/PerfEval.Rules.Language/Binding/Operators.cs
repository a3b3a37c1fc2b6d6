using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Binding;

/// <summary>What an operator takes or gives, as far as operators tell types apart.</summary>
public enum OperandKind
{
    /// <summary>A plain number.</summary>
    Plain,

    /// <summary>Money.</summary>
    Money,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A row of the table of binary operators: a new operator, or an old one on new operands, is one row.</summary>
/// <param name="Kind">The operator.</param>
/// <param name="Left">What stands on its left.</param>
/// <param name="Right">What stands on its right.</param>
/// <param name="Result">What it gives.</param>
public sealed partial record BinaryOperator(OperatorKind Kind, OperandKind Left, OperandKind Right, OperandKind Result);

/// <summary>A row of the table of unary operators.</summary>
/// <param name="Kind">The operator.</param>
/// <param name="Operand">What it takes.</param>
/// <param name="Result">What it gives.</param>
public sealed partial record UnaryOperator(OperatorKind Kind, OperandKind Operand, OperandKind Result);
