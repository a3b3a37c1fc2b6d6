using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>
/// One text of the language as an editor sees it: everything that is shown beside it and offered in it. None of its members throws, however broken the text;
/// places are UTF-16 offsets from 0 to the text's length. Not safe to share between threads: lambdas take slots from the scope.
/// </summary>
/// <param name="text">The text as typed.</param>
/// <param name="scope">The names that may be used.</param>
/// <param name="expected">What the place of the expression demands.</param>
/// <param name="values">Values of inputs, params and tables by slot; null: none are shown.</param>
public sealed class EditedExpression(string text, Scope scope, Expected expected = Expected.Anything, Frame? values = null)
{
    /// <summary>The text as typed.</summary>
    public string Text => text;

    /// <summary>The names that may be used.</summary>
    public Scope Scope => scope;

    /// <summary>What the place demands.</summary>
    public Expected Expected => expected;

    /// <summary>Values by slot, or null.</summary>
    public Frame? Values => values;

    /// <summary>The text bound in its scope.</summary>
    public Expression Expression => field ??= Expression.Compile(text, scope, expected);

    /// <summary>All that is wrong, by position, with corrections.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Expression.Diagnostics;

    internal LexedText Lexed => field ??= LexedText.Of(text);

    /// <summary>Every token and comment with what it is, in the order of the text.</summary>
    public ImmutableArray<ClassifiedSpan> Classify() => Classifier.Classify(Lexed, scope);

    /// <summary>What may be typed at a caret.</summary>
    public CompletionList Complete(int caret) => Completer.Complete(this, Within(caret));

    /// <summary>What there is to know of the word at a place, or null.</summary>
    public Hover? HoverAt(int place) => HoverFinder.At(this, Within(place));

    /// <summary>How the function around a caret is called, or null.</summary>
    public SignatureHelp? SignatureAt(int caret) => SignatureFinder.At(this, Within(caret));

    /// <summary>The text in its canonical writing, line breaks and comments kept; null where it has syntax errors.</summary>
    public string? Format() => Formatter.Format(text);

    /// <summary>The name used at a place, or null: its definition is the symbol's, or the place in this text for a lambda's parameter.</summary>
    public NameUse? NameAt(int place) => NameUses.At(this, Within(place));

    /// <summary>Every use of a declared name (normalised) in this text.</summary>
    public ImmutableArray<TextSpan> UsesOf(string name) => NameUses.Of(Lexed, name);

    /// <summary>Every use of a column (normalised) of a table in this text.</summary>
    public ImmutableArray<TextSpan> UsesOfColumn(string table, string column) => NameUses.OfColumn(this, table, column);

    /// <summary>What every sub-expression came to, the whole first; empty without values or with errors.</summary>
    public ImmutableArray<InlayValue> ShowValues() => InlayFinder.Of(this);

    /// <summary>Gives the name at a place another one, within this text: a lambda's parameter, or every use of a declared name.</summary>
    public Renaming Rename(int place, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        if (NameAt(place) is not { Table: null } use)
            return Renaming.Refused(new("此处没有可以改名的名称", "there is no name to rename here"));
        if (Renaming.FindObstacle(newName, scope) is { } obstacle)
            return Renaming.Refused(obstacle);
        var normal = Names.Normalize(newName);
        if (NameUses.IsLambdaParameter(Lexed, normal))
            return Renaming.Refused(new($"`{newName}` 已是此处每一行的名称", $"`{newName}` is already the parameter of a lambda here"));
        var spans = use.Declaration is null ? UsesOf(use.Name) : NameUses.OfLambdaParameter(Lexed, use.Name);
        return new([.. spans.Select(span => new TextChange(span, newName))], null);
    }

    private int Within(int place) => Math.Clamp(place, 0, text.Length);
}
