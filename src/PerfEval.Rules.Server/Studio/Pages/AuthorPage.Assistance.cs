using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages;

// What stands behind the expression editors of the form: the expression where it is in the document.
public sealed partial class AuthorPage
{
    private Func<string, TextAssistance> assistanceOf = _ => TextAssistance.None;

    // One object per place while the trial's data stay the same: a new one makes the editor look again.
    private Func<string, TextAssistance> AssistPlaces()
    {
        var made = new Dictionary<string, TextAssistance>(StringComparer.Ordinal);
        return place => made.TryGetValue(place, out var known) ? known : made[place] = Assist(place);
    }

    private TextAssistance Assist(string place) => new()
    {
        Open = typed => PlaceOf(place, typed) is { } found ? EditedText.Of(found.Place.Expression) : null,
        FindRenamed = (typed, offset) => PlaceOf(place, typed)?.Place.Expression.NameAt(offset) is { } use && (use.Table is not null || use.Symbol is { Kind: SymbolKind.Input or SymbolKind.Param or SymbolKind.Table }) ? use.Span : null,
        Rename = (typed, offset, name) => Rename(place, typed, offset, name),
        ShowDefinition = (typed, offset) => PlaceOf(place, typed) is { } found ? Show(found.Editor.DefinitionAt(found.Place.ToDocument(new TextSpan(offset, 0)).Start)) : Task.CompletedTask,
        FindValues = typed => FindValues(place, typed),
    };

    // What was typed is checked, then taken onto the desk, then looked at with the trial's data: opened once.
    private (string Place, string Typed, RubricEditor Basis, RubricEditor Editor)? opened;

    /// <summary>The expression at a place with the text as typed, which the desk learns of only when typing pauses.</summary>
    private (RubricEditor Editor, ExpressionPlace Place)? PlaceOf(string place, string typed)
    {
        var editor = EditorOf(place, typed);
        return editor.ExpressionsOf(place) is [var only] ? (editor, only) : null;
    }

    private RubricEditor EditorOf(string place, string typed)
    {
        var basis = desk!.Editor; // the page is shown only with a desk
        if (opened is { } known && known.Place == place && known.Typed == typed && (known.Basis == basis || known.Editor == basis))
            return known.Editor;
        var editor = basis.With(RubricEdits.Set(basis.Text, place, RubricEdits.ValueOf(typed)));
        if (editor != basis)
            opened = (place, typed, basis, editor);
        return editor;
    }

    private ImmutableArray<InlayValue> FindValues(string place, string typed)
    {
        if (trial is null || PlaceOf(place, typed) is not { Editor.Rubric: { } rubric } found || trial.Rubric != rubric)
            return [];
        var values = SubmissionValues.At(trial, place);
        var start = found.Place.ToDocument(new TextSpan(0, 0)).Start;
        return
        [
            .. from value in found.Editor.ShowValues(start, values)
               let first = found.Place.FromDocument(value.Span.Start)
               let last = found.Place.FromDocument(value.Span.End)
               where first is not null && last is not null
               select value with { Span = TextSpan.FromBounds(first.Value, last.Value) },
        ];
    }
}
