using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>
/// A rubric document as an editor sees it: the text as typed with everything that is shown beside it and offered in it. Immutable: every change gives another one,
/// which takes over what the change left as it was; a change within one expression binds that expression alone. None of its members throws, however broken the text.
/// Places are UTF-16 offsets. One editor serves one thread at a time.
/// </summary>
public sealed partial class RubricEditor
{
    private readonly DocumentNode? root;
    private readonly DocumentAnalysis analysis;
    private readonly ImmutableDictionary<string, ImmutableArray<RubricDiagnostic>> rebound;

    private readonly IScriptCompiler? scripts;

    // Whether the analysis is of this very text, but for the expressions bound anew.
    private readonly bool isCurrent;

    private RubricEditor(string text, DocumentNode? root, DocumentAnalysis analysis, ImmutableDictionary<string, ImmutableArray<RubricDiagnostic>> rebound, bool isCurrent, IScriptCompiler? scripts)
    {
        Text = text;
        this.scripts = scripts;
        this.root = root;
        this.analysis = analysis;
        this.rebound = rebound;
        this.isCurrent = isCurrent;
    }

    /// <summary>The text as typed.</summary>
    public string Text { get; }

    /// <summary>The document; null where the text is no rubric at all.</summary>
    public Rubric? Document => Whole.Document;

    /// <summary>The rubric, ready to score; null while anything is an error.</summary>
    public CompiledRubric? Rubric => Whole.Compiled;

    /// <summary>All that is wrong, by position. Of a text that is no JSON, where it ceases to be.</summary>
    public ImmutableArray<DocumentProblem> Problems => field.IsDefault ? field = FindProblems() : field;

    private DocumentAnalysis Whole => field ??= isCurrent && rebound.IsEmpty ? analysis : DocumentAnalysis.Of(Text, scripts);

    /// <summary>Opens a text.</summary>
    /// <param name="text">The text of a rubric, as far as it is one.</param>
    /// <param name="scripts">What compiles rules written in C#; null: they do not run.</param>
    public static RubricEditor Open(string text, IScriptCompiler? scripts = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var analysis = DocumentAnalysis.Of(text, scripts);
        return new(text, DocumentParser.Parse(text), analysis, ImmutableDictionary<string, ImmutableArray<RubricDiagnostic>>.Empty, analysis.Fault is null, scripts);
    }

    /// <summary>The document after changes, which are ordered by position and do not overlap.</summary>
    public RubricEditor With(IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return WithText(new TextFix(Bilingual.Same(""), [.. changes]).Apply(Text));
    }

    /// <summary>The document with another text. What the two have in common is not analysed again where only one expression differs.</summary>
    public RubricEditor WithText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Text)
            return this;
        var parsed = DocumentParser.Parse(text);
        if (isCurrent && FindReplacement(text, parsed) is var (path, diagnostics))
            return new(text, parsed, analysis, rebound.SetItem(path, diagnostics), isCurrent: true, scripts);
        var fresh = DocumentAnalysis.Of(text, scripts);

        // While the text is no JSON, the names of before serve on.
        return fresh.Fault is null
            ? new(text, parsed, fresh, ImmutableDictionary<string, ImmutableArray<RubricDiagnostic>>.Empty, isCurrent: true, scripts)
            : new(text, parsed, analysis with { Fault = fresh.Fault, Document = null, Compiled = null }, rebound, isCurrent: false, scripts);
    }

    /// <summary>Where a property or element stands, and a stretch of its text within it; of an unknown pointer, its nearest known parent.</summary>
    public TextSpan Locate(string path, TextSpan? span = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (node, member, isExact) = DocumentPlace.Find(root, path);
        if (isExact && span is { } inside && TextMap.Of(Text, node) is { } map)
            return map.ToDocument(inside);
        return node?.Span ?? member?.NameSpan ?? new(0, 0);
    }

    /// <summary>JSON Pointer of the innermost property or element at a place.</summary>
    public string PathAt(int place) => DocumentPlace.At(root, place).Path;

    /// <summary>The value at a JSON Pointer, or null.</summary>
    internal DocumentNode? Find(string path) => DocumentPlace.Find(root, path) is (var node, _, true) ? node : null;

    /// <summary>The line and column of a place, both from 1.</summary>
    public Reading.LinePosition LineOf(int place)
    {
        var before = Text.AsSpan(0, Math.Clamp(place, 0, Text.Length));
        return new(before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }
}
