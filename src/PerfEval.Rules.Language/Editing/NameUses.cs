using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>A name where it is used.</summary>
/// <param name="Span">The word.</param>
/// <param name="Name">Normalised; of a column, the column's.</param>
/// <param name="Symbol">What it stands for; null for a column or an unknown name.</param>
/// <param name="Table">The table whose column it is, else null.</param>
/// <param name="Declaration">Where a lambda's parameter is declared in this text, else null.</param>
public sealed record NameUse(TextSpan Span, string Name, Symbol? Symbol, TableType? Table = null, TextSpan? Declaration = null);

/// <summary>Finds names in a text by its tokens, so that parts that cannot be parsed are not overlooked.</summary>
internal static class NameUses
{
    /// <summary>Every use of a declared name: not columns, functions, or lambda parameters of that name.</summary>
    public static ImmutableArray<TextSpan> Of(LexedText lexed, string name) =>
        IsLambdaParameter(lexed, name) ? [] : [.. Names(lexed).Where(use => use.Token.Text == name).Select(use => use.Token.Span)];

    /// <summary>Every use of a column of a table, by the type of what stands before the dot.</summary>
    public static ImmutableArray<TextSpan> OfColumn(EditedExpression edited, string table, string column) =>
        [.. edited.Lexed.Tokens.Where(token => token.Kind == TokenKind.Name && token.Text == column).Select(token => At(edited, token.Span.Start)).Where(use => use?.Table?.Name == table).Select(use => use!.Span)]; // filtered

    public static NameUse? At(EditedExpression edited, int place)
    {
        var lexed = edited.Lexed;
        if (lexed.At(place) is not { Kind: TokenKind.Name, Text: { } name } token)
            return null;
        var index = lexed.Tokens.IndexOf(token);
        if (lexed.KindAt(index + 1) == TokenKind.OpenParen)
            return null;
        var context = CaretContext.Of(lexed, token.Span.Start, edited.Scope);
        if (lexed.KindAt(index - 1) == TokenKind.Dot)
            return context.TypeOfChain(index - 2) is RowType row && row.Table.IndexOf(name) >= 0 ? new(token.Span, name, null, row.Table) : null;
        return new(token.Span, name, context.Scope.Find(name), Declaration: lexed.Tokens.Where((_, i) => lexed.KindAt(i + 1) == TokenKind.Arrow).FirstOrDefault(other => other.Text == name && other.Span.Start <= place)?.Span);
    }

    /// <summary>Whether the text has a lambda with a parameter of this name.</summary>
    public static bool IsLambdaParameter(LexedText lexed, string name) =>
        lexed.Tokens.Where((token, i) => token.Kind == TokenKind.Name && token.Text == name && (lexed.KindAt(i + 1) == TokenKind.Arrow || (lexed.KindAt(i + 1) == TokenKind.CloseParen && lexed.KindAt(i + 2) == TokenKind.Arrow))).Any();

    /// <summary>Every use within the text of the lambda parameter that is used or declared at a place.</summary>
    public static ImmutableArray<TextSpan> OfLambdaParameter(LexedText lexed, string name) => [.. Names(lexed).Where(use => use.Token.Text == name).Select(use => use.Token.Span)];

    private static IEnumerable<(Token Token, int Index)> Names(LexedText lexed) =>
        lexed.Tokens.Select((token, i) => (token, i)).Where(use => use.token.Kind == TokenKind.Name && lexed.KindAt(use.i - 1) != TokenKind.Dot && lexed.KindAt(use.i + 1) != TokenKind.OpenParen);
}
