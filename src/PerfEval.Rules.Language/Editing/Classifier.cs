using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Editing;

/// <summary>Tokens and comments with what they are, in the order of the text.</summary>
internal static class Classifier
{
    public static ImmutableArray<ClassifiedSpan> Classify(LexedText lexed, Scope scope)
    {
        var spans = ImmutableArray.CreateBuilder<ClassifiedSpan>();
        var position = 0;
        for (var i = 0; i < lexed.Tokens.Length; i++)
        {
            var token = lexed.Tokens[i];
            AddComments(lexed.Text, position, token.Span.Start, spans);
            spans.Add(new(token.Span, ClassOf(lexed, i, scope)));
            position = token.Span.End;
        }

        if (lexed.Tokens.Length > 0)
            AddComments(lexed.Text, position, lexed.Text.Length, spans);
        return spans.ToImmutable();
    }

    // Between two tokens stand blanks and comments only.
    private static void AddComments(string text, int start, int end, ImmutableArray<ClassifiedSpan>.Builder spans)
    {
        while (start < end)
        {
            var line = text.AsSpan(start, end - start);
            var length = line.IndexOfAny('\r', '\n') is >= 0 and var lineEnd ? lineEnd : line.Length;
            var stripped = line[..length].TrimStart();
            if (!stripped.IsEmpty)
                spans.Add(new(new(start + length - stripped.Length, stripped.TrimEnd().Length), SpanClass.Comment));
            start += length + 1;
        }
    }

    private static SpanClass ClassOf(LexedText lexed, int index, Scope scope) => lexed.Tokens[index].Kind switch
    {
        TokenKind.Name => ClassOfName(lexed, index, scope),
        TokenKind.Number => SpanClass.Number,
        TokenKind.Text => SpanClass.Text,
        TokenKind.Bad => SpanClass.Invalid,
        >= TokenKind.True and <= TokenKind.Underscore => SpanClass.Keyword,
        TokenKind.OpenParen or TokenKind.CloseParen or TokenKind.OpenBracket or TokenKind.CloseBracket or TokenKind.OpenBrace or TokenKind.CloseBrace
            or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Dot => SpanClass.Punctuation,
        _ => SpanClass.Operator,
    };

    private static SpanClass ClassOfName(LexedText lexed, int index, Scope scope)
    {
        var name = lexed.Tokens[index].Text ?? "";
        if (lexed.KindAt(index + 1) == TokenKind.OpenParen && (scope.FindLookup(name) is not null || !FunctionTable.Find(name).IsEmpty))
            return SpanClass.Function;
        if (lexed.KindAt(index - 1) == TokenKind.Dot)
            return SpanClass.Column;
        return scope.Find(name)?.Kind switch
        {
            SymbolKind.Input => SpanClass.Input,
            SymbolKind.Param => SpanClass.Param,
            SymbolKind.Table => SpanClass.Table,
            SymbolKind.BuiltIn => SpanClass.BuiltIn,
            _ => lexed.Tokens.Where((token, i) => token.Text == name && lexed.KindAt(i + 1) == TokenKind.Arrow).Any() ? SpanClass.LambdaParameter : SpanClass.Unknown,
        };
    }
}
