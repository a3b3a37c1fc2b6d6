using System.Collections.Immutable;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

// What the place of the caret is, and what it wants.
internal sealed partial class Completer
{
    private Wanted FindWanted() => context.Previous?.Kind switch
    {
        null => Wanted.Of(edited.Expected),
        TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.Bang or TokenKind.When => Wanted.Of(WantedKind.Bool),
        TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash => Wanted.Of(WantedKind.Number),
        TokenKind.EqualEqual or TokenKind.BangEqual or TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual or TokenKind.QuestionQuestion =>
            Wanted.Like(context.TypeOf(context.Lexed.OperandStart(context.Last - 1), context.Last - 1)),
        TokenKind.OpenParen or TokenKind.Comma or TokenKind.Semicolon => WantedOfArgument(),
        TokenKind.OpenBracket => WantedOfKey(),
        TokenKind.Arrow => Arm() is null ? WantedOfLambda() : WantedOfWhole(),
        TokenKind.Question or TokenKind.Colon => WantedOfWhole(),
        _ => Wanted.Anything,
    };

    // A branch of the whole expression is what the whole is to be.
    private Wanted WantedOfWhole() => context.Open.All(open => open.Kind == TokenKind.OpenBrace) ? Wanted.Of(edited.Expected) : Wanted.Anything;

    private Wanted WantedOfLambda() =>
        context.Innermost is { } call && ParameterOf(call) is { } parameter ? Wanted.Of(parameter.Kind) : Wanted.Anything;

    private Wanted WantedOfArgument()
    {
        if (context.Innermost is not { Kind: TokenKind.OpenParen } call)
            return Wanted.Anything;
        if (LookupOf(call) is { } lookup)
            return new(WantedKind.Text, [.. lookup.KnownKeys]);
        if (context.FunctionOf(call) is { Name: "contains" } && call.Argument == 1)
            return Wanted.Like(context.TypeOf(call.Index + 1, call.SegmentStart - 2));
        return ParameterOf(call) is { } parameter ? Wanted.Of(parameter.Kind) : Wanted.Anything;
    }

    private Binding.Lookup? LookupOf(OpenBracket call) =>
        CaretContext.CallOf(context.Lexed, call) is ({ Text: { } name }, null) ? context.Scope.FindLookup(name) : null;

    private Wanted WantedOfKey()
    {
        var table = context.TypeOfChain(context.Last - 1) as TableType;
        return table?.Key is { } key ? Wanted.Like(key.Type) : Wanted.Anything;
    }

    private Parameter? ParameterOf(OpenBracket call)
    {
        if (context.FunctionOf(call) is not { } function)
            return null;
        var index = call.Argument + (CaretContext.IsAfterDot(context.Lexed, call) ? 1 : 0);
        return index < function.Parameters.Length ? function.Parameters[index] : function.Parameters is [.., { IsRepeated: true } last] ? last : null;
    }

    /// <summary>The arms of a switch that the caret stands in directly, or null.</summary>
    private OpenBracket? Arm() =>
        context.Innermost is { Kind: TokenKind.OpenBrace } brace && context.Lexed.KindAt(brace.Index - 1) == TokenKind.Switch ? brace : null;

    private bool HasArrow(OpenBracket arm) =>
        Enumerable.Range(arm.SegmentStart, Math.Max(0, context.Last - arm.SegmentStart + 1)).Any(index => context.Lexed.KindAt(index) == TokenKind.Arrow);

    /// <summary>The type that a pattern at the caret is matched against; null where no pattern belongs there.</summary>
    private ExpressionType? IsPatternPlace()
    {
        var lexed = context.Lexed;
        var isAfterSign = context.Previous is null or { Kind: TokenKind.OpenBrace or TokenKind.Comma or TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.Is };
        if (!isAfterSign)
            return null;
        if (Arm() is { } arm && !HasArrow(arm))
            return context.TypeOfChain(arm.Index - 2);
        for (var index = context.Last; index >= 0; index--)
        {
            if (lexed.KindAt(index) == TokenKind.Is)
                return context.TypeOf(lexed.OperandStart(index - 1), index - 1);
            if (lexed.KindAt(index) is not (TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.Text or TokenKind.Number or TokenKind.Greater or TokenKind.GreaterEqual or TokenKind.Less or TokenKind.LessEqual))
                return null;
        }

        return null;
    }

    /// <summary>The texts that earlier arms have taken.</summary>
    private ImmutableHashSet<string> TakenChoices() => Arm() is { } arm
        ? [.. Enumerable.Range(arm.Index, context.Last - arm.Index + 1).Select(index => context.Lexed.Tokens[index]).Where(token => token.Kind == TokenKind.Text).Select(token => token.Text ?? "")]
        : [];
}
