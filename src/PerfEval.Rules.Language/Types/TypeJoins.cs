namespace PerfEval.Rules.Language.Types;

internal static class TypeJoins
{
    extension(ExpressionType type)
    {
        /// <summary>The type of a value that is one or the other; null where no type is both. Choices that differ give any text.</summary>
        public ExpressionType? Join(ExpressionType other) => (type, other) switch
        {
            (ErrorType, _) or (_, ErrorType) => ExpressionType.Error,
            (NumberType left, NumberType right) => left.Join(right),
            (TextType left, TextType right) => left.Equals(right) ? left : ExpressionType.Text,
            _ => type.Equals(other) ? type : null,
        };
    }
}
