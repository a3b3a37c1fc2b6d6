namespace PerfEval.Rules.Language.Binding;

/// <summary>Operands that are read, not calculated.</summary>
internal static class PlainReads
{
    extension(BoundExpression node)
    {
        /// <summary>It is an input or a cell of a row at hand: submitted as a bound it is there all the same, where anything calculated from bounds may fail.</summary>
        public bool IsPlainRead => node is BoundName { Symbol.Kind: not SymbolKind.Param } or BoundCell { Row: BoundName };
    }
}
