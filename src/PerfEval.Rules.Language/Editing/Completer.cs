using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>Finds what may be typed at a caret. Looks at the tokens before it only, so that what follows may be anything.</summary>
internal sealed partial class Completer
{
    private readonly EditedExpression edited;
    private readonly CaretContext context;
    private readonly Token? literal;
    private readonly List<CompletionItem> items = [];

    private Completer(EditedExpression edited, CaretContext context, Token? literal)
    {
        this.edited = edited;
        this.context = context;
        this.literal = literal;
    }

    public static CompletionList Complete(EditedExpression edited, int caret)
    {
        var lexed = edited.Lexed;
        var touched = lexed.Tokens.LastOrDefault(token => token.Span.Start < caret && caret <= token.Span.End);
        var isInText = touched is { Kind: TokenKind.Text } && (caret < touched.Span.End || !IsClosed(lexed.Text, touched.Span));
        var isWord = touched is not null && LexedText.IsWord(touched);
        if (lexed.IsInComment(caret) || touched is { Kind: TokenKind.Number } or { Kind: TokenKind.Text } && !isInText)
            return new(new(caret, 0), []);

        var replaced = isInText || isWord ? touched!.Span : new(caret, 0); // both need a token
        var completer = new Completer(edited, CaretContext.Of(lexed, replaced.Start, edited.Scope), isInText ? touched : null);
        completer.AddAll();
        var typed = isWord ? lexed.Text[replaced.Start..caret] : "";
        return new(replaced, [.. completer.items.Where(item => Matches(item, typed)).DistinctBy(item => (item.Label, item.Kind)).OrderBy(item => item.Rank).ThenBy(item => item.Kind)]);
    }

    // The letters typed, in their order, anywhere in the name: 执率 finds 执行率.
    private static bool Matches(CompletionItem item, string typed)
    {
        var at = 0;
        var wanted = Names.Normalize(typed);
        foreach (var letter in item.Label)
        {
            if (at < wanted.Length && char.ToUpperInvariant(letter) == char.ToUpperInvariant(wanted[at]))
                at++;
        }

        return at == wanted.Length;
    }

    private static bool IsClosed(string text, TextSpan span) =>
        span.Length > 1 && text[span.End - 1] is '"' or '＂' or '”' or '“';

    private void AddAll()
    {
        if (context.Previous is { Kind: TokenKind.Dot })
            AddMembers(context.TypeOfChain(context.Last - 1));
        else if (IsPatternPlace() is { } operand)
            AddPatterns(operand);
        else if (context.Previous is { EndsOperand: true } && literal is null)
            AddWhatFollows();
        else
            AddValues(FindWanted());
    }

    private void AddMembers(ExpressionType type)
    {
        if (type is RowType row)
            AddColumns(row.Table, "");
        if (type is TableType table)
        {
            foreach (var function in FunctionTable.All.Where(function => function.IsTableFunction))
                Add(function, table, isAfterDot: true, rank: 1);
        }
    }

    private void AddColumns(TableType table, string before)
    {
        foreach (var column in table.Columns)
        {
            items.Add(new(before + column.Name, CompletionKind.Column, before + column.Name)
            {
                Type = column.Type.Title,
                Unit = column.Format?.Unit,
                Description = column.Description is { } written ? Bilingual.Same(written) : null,
            });
        }
    }

    private void AddWhatFollows()
    {
        var isPattern = Arm() is { } arm && !HasArrow(arm);
        string[] words = isPattern ? ["and", "or", "when"] : ["switch", "is"];
        foreach (var word in words)
            items.Add(new(word, CompletionKind.Keyword, word == "switch" ? "switch {  }" : word) { CaretBack = word == "switch" ? 2 : 0 });
        if (isPattern || !LexedFollowsBlank())
            return;
        foreach (var sign in (string[])["==", "!=", ">=", "<=", "&&", "||", "??"])
            items.Add(new(sign, CompletionKind.Keyword, sign) { Rank = 1 });
    }

    private bool LexedFollowsBlank() => context.Previous is { } previous && previous.Span.End < edited.Text.Length && char.IsWhiteSpace(edited.Text[previous.Span.End]);
}
