using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Names, columns and keys.
internal sealed partial class Binder
{
    private BoundExpression BindName(NameSyntax syntax)
    {
        if (scope.Find(syntax.Name) is { } symbol)
            return new BoundName(syntax, symbol) { Format = symbol.Format };

        ReportUnknown(syntax);
        return new BoundError(syntax, []);
    }

    // What is nearest at hand comes first: a column of a row, a function, a column of a table that would first have to give a row.
    private void ReportUnknown(NameSyntax syntax)
    {
        var (name, span) = (syntax.Name, syntax.Span);
        Symbol[] rows = [.. scope.Visible().Where(symbol => symbol.Type is RowType row && row.Table.IndexOf(name) >= 0).Take(2)];
        if (rows is [var first, ..])
            diagnostics.ColumnWithoutRow(span, name, ((RowType)first.Type).Table.Name, rows.Length == 1 ? first.Name : null);
        else if (scope.FindLookup(name) is { } lookup)
            diagnostics.FunctionIsNoValue(span, lookup.Name);
        else if (FunctionTable.Find(name) is [var function, ..])
            diagnostics.FunctionIsNoValue(span, function.Name);
        else if (scope.Visible().FirstOrDefault(symbol => symbol.Type is TableType table && table.IndexOf(name) >= 0) is { } owner)
            diagnostics.ColumnWithoutRow(span, name, owner.Name, row: null);
        else
            diagnostics.UnknownName(span, name, speller.FindName(name, scope));
    }

    private BoundExpression BindMember(MemberSyntax syntax)
    {
        var target = Bind(syntax.Target);
        if (target.Type is RowType { Table: var table } && table.IndexOf(syntax.Name) is >= 0 and var index)
            return new BoundCell(syntax, target, index, table.Columns[index]) { Format = table.Columns[index].Format };

        ReportNoColumn(syntax, target.Type);
        return new BoundError(syntax, [target]);
    }

    private void ReportNoColumn(MemberSyntax syntax, ExpressionType target)
    {
        if (target is ErrorType || syntax.Name.Length == 0)
            return; // reported already

        if (target is TableType table)
            ReportNoColumn(syntax, table);
        else if (target is RowType { Table: var columns })
            diagnostics.UnknownColumn(syntax.NameSpan, syntax.Name, columns, FindColumn(syntax.Name, columns));
        else
            diagnostics.NoColumns(syntax.NameSpan, syntax.Name, target);
    }

    // The nearest column is told only: behind a whole table it would be no better.
    private void ReportNoColumn(MemberSyntax syntax, TableType table)
    {
        if (table.IndexOf(syntax.Name) >= 0)
            diagnostics.ColumnOfTable(syntax.NameSpan, syntax.Name, table);
        else if (FunctionTable.Find(syntax.Name).FirstOrDefault(function => function.IsTableFunction) is { } function)
            diagnostics.FunctionIsNoValue(syntax.NameSpan, function.Name);
        else
            diagnostics.UnknownColumn(syntax.NameSpan, syntax.Name, table, FindColumn(syntax.Name, table) is { } nearest ? nearest with { IsCertain = false } : null);
    }

    private Suggestion? FindColumn(string name, TableType table) => speller.Find(name, table.Columns.Select(column => column.Name));

    private BoundExpression BindIndex(IndexSyntax syntax)
    {
        var (target, key) = (Bind(syntax.Target), Bind(syntax.Key));
        if (target.Type is not TableType { Key: { } column } table)
        {
            if (target.Type is not ErrorType)
                diagnostics.NotIndexable(syntax.Target.Span, target.Type);
            return new BoundError(syntax, [target, key]);
        }

        return key.Type is not ErrorType && IsKey(key, column)
            ? new BoundIndex(syntax, target, key, new RowType(table))
            : new BoundError(syntax, [target, key]);
    }

    private bool IsKey(BoundExpression key, Column column)
    {
        if (column.Type is NumberType { Measure: Measure.Money } && FindPlainLiteral(key) is { } plain)
            return ReportPlainLiteral(plain);
        if (key.Type.Join(column.Type) is null)
        {
            diagnostics.KeyTypeDiffers(key.Span, key.Type, column);
            return false;
        }

        return IsChoice(key, column.Type);
    }

    /// <summary>False, reported, where a text literal meets choices that it is none of.</summary>
    private bool IsChoice(BoundExpression bound, ExpressionType other)
    {
        var choices = other switch
        {
            TextType type => type.Choices,
            TextSetType type => type.Choices,
            _ => [],
        };
        if (choices.IsEmpty || bound is not BoundLiteral { Type: TextType, Value.Text: var written } || choices.Contains(written))
            return true;

        diagnostics.NotAChoice(bound.Span, written, choices, speller.Find(written, choices));
        return false;
    }
}
