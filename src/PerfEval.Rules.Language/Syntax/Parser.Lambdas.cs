using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    private ExpressionSyntax ParseArgument()
    {
        if (FindArrow() is not { } arrow)
            return ParseWhole();

        var parameters = TextSpan.FromBounds(Current.Span.Start, tokens[arrow - 1].Span.End);
        var name = FindParameter(arrow);
        if (name is null)
            diagnostics.LambdaParameters(parameters);

        position = arrow + 1;
        var body = ParseWhole();
        return new LambdaSyntax(TextSpan.Covering(parameters, body.Span), name?.Text ?? "", name?.Span ?? parameters, body);
    }

    // The place of the arrow where a parameter (or a list of them) and `=>` come next; else null.
    private int? FindArrow()
    {
        var index = position;
        if (IsParameter(index))
        {
            index++;
        }
        else if (tokens[index].Kind == TokenKind.OpenParen)
        {
            do
                index++;
            while (IsParameter(index) || tokens[index].Kind == TokenKind.Comma);
            if (tokens[index++].Kind != TokenKind.CloseParen)
                return null;
        }

        return index < tokens.Length && index > position && tokens[index].Kind == TokenKind.Arrow ? index : null;
    }

    private bool IsParameter(int index) => tokens[index].Kind is TokenKind.Name or TokenKind.Underscore;

    /// <summary>The one name before the arrow; null when there is none or more than one.</summary>
    private Token? FindParameter(int arrow)
    {
        var token = (arrow - position) switch
        {
            1 => Current,
            3 => tokens[position + 1],
            _ => Token.None,
        };
        return token.Kind == TokenKind.Name ? token : null;
    }
}
