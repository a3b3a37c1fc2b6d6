using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Editing;

// The services of the language inside the document's expressions.
public sealed partial class RubricEditor
{
    private static readonly ImmutableHashSet<string> ExpressionProperties =
        ["Score", "Expression", "When", "NotApplicableWhen", "ZeroWhen", "FullWhen", "ReasonWhen", "RequiredWhen", "ForEach", "Weight", "Tolerance"];

    private static readonly ImmutableHashSet<string> TemplateProperties = ["RuleName", "Code", "Message", "ErrorMessage"];

    /// <summary>The expression around a place, or null.</summary>
    public ExpressionPlace? ExpressionAt(int place) => ExpressionAt(place, null);

    /// <summary>The expressions of a property: the whole text, or those in its holes; empty where it holds none.</summary>
    public ImmutableArray<ExpressionPlace> ExpressionsOf(string path) => ExpressionsOf(path, null);

    /// <summary>A text as though it stood at a property: with the names that are seen there, whatever the property holds now. Null: no expression belongs there.</summary>
    /// <param name="path">JSON Pointer of a property that holds an expression, or of one that its rule or check does not have yet; empty: what every expression sees.</param>
    public EditedExpression? Express(string text, string path, Frame? values = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
            return new(text, Globals, Expected.Anything, values);
        return SiteOf(path) is { } site ? new(text, site.Offered, site.Expected, values) : null;
    }

    /// <summary>Tokens of all expressions between two places, for highlighting inside the document.</summary>
    public ImmutableArray<ClassifiedSpan> Classify(TextSpan within) =>
    [
        .. analysis.Sites.Keys.SelectMany(path => ExpressionsOf(path, null)).Where(place => place.Span.End >= within.Start && place.Span.Start <= within.End)
            .SelectMany(place => place.Expression.Classify().Select(span => span with { Span = place.ToDocument(span.Span) })).OrderBy(span => span.Span.Start),
    ];

    /// <summary>What may be typed at a caret: in an expression its names, elsewhere properties and words of the document.</summary>
    public CompletionList Complete(int caret, Frame? values = null)
    {
        if (ExpressionAt(caret, values) is not { } place || place.FromDocument(caret) is not { } at)
            return DocumentCompleter.Complete(this, DocumentPlace.At(root, caret), caret);
        var list = place.Expression.Complete(at);
        return new(place.ToDocument(list.Replaced), [.. list.Items.Select(item => item with
        {
            InsertText = place.Map.Write(item.InsertText),
            CaretBack = place.Map.Write(item.InsertText[^item.CaretBack..]).Length,
        })]);
    }

    /// <summary>What there is to know of the word at a place: in an expression its meaning, elsewhere the property's.</summary>
    public Hover? HoverAt(int place, Frame? values = null)
    {
        if (ExpressionAt(place, values) is { } found && found.FromDocument(place) is { } at)
            return found.Expression.HoverAt(at) is { } hover ? hover with { Span = found.ToDocument(hover.Span) } : null;
        return DocumentPlace.At(root, place) is { IsInName: true, Property: { } property, Member: { } member }
            ? new(member.NameSpan, property.Name, new("属性", "property")) { Description = new(property.Zh, property.En) }
            : null;
    }

    /// <summary>How the function around a caret is called, or null.</summary>
    public SignatureHelp? SignatureAt(int caret) =>
        ExpressionAt(caret) is { } place && place.FromDocument(caret) is { } at ? place.Expression.SignatureAt(at) : null;

    /// <summary>The changes that format the expression at a place; empty where it has errors or is formatted.</summary>
    public ImmutableArray<TextChange> Format(int place) =>
        ExpressionAt(place) is { } found && found.Expression.Format() is { } formatted && formatted != found.Expression.Text
            ? [found.ToDocument(new TextChange(new(0, found.Expression.Text.Length), formatted))]
            : [];

    /// <summary>What the sub-expressions of the expression at a place came to.</summary>
    public ImmutableArray<InlayValue> ShowValues(int place, Frame values) =>
        ExpressionAt(place, values) is { } found ? [.. found.Expression.ShowValues().Select(value => value with { Span = found.ToDocument(value.Span) })] : [];

    internal ImmutableArray<ExpressionPlace> ExpressionsOf(string path, Frame? values)
    {
        if (TextMap.Of(Text, DocumentPlace.Find(root, path) is (var node, _, true) ? node : null) is not { } map)
            return [];
        if (SiteOf(path) is not { } site)
            return [];
        var holes = site.IsTemplate ? TextTemplate.HolesIn(map.Text) : [new TextSpan(0, map.Text.Length)];
        return [.. holes.Select(hole => new ExpressionPlace(path, hole, new(map.Text.Substring(hole.Start, hole.Length), site.Offered, site.Expected, values)) { Map = map })];
    }

    internal Scope Globals => analysis.Globals;

    internal IEnumerable<string> ExpressionPaths => analysis.Sites.Keys;

    // A property that was not there when the document was linked sees what the name of its rule or check sees.
    private ExpressionSite? SiteOf(string path)
    {
        if (analysis.Sites.TryGetValue(path, out var known))
            return known;
        var cut = path.LastIndexOf('/');
        var name = path[(cut + 1)..];
        if (!ExpressionProperties.Contains(name) && !TemplateProperties.Contains(name))
            return null;
        var scope = (analysis.Sites.GetValueOrDefault($"{path[..cut]}/RuleName") ?? analysis.Sites.GetValueOrDefault($"{path[..cut]}/Name"))?.Offered ?? analysis.Globals;
        var expected = name switch
        {
            "Score" or "Weight" => Expected.PlainNumber,
            "ForEach" => Expected.Table,
            _ => name.EndsWith("When", StringComparison.Ordinal) ? Expected.Bool : Expected.Anything,
        };
        return new(path, scope, scope, expected, TemplateProperties.Contains(name));
    }

    private ExpressionPlace? ExpressionAt(int place, Frame? values)
    {
        var at = DocumentPlace.At(root, place);
        return at.IsInName || at.Node is null ? null : ExpressionsOf(at.Path, values).FirstOrDefault(found => found.FromDocument(place) is not null);
    }
}
