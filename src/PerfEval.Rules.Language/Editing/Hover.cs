using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What there is to know of the word under the pointer.</summary>
/// <param name="Span">The word.</param>
/// <param name="Title">The name, or the signatures of a function one below the other.</param>
/// <param name="Kind">What it is: 数据项 / input.</param>
public sealed record Hover(TextSpan Span, string Title, Bilingual Kind)
{
    /// <summary>The type of its value; null: none.</summary>
    public Bilingual? Type { get; init; }

    /// <summary>The unit of its number.</summary>
    public string? Unit { get; init; }

    /// <summary>Label, description or summary.</summary>
    public Bilingual? Description { get; init; }

    /// <summary>Where a department finds it.</summary>
    public string? Source { get; init; }

    /// <summary>Its value in the submission at hand, with unit.</summary>
    public string? Value { get; init; }

    /// <summary>The choices of a text; empty: any.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}

/// <summary>Finds what to say of a place.</summary>
internal static class HoverFinder
{
    public static Hover? At(EditedExpression edited, int place)
    {
        if (edited.Lexed.At(place) is not { } token)
            return null;
        var index = edited.Lexed.Tokens.IndexOf(token);
        return token.Kind switch
        {
            TokenKind.Name when edited.Lexed.KindAt(index + 1) == TokenKind.OpenParen => OfFunction(edited, token),
            TokenKind.Name when edited.Lexed.KindAt(index - 1) == TokenKind.Dot => OfColumn(edited, token, index),
            TokenKind.Name => OfName(edited, token),
            TokenKind.Number => OfNumber(token),
            _ => null,
        };
    }

    private static Hover? OfName(EditedExpression edited, Token token)
    {
        var scope = CaretContext.Of(edited.Lexed, token.Span.Start, edited.Scope).Scope;
        if (scope.Find(token.Text ?? "") is not { } symbol)
            return LambdaAt(edited, token);
        return new(token.Span, symbol.Name, KindOf(symbol.Kind))
        {
            Type = symbol.Type.Title,
            Unit = symbol.Format?.Unit,
            Description = SymbolWords.Describe(symbol),
            Source = symbol.Source,
            Value = SymbolWords.ValueOf(symbol, edited.Values),
            Choices = Wanted.Like(symbol.Type).Choices,
        };
    }

    // The parameter itself, before its arrow.
    private static Hover? LambdaAt(EditedExpression edited, Token token)
    {
        var scope = CaretContext.Of(edited.Lexed, edited.Text.IndexOf('>', token.Span.End) + 1, edited.Scope).Scope;
        return scope.Find(token.Text ?? "") is { Kind: SymbolKind.LambdaParameter } symbol ? new(token.Span, symbol.Name, KindOf(symbol.Kind)) { Type = symbol.Type.Title } : null;
    }

    private static Hover? OfColumn(EditedExpression edited, Token token, int index)
    {
        var context = CaretContext.Of(edited.Lexed, token.Span.Start, edited.Scope);
        if (context.TypeOfChain(index - 2) is not RowType { Table: var table } || table.IndexOf(token.Text ?? "") is not (>= 0 and var at))
            return null;
        var column = table.Columns[at];
        return new(token.Span, $"{table.Name}.{column.Name}", new("列", "column"))
        {
            Type = column.Type.Title,
            Unit = column.Format?.Unit,
            Description = column.Description is { } written ? Bilingual.Same(written) : null,
            Choices = Wanted.Like(column.Type).Choices,
        };
    }

    private static Hover? OfFunction(EditedExpression edited, Token token)
    {
        var name = token.Text ?? "";
        if (edited.Scope.FindLookup(name) is { } lookup)
            return new(token.Span, $"{lookup.Name}(code)", new("函数", "function")) { Type = ExpressionType.Number.Title };
        var overloads = FunctionTable.Find(name);
        return overloads.IsEmpty
            ? null
            : new(token.Span, string.Join('\n', overloads.Select(function => function.Signature)), new("函数", "function"))
            {
                Description = new(string.Join('\n', overloads.Select(function => function.Summary.Zh)), string.Join('\n', overloads.Select(function => function.Summary.En))),
            };
    }

    private static Hover? OfNumber(Token token) => token.Number is { Form: not NumberForm.Plain } number
        ? new(token.Span, Printer.Print(number), number.Form == NumberForm.Money ? new("金额", "money") : new("百分数", "percent"))
        {
            Value = number.Value.ToString("0.############################", CultureInfo.InvariantCulture) + (number.Form == NumberForm.Money ? "元" : ""),
        }
        : null;

    private static Bilingual KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Input => new("数据项", "input"),
        SymbolKind.Param => new("参数", "param"),
        SymbolKind.Table => new("常量表", "constant table"),
        SymbolKind.LambdaParameter => new("每一行", "each row"),
        _ => new("内置名称", "built-in name"),
    };
}
