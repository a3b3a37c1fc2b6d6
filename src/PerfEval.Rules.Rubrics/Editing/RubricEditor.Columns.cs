using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

// Columns have their names within a table: two tables may each have one of the same name.
public sealed partial class RubricEditor
{
    /// <summary>A declared column.</summary>
    /// <param name="TablePath">JSON Pointer of its table.</param>
    private sealed record NamedColumn(string Table, string TablePath, Named Declared);

    /// <summary>
    /// Gives a column of an input or constant table another name in the whole document: its declaration, every expression, the table's key, and where choices are
    /// taken from.
    /// </summary>
    public Renaming RenameColumn(string table, string column, string newName)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(newName);
        var siblings = Columns().Where(item => item.Table == Names.Normalize(table)).ToList();
        if (siblings.Find(item => item.Declared.Name == Names.Normalize(column)) is not { } target)
            return Renaming.Refused(new($"常量表或数据项 `{table}` 没有列 `{column}`", $"`{table}` has no column `{column}`"));
        if (Renaming.FindObstacle(newName, new Scope(null, [], new())) is { } obstacle)
            return Renaming.Refused(obstacle);
        if (siblings.Exists(item => item.Declared.Name == Names.Normalize(newName)))
            return Renaming.Refused(new($"列 `{newName}` 已有", $"there is a column `{newName}` already"));
        var changes = UsesOf(target).Append(new(target.Declared.Content, newName)).Concat(KeyOf(target, newName)).Concat(ChoicesFromColumn(target, newName));
        return new([.. changes.OrderBy(change => change.Span.Start)], null);

        IEnumerable<TextChange> UsesOf(NamedColumn renamed) =>
            from path in ExpressionPaths
            from place in ExpressionsOf(path)
            from span in place.Expression.UsesOfColumn(renamed.Table, renamed.Declared.Name)
            select place.ToDocument(new TextChange(span, newName));
    }

    private IEnumerable<NamedColumn> Columns() =>
        from table in NamedLists.SelectMany(Elements)
        let owner = Name(table, "Name", "", false)
        where owner is not null
        from column in Elements(table.Path + "/Columns")
        let declared = Name(column, "Name", "", false)
        where declared is not null
        select new NamedColumn(owner.Name, table.Path, declared);

    private NamedColumn? ColumnAt(int place)
    {
        if (Columns().FirstOrDefault(item => item.Declared.Span.Start <= place && place <= item.Declared.Span.End) is { } declared)
            return declared;
        return ExpressionAt(place) is { } found && found.FromDocument(place) is { } at && found.Expression.NameAt(at) is { Table: { } table } use
            ? Columns().FirstOrDefault(item => item.Table == table.Name && item.Declared.Name == use.Name)
            : null;
    }

    private IEnumerable<TextChange> KeyOf(NamedColumn column, string newName) =>
        (Find(column.TablePath) as DocumentObject)?.Find("Key")?.Value is DocumentString key && Names.Normalize(TextMap.Decode(Text, key)) == column.Declared.Name
            ? [new(key.Content, newName)]
            : [];

    // `"Choices": "表1.类别"` names a table and its column.
    private IEnumerable<TextChange> ChoicesFromColumn(NamedColumn column, string newName) =>
        from input in Elements("/Inputs").Concat(Elements("/Inputs").SelectMany(item => Elements(item.Path + "/Columns")))
        let text = input.Node.Find("Choices")?.Value as DocumentString
        where text is not null && Names.Normalize(TextMap.Decode(Text, text)) == $"{column.Table}.{column.Declared.Name}"
        let dot = Text.IndexOf('.', text.Content.Start)
        select new TextChange(TextSpan.FromBounds(dot + 1, text.Content.End), newName);
}
