using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>An open bracket before the caret, with what stands in it so far.</summary>
/// <param name="Index">Its token.</param>
/// <param name="Argument">How many commas follow it: the number of the current argument or arm.</param>
/// <param name="SegmentStart">The token with which the current argument or arm begins.</param>
internal sealed record OpenBracket(int Index, TokenKind Kind, int Argument, int SegmentStart);

/// <summary>What surrounds a caret: the brackets that are open there and the names that can be seen, lambda parameters included.</summary>
internal sealed class CaretContext
{
    private CaretContext(LexedText lexed, int last, ImmutableArray<OpenBracket> open, Scope scope)
    {
        Lexed = lexed;
        Last = last;
        Open = open;
        Scope = scope;
    }

    public LexedText Lexed { get; }

    /// <summary>The token before the caret (the word being typed aside), or −1.</summary>
    public int Last { get; }

    /// <summary>The open brackets, outer before inner.</summary>
    public ImmutableArray<OpenBracket> Open { get; }

    /// <summary>The names that can be seen, with the parameters of the lambdas around the caret.</summary>
    public Scope Scope { get; }

    public Token? Previous => Last >= 0 ? Lexed.Tokens[Last] : null;

    public OpenBracket? Innermost => Open is [.., var last] ? last : null;

    /// <summary>Looks at the text up to a place.</summary>
    public static CaretContext Of(LexedText lexed, int place, Scope scope)
    {
        var last = lexed.LastBefore(place);
        var open = FindOpen(lexed, last);
        foreach (var bracket in open)
            scope = WithLambda(lexed, bracket, last, scope);
        return new(lexed, last, open, scope);
    }

    /// <summary>The call whose bracket it is: the token of the name, and the slice before the dot; null where it is none.</summary>
    public static (Token Name, (int First, int Last)? Receiver)? CallOf(LexedText lexed, OpenBracket bracket)
    {
        if (bracket.Kind != TokenKind.OpenParen || lexed.KindAt(bracket.Index - 1) != TokenKind.Name)
            return null;
        var name = lexed.Tokens[bracket.Index - 1];
        if (lexed.KindAt(bracket.Index - 2) != TokenKind.Dot)
            return (name, null);
        return lexed.ChainStart(bracket.Index - 3) is { } start ? (name, (start, bracket.Index - 3)) : (name, null);
    }

    /// <summary>Whether the call is written after a dot, so that its table is not among the arguments.</summary>
    public static bool IsAfterDot(LexedText lexed, OpenBracket bracket) => lexed.KindAt(bracket.Index - 2) == TokenKind.Dot;

    /// <summary>The type of a slice of the text in the names of this place.</summary>
    public ExpressionType TypeOf(int first, int last) => TypeOf(Lexed, first, last, Scope);

    /// <summary>The type of the operand that ends with the last token.</summary>
    public ExpressionType TypeOfChain(int last) => Lexed.ChainStart(last) is { } first ? TypeOf(first, last) : ExpressionType.Error;

    /// <summary>The function that a bracket calls, by what its first argument is; null: none, or an unknown one.</summary>
    public Function? FunctionOf(OpenBracket bracket)
    {
        if (CallOf(Lexed, bracket) is not ({ Text: { } name }, var receiver))
            return null;
        var overloads = FunctionTable.Find(name);
        if (overloads.Length < 2)
            return overloads.FirstOrDefault();
        var takesTable = receiver is not null || FirstArgument(Lexed, bracket, Last, Scope) is TableType;
        return overloads.FirstOrDefault(function => function.IsTableFunction == takesTable);
    }

    /// <summary>The table that a call goes over, or null.</summary>
    public TableType? TableOf(OpenBracket bracket) => TableOf(Lexed, bracket, Last, Scope);

    private static ImmutableArray<OpenBracket> FindOpen(LexedText lexed, int last)
    {
        var open = new List<OpenBracket>();
        for (var i = 0; i <= last; i++)
        {
            var token = lexed.Tokens[i];
            if (token.IsOpener)
                open.Add(new(i, token.Kind, 0, i + 1));
            else if (token.IsCloser && open.Count > 0)
                open.RemoveAt(open.Count - 1);
            else if (token.Kind is TokenKind.Comma or TokenKind.Semicolon && open.Count > 0)
                open[^1] = open[^1] with { Argument = open[^1].Argument + 1, SegmentStart = i + 1 };
        }

        return [.. open];
    }

    private static Scope WithLambda(LexedText lexed, OpenBracket bracket, int last, Scope scope)
    {
        var start = bracket.SegmentStart;
        var isBracketed = lexed.KindAt(start) == TokenKind.OpenParen;
        var name = isBracketed ? start + 1 : start;
        var arrow = isBracketed ? start + 3 : start + 1;
        if (arrow > last || lexed.KindAt(arrow) != TokenKind.Arrow || lexed.Tokens[name] is not { Kind: TokenKind.Name, Text: { } parameter })
            return scope;
        return TableOf(lexed, bracket, last, scope) is { } table
            ? new Scope(scope, [new Symbol(SymbolKind.LambdaParameter, parameter, new RowType(table), scope.Slots.Next())], scope.Slots)
            : scope;
    }

    private static TableType? TableOf(LexedText lexed, OpenBracket bracket, int last, Scope scope)
    {
        if (CallOf(lexed, bracket) is not ({ Text: { } name }, var receiver) || !FunctionTable.Find(name).Any(function => function.IsTableFunction))
            return null;
        var type = receiver is var (first, end) ? TypeOf(lexed, first, end, scope) : FirstArgument(lexed, bracket, last, scope);
        return type as TableType;
    }

    private static ExpressionType FirstArgument(LexedText lexed, OpenBracket bracket, int last, Scope scope)
    {
        var (first, end, depth) = (bracket.Index + 1, bracket.Index + 1, 0);
        for (; end <= last && end < lexed.Tokens.Length; end++)
        {
            var token = lexed.Tokens[end];
            depth += token.IsOpener ? 1 : token.IsCloser ? -1 : 0;
            if (depth < 0 || (depth == 0 && token.Kind is TokenKind.Comma or TokenKind.Semicolon))
                break;
        }

        return end > first ? TypeOf(lexed, first, end - 1, scope) : ExpressionType.Error;
    }

    private static ExpressionType TypeOf(LexedText lexed, int first, int last, Scope scope) =>
        first > last ? ExpressionType.Error : Expression.Compile(lexed.Slice(first, last), scope).Type;
}
