using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>Keeps trees shallow, so that every later pass may recurse. Itself it doesn't.</summary>
internal static class NestingLimit
{
    /// <summary>The first node that lies too deep, or null. Brackets have a limit of their own, and an arm is part of its switch.</summary>
    public static TextSpan? FindBreach(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > SyntaxLimits.Nesting + 1)
                return next.Node.Span;

            var step = next.Node is ParenthesizedSyntax or ParenthesizedPatternSyntax or SwitchArmSyntax or ConstantPatternSyntax ? 0 : 1;
            foreach (var child in next.Node.Children.Reverse())
                open.Push((child, next.Depth + step));
        }

        return null;
    }
}
