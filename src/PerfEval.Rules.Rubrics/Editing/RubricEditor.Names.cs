using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>Where something is declared in the document.</summary>
/// <param name="Path">JSON Pointer of what is declared: an input, a table, a param, a rule, a column.</param>
/// <param name="Span">Its name in the text.</param>
public sealed record Declaration(string Path, TextSpan Span);

// Names from where they are used to where they are declared, and back.
public sealed partial class RubricEditor
{
    /// <summary>Where the name at a place is declared: of an input, table, param, column or judged rule; in an expression also the code in <c>score("…")</c>. Null: nowhere in the document.</summary>
    public Declaration? DefinitionAt(int place)
    {
        if (ExpressionAt(place) is not { } found || found.FromDocument(place) is not { } at)
            return null;
        if (found.Expression.NameAt(at) is not { } use)
            return CodeAt(found.Expression, at) is { } code ? RuleByCode(code) : null;
        if (use.Declaration is { } own)
            return new(found.Path, found.ToDocument(own));
        return use.Table is { } table ? ColumnOf(table.Name, use.Name) : use.Symbol is { } symbol ? DeclarationOf(symbol.Name, found.Path) : null;
    }

    /// <summary>Where a name is declared that an expression at <paramref name="usedAt"/> sees, or null.</summary>
    public Declaration? DeclarationOf(string name, string usedAt = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(usedAt);
        var normal = Names.Normalize(name);
        return Declarations().Where(item => item.Name == normal && IsSeen(item, usedAt)).Select(item => new Declaration(item.Path, item.Span)).LastOrDefault();
    }

    /// <summary>Every use of the name declared or used at a place: the places of the document, the declaration first.</summary>
    public ImmutableArray<TextSpan> ReferencesAt(int place) => TargetAt(place) is { } target ? [target.Span, .. UsesOf(target).Select(use => use.Place.ToDocument(use.Span))] : [];

    /// <summary>
    /// Gives the input, table, param or column at a place another name in the whole document: its declaration, every expression and hole, and where choices are taken from.
    /// </summary>
    public Renaming Rename(int place, string newName) => TargetAt(place) is { } target
        ? Rename(target, newName)
        : ColumnAt(place) is { } column
        ? RenameColumn(column.Table, column.Declared.Name, newName)
        : ExpressionAt(place) is { } found && found.FromDocument(place) is { } at && found.Expression.NameAt(at) is { Declaration: not null }
            ? found.Expression.Rename(at, newName) is var local ? local with { Changes = found.ToDocument(local.Changes) } : local
            : Renaming.Refused(new("此处没有可以改名的数据项、常量表、参数或列", "there is no input, table, param or column to rename here"));

    /// <summary>Gives a declared name another one in the whole document.</summary>
    public Renaming Rename(string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Declarations().FirstOrDefault(item => item.Name == Names.Normalize(name)) is { } target
            ? Rename(target, newName)
            : Renaming.Refused(new($"没有名称 `{name}`", $"there is no name `{name}`"));
    }

    private Renaming Rename(Named target, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        if (target.IsCode)
            return Renaming.Refused(new("评定指标的名称就是它的代码，请修改 Code", "the name of a judged rule is its code: change the Code"));
        if (Renaming.FindObstacle(newName, Globals) is { } obstacle)
            return Renaming.Refused(obstacle);
        var normal = Names.Normalize(newName);
        if (Declarations().Any(item => item.Name == normal && (IsSeen(item, target.Path) || IsSeen(target, item.Path))))
            return Renaming.Refused(new($"名称 `{newName}` 已被使用", $"the name `{newName}` is already taken"));
        var uses = UsesOf(target).ToList();
        if (uses.Exists(use => use.Place.Expression.UsesOf(normal).IsEmpty && NameUses(use.Place, normal)))
            return Renaming.Refused(new($"`{newName}` 已是某个表达式中每一行的名称", $"`{newName}` is already the parameter of a lambda"));
        var changes = uses.Select(use => use.Place.ToDocument(new TextChange(use.Span, newName))).Append(new(target.Content, newName)).Concat(ChoicesFrom(target, newName));
        return new([.. changes.OrderBy(change => change.Span.Start)], null);
    }

    private static bool NameUses(ExpressionPlace place, string name) =>
        place.Expression.Text.Contains(name, StringComparison.Ordinal) && place.Expression.Classify().Any(span => span.Class == SpanClass.LambdaParameter && span.Span.Of(place.Expression.Text).SequenceEqual(name));

    private IEnumerable<(ExpressionPlace Place, TextSpan Span)> UsesOf(Named target) =>
        from path in ExpressionPaths
        where IsSeen(target, path)
        from place in ExpressionsOf(path)
        from span in place.Expression.UsesOf(target.Name)
        select (place, span);

    // `"Choices": "表1.类别"` names a table.
    private IEnumerable<TextChange> ChoicesFrom(Named target, string newName) =>
        from input in Elements("/Inputs").Concat(Elements("/Inputs").SelectMany(item => Elements(item.Path + "/Columns")))
        let text = input.Node.Find("Choices")?.Value as DocumentString
        where text is not null && TextMap.Decode(Text, text).StartsWith(target.Name + ".", StringComparison.Ordinal)
        select new TextChange(new(text.Content.Start, target.Name.Length), newName);

    private Named? TargetAt(int place)
    {
        if (Declarations().FirstOrDefault(item => item.Span.Start <= place && place <= item.Span.End) is { } declared)
            return declared;
        if (ExpressionAt(place) is not { } found || found.FromDocument(place) is not { } at || found.Expression.NameAt(at) is not { Symbol: { Kind: not SymbolKind.LambdaParameter } symbol })
            return null;
        return Declarations().LastOrDefault(item => item.Name == symbol.Name && IsSeen(item, found.Path));
    }

    private static string? CodeAt(Language.Editing.EditedExpression expression, int at) =>
        expression.Classify().FirstOrDefault(span => span.Class == SpanClass.Text && span.Span.Start <= at && at <= span.Span.End) is { Span.Length: > 2 } text
            ? expression.Text.Substring(text.Span.Start + 1, text.Span.Length - 2)
            : null;
}
