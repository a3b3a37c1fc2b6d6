using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    // `=>` ends the expression: a guard, the value of an arm. Elsewhere it is a misspelt `>=`.
    private bool isEndedByArrow;

    // Where the outermost arithmetic chain began, and where its last operand did: for `a * b switch { … }`.
    private int? arithmeticStart;
    private int? arithmeticOperand;

    // Where the last right side of `==` or `!=` began.
    private int? equalityOperand;

    /// <summary>An expression that must reach up to a bracket, a separator or the end.</summary>
    private ExpressionSyntax ParseWhole()
    {
        var expression = ParseExpression();
        var isReported = false;
        while (Current.StartsOperand || Current.Kind == TokenKind.Bad)
        {
            if (!isReported && Current.Kind != TokenKind.Bad && Previous.Kind != TokenKind.Bad)
                ReportMissingOperator();
            isReported = true;

            // What follows is read on, or for its own mistakes only.
            if (Current.Kind != TokenKind.Bad)
                ParseExpression();
            else
                expression = SkipBad(expression);
        }

        return expression;
    }

    private ExpressionSyntax SkipBad(ExpressionSyntax expression)
    {
        Next();
        return ParseRest(expression);
    }

    private ExpressionSyntax ParseRest(ExpressionSyntax left)
    {
        var expression = ParseOperators(left, Precedence.Coalesce);
        return Current.Kind == TokenKind.Question ? ParseConditional(expression) : expression;
    }

    private void ReportMissingOperator()
    {
        if (Previous is { Kind: TokenKind.Number, Number.Form: NumberForm.Percent })
            diagnostics.PercentOutOfPlace(new(Previous.Span.End - 1, 1));
        else if (Current.Kind == TokenKind.OpenParen && Previous.Kind is TokenKind.Number or TokenKind.CloseParen)
            diagnostics.OperatorMissing(Current.Span, Shown(Current.Span), SyntaxFixes.Insert(Current.Span.Start, " * "));
        else if (IsFirstReportHere())
            diagnostics.OperatorMissing(Current.Span, Shown(Current.Span));
    }

    private ExpressionSyntax ParseExpression(bool isEndedByArrow = false)
    {
        if (!Enter())
            return Missing();

        var outer = (this.isEndedByArrow, arithmeticStart, arithmeticOperand);
        (this.isEndedByArrow, arithmeticStart, arithmeticOperand) = (isEndedByArrow, null, null);
        var expression = ParseRest(ParseUnary());
        (this.isEndedByArrow, arithmeticStart, arithmeticOperand) = outer;
        Leave();
        return expression;
    }

    private ConditionalSyntax ParseConditional(ExpressionSyntax condition)
    {
        Next();
        var whenTrue = ParseWhole();
        if (Current.Kind == TokenKind.Colon)
            Next();
        else if (IsFirstReportHere())
            diagnostics.ColonMissing(PlaceOfMissing());

        var whenFalse = Previous.Kind == TokenKind.Colon || Current.StartsOperand ? ParseExpression(isEndedByArrow) : Missing();
        return new(Cover(condition, whenFalse), condition, whenTrue, whenFalse);
    }

    private ExpressionSyntax ParseBinary(Precedence minimum) => ParseOperators(ParseUnary(), minimum);

    // The right side of an operator, one level down in the tree.
    private ExpressionSyntax ParseOperand(Precedence minimum)
    {
        if (!Enter())
            return Missing();

        var operand = ParseBinary(minimum);
        Leave();
        return operand;
    }

    private ExpressionSyntax ParseOperators(ExpressionSyntax left, Precedence minimum)
    {
        // Behind a pattern that can't go on (`x is null + 1`) a stronger operator would get the whole test as its operand.
        var maximum = Precedence.Switch;
        while (CurrentPrecedence() is var precedence && precedence != Precedence.None && precedence >= minimum && precedence <= maximum)
        {
            maximum = precedence;
            left = precedence switch
            {
                Precedence.Switch => ParseSwitch(left),
                Precedence.Relational when Current.Kind == TokenKind.Is => ParseIs(left),
                Precedence.Relational => ParseRelational(left),
                Precedence.Equality => ParseComparison(left, Precedence.Relational),
                _ => ParseChain(left, precedence),
            };
        }

        return left;
    }

    private Precedence CurrentPrecedence() => Current.Kind switch
    {
        TokenKind.Switch => Precedence.Switch,
        TokenKind.Is => Precedence.Relational,
        TokenKind.Arrow when isEndedByArrow => Precedence.None,
        _ => BinaryOperators.Find(Current) is { } kind ? BinaryOperators.PrecedenceOf(kind) : Precedence.None,
    };

    private OperatorToken TakeOperator()
    {
        var token = Next();
        var kind = BinaryOperators.Find(token)!.Value; // only called where the precedence told so
        if (token.Kind == TokenKind.Percent)
            diagnostics.PercentOutOfPlace(token.Span);
        else if (token.Kind is TokenKind.Name or TokenKind.And or TokenKind.Or or TokenKind.Arrow)
            diagnostics.OperatorSpelling(token.Span, Shown(token.Span), BinaryOperators.Spelling(kind));
        return new(kind, token.Span);
    }

    private ExpressionSyntax ParseChain(ExpressionSyntax left, Precedence precedence)
    {
        var isArithmetic = precedence >= Precedence.Additive;
        var outerStart = arithmeticStart;
        if (isArithmetic)
            arithmeticStart ??= left.Span.Start;

        List<ExpressionSyntax> operands = [left];
        List<OperatorToken> operators = [];
        while (CurrentPrecedence() == precedence)
        {
            var sign = TakeOperator();
            if (Previous.Kind == TokenKind.Percent && !Current.StartsOperand)
                continue; // `a%` : no operand was meant

            operators.Add(sign);
            arithmeticOperand = isArithmetic ? Current.Span.Start : null;
            operands.Add(ParseOperand(precedence + 1));
        }

        arithmeticStart = outerStart;
        return operators.Count == 0 ? left : new ChainSyntax(Cover(left, operands[^1]), [.. operands], [.. operators]);
    }

    private ComparisonSyntax ParseComparison(ExpressionSyntax left, Precedence operand)
    {
        var sign = TakeOperator();
        if (operand == Precedence.Relational)
            equalityOperand = Current.Span.Start;
        var right = ParseOperand(operand);
        return new(Cover(left, right), left, sign, right);
    }

    private ExpressionSyntax ParseRelational(ExpressionSyntax left)
    {
        var comparison = ParseComparison(left, Precedence.Additive);
        return IsRelationalOperator() ? ParseComparisonChain(comparison) : comparison;
    }

    private bool IsRelationalOperator() => Current.Kind != TokenKind.Is && CurrentPrecedence() == Precedence.Relational;

    // `a < b < c` is read as `a < b && b < c`; each later comparison has nothing on its left, so that no mistake in b is reported twice.
    private ChainSyntax ParseComparisonChain(ComparisonSyntax first)
    {
        List<ExpressionSyntax> comparisons = [first];
        List<OperatorToken> joints = [];
        List<TextChange> changes = [];
        var middle = first.Right;
        var second = Current.Span;
        var isIncomplete = first.Left is MissingSyntax || middle is MissingSyntax;
        while (IsRelationalOperator())
        {
            changes.Add(new(new(middle.Span.End, 0), $" && {middle.Span.Of(text)}"));
            var sign = TakeOperator();
            var right = ParseBinary(Precedence.Additive);
            joints.Add(new(OperatorKind.And, new(sign.Span.Start, 0)));
            comparisons.Add(new ComparisonSyntax(TextSpan.Covering(sign.Span, right.Span), new MissingSyntax(new(sign.Span.Start, 0)), sign, right));
            middle = right;
            isIncomplete |= right is MissingSyntax;
        }

        // Beside `==` the joined comparisons would fall apart.
        if (CurrentPrecedence() == Precedence.Equality || equalityOperand == first.Span.Start)
        {
            changes.Insert(0, new(new(first.Span.Start, 0), "("));
            changes.Add(new(new(middle.Span.End, 0), ")"));
        }

        if (!isIncomplete)
            diagnostics.ComparisonChain(second, [.. changes]);
        return new(Cover(first, middle), [.. comparisons], [.. joints]);
    }

    private static TextSpan Cover(ExpressionSyntax first, ExpressionSyntax last) => TextSpan.Covering(first.Span, last.Span);
}
