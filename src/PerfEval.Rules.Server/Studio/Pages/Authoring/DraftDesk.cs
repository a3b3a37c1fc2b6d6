using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>One document on the desk: forms and the text tab change the same text, and one undo reaches across both.</summary>
public sealed class DraftDesk
{
    private const int MaxSteps = 300;

    private readonly List<Step> undo = [];
    private readonly List<Step> redo = [];

    public DraftDesk(string text, IScriptCompiler? scripts = null)
    {
        Editor = RubricEditor.Open(text, scripts);
        Document = Editor.Document;
    }

    /// <summary>The text with its services.</summary>
    public RubricEditor Editor { get; private set; }

    public string Text => Editor.Text;

    /// <summary>The document; while the text is none, the last one it was.</summary>
    public Rubric? Document { get; private set; }

    /// <summary>Whether the text is a document at present: only then can forms change it.</summary>
    public bool IsReadable => Editor.Document is not null;

    public bool CanUndo => undo.Count > 0;

    public bool CanRedo => redo.Count > 0;

    /// <summary>Changes the text.</summary>
    /// <param name="place">What is being edited: strokes at one place are undone together; empty: a step of its own.</param>
    /// <param name="carried">The name that this changes elsewhere, too.</param>
    public void Change(string text, string place, CarriedName? carried = null) => Change(Editor.WithText(text), place, carried);

    /// <summary>Changes parts of the text.</summary>
    public void Change(IEnumerable<TextChange> changes, string place, CarriedName? carried = null) => Change(Editor.With(changes), place, carried);

    /// <summary>Takes the text as an editor of it has it already.</summary>
    public void Change(RubricEditor changed, string place, CarriedName? carried = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Text == Text)
            return;
        if (undo is not [.., var last] || place.Length == 0 || last.Place != place || redo.Count > 0)
            undo.Add(new(Text, place, carried?.Back));
        if (undo.Count > MaxSteps)
            undo.RemoveAt(0);
        redo.Clear();
        Show(changed);
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The name that is to be changed elsewhere with it; null: none.</returns>
    public CarriedName? Undo() => Move(undo, redo);

    /// <summary>Takes the step that was taken back again.</summary>
    /// <inheritdoc cref="Undo" path="/returns"/>
    public CarriedName? Redo() => Move(redo, undo);

    // What is typed next begins a step of its own.
    private CarriedName? Move(List<Step> from, List<Step> to)
    {
        if (from is not [.., var last])
            return null;
        from.RemoveAt(from.Count - 1);
        to.Add(new(Text, "", last.Carried?.Back));
        Show(Editor.WithText(last.Text));
        return last.Carried;
    }

    private void Show(RubricEditor editor)
    {
        Editor = editor;
        Document = editor.Document ?? Document;
    }

    // The text to go back to, and the name to change elsewhere on the way.
    private sealed record Step(string Text, string Place, CarriedName? Carried);
}
