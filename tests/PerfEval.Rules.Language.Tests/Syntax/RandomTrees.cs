using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>Random trees, without spans.</summary>
/// <param name="isCommon">Only what is the same in C#, and grouped where C# would read a type, a cast or a decrement.</param>
internal sealed class RandomTrees(Random random, bool isCommon)
{
    private static readonly string[] Names = ["a", "b", "x1", "_y", "完成率", "预算数"];
    private static readonly string[] OwnNames = ["二〇二五", "𠮷田", "元", "大于", "且", "int", "表1"];
    private static readonly string[] Texts = ["", "优", "a\"b", "\\", "//", "a, b", "switch {"];
    private static readonly string[] OwnTexts = ["“x”", "＂", "\t", "（", "'"];
    private static readonly (string Unit, NumberForm Form, decimal Scale)[] Units = [("%", NumberForm.Percent, 0.01m), ("元", NumberForm.Money, 1m), ("万元", NumberForm.Money, 10_000m)];

    public ExpressionSyntax Expression(int depth) => depth == 0 || random.Next(8) == 0
        ? Leaf()
        : random.Next(isCommon ? 11 : 12) switch
        {
            0 or 1 => Chain(depth, OperatorKind.Add, OperatorKind.Subtract),
            2 => Chain(depth, OperatorKind.Multiply, OperatorKind.Divide),
            3 => Chain(depth, Pick(OperatorKind.And, OperatorKind.Or, OperatorKind.Coalesce)),
            4 or 5 => Comparison(depth),
            6 => new UnarySyntax(default, new(Pick(OperatorKind.Negate, OperatorKind.Not), default), Operand(depth)),
            7 => new ConditionalSyntax(default, Expression(depth - 1), Expression(depth - 1), Expression(depth - 1)),
            8 => Postfix(depth),
            9 => new IsSyntax(default, Expression(depth - 1), Pattern(depth - 1, isArm: false)),
            10 => Switch(depth),
            _ => new ParenthesizedSyntax(default, Expression(depth - 1)),
        };

    private ExpressionSyntax Operand(int depth)
    {
        var operand = Expression(depth - 1);
        return isCommon && operand is UnarySyntax ? new ParenthesizedSyntax(default, operand) : operand;
    }

    private ExpressionSyntax Leaf() => random.Next(6) switch
    {
        0 => Number(),
        1 => new TextSyntax(default, isCommon ? Pick(Texts) : Pick([.. Texts, .. OwnTexts])),
        2 => new BoolSyntax(default, random.Next(2) == 0),
        _ => Name(),
    };

    private NameSyntax Name() => new(default, isCommon ? Pick(Names) : Pick([.. Names, .. OwnNames]));

    private NumberSyntax Number()
    {
        var written = random.Next(1000) / Pick(1m, 10m, 100m);
        if (isCommon || random.Next(2) == 0)
            return new(default, written, written, NumberForm.Plain, null);
        var (unit, form, scale) = Pick(Units);
        return new(default, written * scale, written, form, unit);
    }

    private ChainSyntax Chain(int depth, params OperatorKind[] kinds)
    {
        var length = random.Next(1, 4);
        return new(
            default,
            [.. Enumerable.Range(0, length + 1).Select(_ => Expression(depth - 1))],
            [.. Enumerable.Range(0, length).Select(_ => new OperatorToken(Pick(kinds), default))]);
    }

    private ComparisonSyntax Comparison(int depth)
    {
        var kind = (OperatorKind)random.Next((int)OperatorKind.Equal, (int)OperatorKind.GreaterOrEqual + 1);
        var right = Expression(depth - 1);
        // `f(a < b, c > (d))` is a generic call in C#.
        return new(default, Expression(depth - 1), new(kind, default), isCommon && kind == OperatorKind.Less ? new ParenthesizedSyntax(default, right) : right);
    }

    private ExpressionSyntax Postfix(int depth)
    {
        var target = isCommon ? Name() : Expression(depth - 1);
        ImmutableArray<ExpressionSyntax> arguments = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Argument(depth))];
        return random.Next(4) switch
        {
            0 => new MemberSyntax(default, target, Pick(Names), default),
            1 => new IndexSyntax(default, target, Expression(depth - 1)),
            2 => new CallSyntax(default, target, Pick(Names), default, arguments),
            _ => new CallSyntax(default, null, Pick(Names), default, arguments),
        };
    }

    private ExpressionSyntax Argument(int depth) =>
        random.Next(3) == 0 ? new LambdaSyntax(default, Pick(Names), default, Expression(depth - 1)) : Expression(depth - 1);

    private SwitchSyntax Switch(int depth) =>
        new(default, Expression(depth - 1), default, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Arm(depth - 1))]);

    private SwitchArmSyntax Arm(int depth)
    {
        var guard = random.Next(3) == 0 ? Expression(depth) : null;
        return new(default, Pattern(depth, isArm: true), isCommon && guard is not null ? new ParenthesizedSyntax(default, guard) : guard, Expression(depth));
    }

    private PatternSyntax Pattern(int depth, bool isArm) => random.Next(depth == 0 ? 4 : 8) switch
    {
        0 or 1 => new ConstantPatternSyntax(default, Constant()),
        2 => new RelationalPatternSyntax(default, new(Pick(OperatorKind.Less, OperatorKind.LessOrEqual, OperatorKind.Greater, OperatorKind.GreaterOrEqual), default), Constant()),
        3 => isArm || !isCommon ? new DiscardPatternSyntax(default) : new NullPatternSyntax(default),
        4 => new NotPatternSyntax(default, Pattern(depth - 1, isArm)),
        5 when !isCommon => new ParenthesizedPatternSyntax(default, Pattern(depth - 1, isArm)),
        _ => Joined(depth, isArm),
    };

    // C# takes `(a or b) and c` for a positional pattern with a designation: there, only the last may have brackets.
    private LogicalPatternSyntax Joined(int depth, bool isArm)
    {
        var length = random.Next(2, 4);
        return new(default, random.Next(2) == 0, [.. Enumerable.Range(1, length).Select(place => Pattern(isCommon && place < length ? 0 : depth - 1, isArm))]);
    }

    private ExpressionSyntax Constant() => random.Next(4) switch
    {
        0 => new UnarySyntax(default, new(OperatorKind.Negate, default), Number()),
        1 => new TextSyntax(default, Pick(Texts)),
        2 => new ChainSyntax(default, [Number(), Number()], [new(OperatorKind.Add, default)]),
        _ => Number(),
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
