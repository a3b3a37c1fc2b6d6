using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    private SwitchSyntax ParseSwitch(ExpressionSyntax operand)
    {
        var keyword = Next();
        var arithmetic = arithmeticOperand == operand.Span.Start && operand is not (SwitchSyntax or MissingSyntax) ? arithmeticStart : null;
        if (Current.Kind != TokenKind.OpenBrace)
        {
            if (IsFirstReportHere())
                diagnostics.BraceMissing(PlaceOfMissing());
            return new(TextSpan.Covering(operand.Span, keyword.Span), operand, keyword.Span, []);
        }

        var open = Open();
        var arms = ParseArms();
        var close = Close(open, TokenKind.CloseBrace);
        if (arms.Count == 0 && Previous.Kind == TokenKind.CloseBrace)
            diagnostics.NoArms(TextSpan.Covering(open.Span, close));

        var span = TextSpan.Covering(operand.Span, close);
        if (arithmetic is { } start)
            diagnostics.SwitchBehindArithmetic(keyword.Span, start, operand.Span, span.End);
        return new(span, operand, keyword.Span, [.. arms]);
    }

    private List<SwitchArmSyntax> ParseArms()
    {
        List<SwitchArmSyntax> arms = [];
        while (!Current.IsCloser && Current.Kind != TokenKind.End)
        {
            var start = position;
            arms.Add(ParseArm());
            while (Current.Kind is TokenKind.Arrow or TokenKind.When && arms[^1].Value is ComparisonSyntax)
                SplitArm(arms);
            if (position > start && IsArmAhead())
            {
                if (IsFirstReportHere())
                    diagnostics.CommaMissing(PlaceOfMissing(), Previous.Span.End);
                continue;
            }

            SkipToSeparator();
            if (!TakeSeparator())
                break;
        }

        return arms;
    }

    // `> 90 => 6 > 80 => 4` : what looks like a comparison is a value and the pattern of the next arm.
    private void SplitArm(List<SwitchArmSyntax> arms)
    {
        var arm = arms[^1];
        var comparison = (ComparisonSyntax)arm.Value;
        diagnostics.CommaMissing(comparison.Operator.Span, comparison.Left.Span.End);
        arms[^1] = arm with { Value = comparison.Left, Span = TextSpan.Covering(arm.Pattern.Span, comparison.Left.Span) };

        var span = TextSpan.Covering(comparison.Operator.Span, comparison.Right.Span);
        arms.Add(ParseArm(new RelationalPatternSyntax(span, comparison.Operator, comparison.Right)));
    }

    // Whether a further `pattern =>` follows before the next comma.
    private bool IsArmAhead()
    {
        if (Current.Kind is TokenKind.Arrow or TokenKind.Colon)
            return false;

        var open = 0;
        for (var index = position; tokens[index].Kind != TokenKind.End && open >= 0; index++)
        {
            var token = tokens[index];
            if (open == 0 && token.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Arrow)
                return token.Kind == TokenKind.Arrow;
            open += token.IsOpener ? 1 : token.IsCloser ? -1 : 0;
        }

        return false;
    }

    private SwitchArmSyntax ParseArm() => ParseArm(ParsePattern());

    private SwitchArmSyntax ParseArm(PatternSyntax pattern)
    {
        ExpressionSyntax? guard = null;
        if (Current.Kind == TokenKind.When)
        {
            Next();
            guard = ParseExpression(isEndedByArrow: true);
        }

        var hasArrow = TakeArrow();
        var value = hasArrow || Current.StartsOperand ? ParseExpression(isEndedByArrow: true) : Missing();
        return new(TextSpan.Covering(pattern.Span, value.Span), pattern, guard, value);
    }

    private bool TakeArrow()
    {
        if (Current.Kind is TokenKind.Arrow or TokenKind.Colon)
        {
            var arrow = Next();
            if (arrow.Kind == TokenKind.Colon)
                diagnostics.OperatorSpelling(arrow.Span, ":", "=>");
            return true;
        }

        if (IsFirstReportHere())
            diagnostics.ArrowMissing(PlaceOfMissing());
        return false;
    }
}
