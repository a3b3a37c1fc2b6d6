using System.Collections.Immutable;
using System.Diagnostics;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

/// <summary>Syntax tree to bound tree: resolves names, checks types. One per scope: a lambda's body has its own.</summary>
internal sealed partial class Binder
{
    private readonly string text;
    private readonly Scope scope;
    private readonly Speller speller;
    private readonly DiagnosticBag diagnostics;

    private Binder(string text, Scope scope, Speller speller, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.scope = scope;
        this.speller = speller;
        this.diagnostics = diagnostics;
    }

    /// <summary>Binds a parsed text; reports all it finds and never throws.</summary>
    public static BoundExpression Bind(ParsedText parsed, Scope scope, Expected expected, DiagnosticBag diagnostics)
    {
        var bound = new Binder(parsed.Text, scope, new(), diagnostics).Bind(parsed.Root);
        if (bound.Type is ErrorType || Satisfies(bound.Type, expected))
            return bound;

        diagnostics.UnexpectedType(bound.Span, expected, bound.Type);
        return new BoundError(bound.Syntax, [bound]);
    }

    private static bool Satisfies(ExpressionType type, Expected expected) => expected switch
    {
        Expected.Anything => true,
        Expected.PlainNumber => type is NumberType { Measure: not Measure.Money },
        Expected.Number => type is NumberType,
        Expected.Bool => type is BoolType,
        Expected.Table => type is TableType,
        _ => throw new UnreachableException(),
    };

    // The depth of a tree is bounded by the nesting limit, so this may recurse.
    private BoundExpression Bind(ExpressionSyntax syntax) => syntax switch
    {
        MissingSyntax => new BoundError(syntax, []),
        NumberSyntax number => BindNumber(number),
        TextSyntax literal => new BoundLiteral(literal, ExpressionType.Text, Value.Of(literal.Value)),
        BoolSyntax literal => new BoundLiteral(literal, ExpressionType.Bool, Value.Of(literal.Value)),
        NullSyntax => BindNull(syntax),
        ParenthesizedSyntax parenthesized => Bind(parenthesized.Inner),
        NameSyntax name => BindName(name),
        MemberSyntax member => BindMember(member),
        IndexSyntax index => BindIndex(index),
        UnarySyntax unary => BindUnary(unary),
        ChainSyntax chain => BindChain(chain),
        ComparisonSyntax comparison => BindComparison(comparison),
        ConditionalSyntax conditional => BindConditional(conditional),
        IsSyntax test => BindIs(test),
        SwitchSyntax choice => BindSwitch(choice),
        CallSyntax call => BindCall(call),
        LambdaSyntax => BindStrayLambda(syntax),
        _ => throw new UnreachableException(),
    };

    private ImmutableArray<BoundExpression> Bind(ImmutableArray<ExpressionSyntax> syntax)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Length);
        foreach (var expression in syntax)
            bound.Add(Bind(expression));
        return bound.MoveToImmutable();
    }

    private static BoundLiteral BindNumber(NumberSyntax syntax) =>
        new(syntax, TypeOf(syntax), Value.Of(syntax.Value)) { Format = syntax.Unit is { } unit ? new(unit) : null };

    private static NumberType TypeOf(NumberSyntax syntax) => syntax switch
    {
        { Form: NumberForm.Money } => ExpressionType.Money,
        { Form: NumberForm.Plain, Value: 0 } => NumberType.Zero,
        _ => ExpressionType.Number,
    };

    private BoundError BindNull(ExpressionSyntax syntax)
    {
        diagnostics.NullIsNoValue(syntax.Span);
        return new(syntax, []);
    }

    private BoundError BindStrayLambda(ExpressionSyntax syntax)
    {
        diagnostics.LambdaNotAllowed(syntax.Span);
        return new(syntax, []);
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedSyntax parenthesized)
            syntax = parenthesized.Inner;
        return syntax;
    }

    private static bool AnyIsError(ImmutableArray<BoundExpression> bound) => bound.Any(part => part.Type is ErrorType);
}
