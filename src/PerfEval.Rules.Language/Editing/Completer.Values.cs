using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

// What a place may hold.
internal sealed partial class Completer
{
    private void AddValues(Wanted wanted)
    {
        AddChoices(wanted.Choices, 0);
        if (context.Previous is { Kind: TokenKind.OpenBracket })
            AddKeys();
        if (literal is not null)
            return;

        AddRowFigures(wanted);
        foreach (var symbol in context.Scope.Visible().Where(symbol => wanted.MayBegin(symbol.Type)))
            items.Add(ItemOf(symbol, wanted));
        AddFunctions(wanted);
        if (wanted.Kind is WantedKind.Bool or WantedKind.Anything && context.Previous is not null)
        {
            items.Add(Word("true", new("是", "true")));
            items.Add(Word("false", new("否", "false")));
        }
    }

    // `项目.Sum(▮`: each column as a whole lambda, and the beginning of any.
    private void AddRowFigures(Wanted wanted)
    {
        if (context.Innermost is not { Kind: TokenKind.OpenParen } call || context.Previous is not { Kind: TokenKind.OpenParen or TokenKind.Comma }
            || ParameterOf(call) is not { Kind: ParameterKind.RowNumber or ParameterKind.RowBool } || context.TableOf(call) is not { } table)
            return;
        var name = FreeName();
        foreach (var column in table.Columns.Where(column => wanted.MayBegin(column.Type)))
        {
            items.Add(new($"{name} => {name}.{column.Name}", CompletionKind.Column, $"{name} => {name}.{column.Name}")
            {
                Type = column.Type.Title,
                Unit = column.Format?.Unit,
                Description = column.Description is { } written ? Bilingual.Same(written) : null,
            });
        }
    }

    private string FreeName() => ((string[])["p", "q", "r", "x", "y", "z"]).FirstOrDefault(name => context.Scope.Find(name) is null) ?? "p_";

    private CompletionItem ItemOf(Symbol symbol, Wanted wanted) => new(symbol.Name, SymbolWords.KindOf(symbol), symbol.Name)
    {
        Type = symbol.Type.Title,
        Unit = symbol.Format?.Unit,
        Description = SymbolWords.Describe(symbol),
        Source = symbol.Source,
        Value = SymbolWords.ValueOf(symbol, edited.Values),
        Rank = symbol.Kind == SymbolKind.LambdaParameter ? 1 : wanted.IsMet(symbol.Type) ? 2 : 3,
    };

    private void AddFunctions(Wanted wanted)
    {
        foreach (var function in FunctionTable.All.Where(function => wanted.MayBegin(SymbolWords.ResultOf(function))))
            Add(function, null, isAfterDot: false, wanted.IsMet(SymbolWords.ResultOf(function)) ? 4 : 5);
        if (wanted.Kind is WantedKind.Text or WantedKind.Date or WantedKind.Table)
            return;
        foreach (var lookup in context.Scope.VisibleLookups())
        {
            items.Add(new(lookup.Name, CompletionKind.Function, CallText(lookup.Name, "\"\""))
            {
                Type = ExpressionType.Number.Title,
                Description = lookup.Name == "share" ? new("指标得分占分值的比例", "the share of its weight that a rule earned") : new("指标的得分", "the score of a rule"),
                CaretBack = CallBack(2),
                Rank = 4,
            });
        }
    }

    private void Add(Function function, TableType? table, bool isAfterDot, int rank)
    {
        var lambda = isAfterDot && table is not null && function.Parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.RowNumber or ParameterKind.RowBool) is { IsOptional: false };
        var name = FreeName();
        items.Add(new(function.Name, CompletionKind.Function, CallText(function.Name, lambda && function.Parameters.Length == 2 ? $"{name} => {name}." : ""))
        {
            Type = SymbolWords.ResultOf(function) is ErrorType ? null : SymbolWords.ResultOf(function).Title,
            Description = function.Summary,
            CaretBack = CallBack(1),
            Rank = rank,
        });
    }

    // Where a bracket follows already, the name alone is put in.
    private string CallText(string name, string inside) => HasBracketBehind() ? name : $"{name}({inside})";

    private int CallBack(int back) => HasBracketBehind() ? 0 : back;

    private bool HasBracketBehind()
    {
        var next = context.Last + 1;
        if (LexedText.IsWord(edited.Lexed.Tokens.ElementAtOrDefault(next) ?? Token.None))
            next++;
        return edited.Lexed.KindAt(next) == TokenKind.OpenParen;
    }

    private void AddKeys()
    {
        if (edited.Values is not { } values || context.Lexed.ChainStart(context.Last - 1) is not { } first)
            return;
        var table = Expression.Compile(context.Lexed.Slice(first, context.Last - 1), context.Scope);
        if (table.Bound is not BoundName { Symbol: var symbol } || symbol.Slot >= values.Slots.Length || values.Slots[symbol.Slot].Table is not { } rows || rows.Type.KeyIndex < 0)
            return;
        foreach (var row in rows.Rows)
        {
            if (Written(row.Cells[rows.Type.KeyIndex], rows.Type.Key?.Format) is { } key)
                items.Add(new(key, CompletionKind.Key, key) { Description = Bilingual.Same(RowText(rows, row)) });
        }
    }

    private static string? Written(Value key, NumberFormat? format) => key.Kind switch
    {
        ValueKind.Text => Printer.Quote(key.Text),
        ValueKind.Number => ValueText.Format(key, format, withUnit: Units.IsMoney(format?.Unit)),
        ValueKind.Date => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"date({key.Date.Year}, {key.Date.Month}, {key.Date.Day})"),
        _ => null,
    };

    private static string RowText(Table table, Row row) =>
        string.Join("，", table.Type.Columns.Select((column, i) => $"{column.Name} {ValueText.Format(row.Cells[i], column.Format, withUnit: true)}"));

    private void AddPatterns(ExpressionType operand)
    {
        var wanted = Wanted.Like(operand);
        AddChoices([.. wanted.Choices.Except(TakenChoices())], 0);
        if (literal is not null)
            return;
        if (wanted.Kind == WantedKind.Bool)
        {
            items.Add(Word("true", new("是", "true")));
            items.Add(Word("false", new("否", "false")));
        }

        if (wanted.Kind is WantedKind.Number or WantedKind.Date)
        {
            foreach (var sign in (string[])[">=", ">", "<=", "<"])
                items.Add(new(sign, CompletionKind.Keyword, sign + " "));
        }

        if (context.Previous is { Kind: TokenKind.OpenBrace or TokenKind.Comma })
            items.Add(Word("_", new("其余各值", "every other value")));
        items.Add(Word("null", new("缺失", "a missing value")));
        items.Add(Word("not", new("不是", "anything but")));
    }

    private void AddChoices(IEnumerable<string> choices, int rank)
    {
        foreach (var choice in choices)
            items.Add(new(literal is null ? Printer.Quote(choice) : choice, CompletionKind.Choice, Printer.Quote(choice)) { Type = new("选项", "choice"), Rank = rank });
    }

    private static CompletionItem Word(string word, Bilingual description) => new(word, CompletionKind.Keyword, word) { Description = description, Rank = 6 };
}
