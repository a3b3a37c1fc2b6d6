using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

internal sealed partial class Linker
{
    private void DeclareTable(TableDefinition definition)
    {
        var columns = definition.Columns.Select(column => new Column(Names.Normalize(column.Name), TypeOf(column.Type ?? InputType.Text, column.Unit, []))
        {
            Format = FormatOf(column.Unit, null),
        }).ToImmutableArray();
        var type = new TableType(Names.Normalize(definition.Name), columns, KeyIndex(columns, definition.Key));
        var rows = definition.Rows.Select((cells, index) => ConstantRow(definition, type, cells, index)).ToImmutableArray();
        var symbol = new Symbol(SymbolKind.Table, type.Name, type, slots.Next());
        globals.TryAdd(symbol.Name, symbol); // names that are the same have been told by the reader
        constants[symbol.Slot] = Value.Of(new Table(type, rows));
    }

    private Row ConstantRow(TableDefinition definition, TableType type, ImmutableArray<object?> cells, int index)
    {
        var values = ImmutableArray.CreateBuilder<Value>(type.Columns.Length);
        for (var i = 0; i < type.Columns.Length; i++)
        {
            var (column, cell) = (definition.Columns[i], i < cells.Length ? cells[i] : null);
            var value = ConstantOf(cell, column.Type ?? InputType.Text, column.Unit);
            if (value is null)
                diagnostics.DefaultDoesNotFit($"{definition.Path}/Rows/{index}/{i}", column.Name);
            values.Add(value is { IsMissing: false } known ? known : Value.Missing(Absence.Of(new($"{type.Name}[{index + 1}].{type.Columns[i].Name}"))));
        }

        return new(values.MoveToImmutable(), LabelOf(type.KeyIndex < 0 ? default : values.ElementAtOrDefault(type.KeyIndex), index));
    }

    private void DeclareInput(Input definition)
    {
        var input = LinkInput(definition);
        var symbol = new Symbol(SymbolKind.Input, input.Name, input.Type, slots.Next())
        {
            Format = input.Format,
            Description = DescriptionOf(definition),
            Source = definition.Source,
        };
        Add(input with { Symbol = symbol });
    }

    // Names that are the same have been told by the reader.
    private void Add(LinkedInput input)
    {
        if (!globals.TryAdd(input.Name, input.Symbol!)) // declared inputs always have a symbol
            return;
        inputPositions.Add(input.Name, inputs.Count);
        inputs.Add(input);
    }

    private LinkedInput LinkInput(Input definition)
    {
        var name = Names.Normalize(definition.Name);
        var columns = definition.Columns.Select(LinkInput).ToImmutableArray();
        var type = definition.Type == InputType.Table
            ? TableOf(name, columns, definition.Key)
            : TypeOf(definition.Type, definition.Unit, ChoicesOf(definition));
        var fallback = ConstantOf(definition.Default, definition.Type, definition.Unit);
        var range = RangeOf(definition);
        if (fallback is null)
            diagnostics.DefaultDoesNotFit(definition.Path, name);
        else if (!IsAmongValues(fallback.Value, definition, type, range))
            diagnostics.DefaultOutOfRange(definition.Path + "/Default", name);
        return new(name, definition, type)
        {
            Format = definition.Type == InputType.Number ? FormatOf(definition.Unit, definition.Digits) : null,
            Range = range,
            Default = fallback ?? default,
            IsRequired = definition.Required ?? definition.RequiredWhen is null,
            Columns = columns,
        };
    }

    // What the reader cannot tell of a default: one with a unit, choices taken from a table, several of them.
    private static bool IsAmongValues(Value fallback, Input definition, ExpressionType type, Interval range) => (fallback.Kind, type) switch
    {
        (ValueKind.Number, _) => definition.Default is not string || range.Contains(fallback.Number),
        (ValueKind.Text, TextType { Choices: var choices }) => definition.ChoicesFrom is null || choices.IsEmpty || choices.Contains(fallback.Text),
        (ValueKind.TextSet, TextSetType { Choices: var choices }) => choices.IsEmpty || fallback.TextSet.All(choices.Contains),
        _ => true,
    };

    // A label's holes are filled when all params are known, which they are not while names are declared.
    private static string? DescriptionOf(Input definition) => definition.Description ?? (definition.Label is { } label ? TextTemplate.InWords(label) : null);

    private static TableType TableOf(string name, ImmutableArray<LinkedInput> inputs, string? key)
    {
        var columns = inputs.Select(input => new Column(input.Name, input.Type)
        {
            Format = input.Format,
            Description = DescriptionOf(input.Definition),
        }).ToImmutableArray();
        return new(name, columns, KeyIndex(columns, key));
    }

    private static int KeyIndex(ImmutableArray<Column> columns, string? key) =>
        key is null ? -1 : columns.Select(column => column.Name).ToList().IndexOf(Names.Normalize(key));

    private ImmutableArray<string> ChoicesOf(Input definition)
    {
        if (definition.ChoicesFrom is not { } source)
            return definition.Choices;
        if (source.Split('.') is [var tableName, var columnName]
            && document.Tables.FirstOrDefault(table => table.Name == tableName) is { } table
            && table.Columns.Select(column => column.Name).ToList().IndexOf(columnName) is >= 0 and var index)
            return [.. table.Rows.Where(row => index < row.Length).Select(row => row[index]).OfType<string>().Distinct()];

        diagnostics.UnknownChoices(definition.Path + "/Choices", source);
        return [];
    }

    private static ExpressionType TypeOf(InputType type, string? unit, ImmutableArray<string> choices) => type switch
    {
        InputType.Number => Units.IsMoney(unit) ? ExpressionType.Money : ExpressionType.Number,
        InputType.Bool => ExpressionType.Bool,
        InputType.Date => ExpressionType.Date,
        InputType.Choice => new TextType { Choices = choices },
        InputType.MultiChoice => new TextSetType(choices),
        _ => ExpressionType.Text,
    };

    private static NumberFormat? FormatOf(string? unit, int? digits) => unit is null && digits is null ? null : new(unit, digits);

    private static Interval RangeOf(Input definition)
    {
        var scale = Units.Scale(definition.Unit);
        var (low, high) = (definition.MinExclusive ?? definition.Min, definition.MaxExclusive ?? definition.Max);
        return new(low * scale, definition.MinExclusive is not null, high * scale, definition.MaxExclusive is not null);
    }

    // A constant as written in the document: missing for none, null where it does not fit the type.
    private static Value? ConstantOf(object? constant, InputType type, string? unit) => (constant, type) switch
    {
        (null, _) => default(Value),
        (decimal number, InputType.Number) => Value.Of(number * Units.Scale(unit)),
        (string text, InputType.Number) => NumberOf(text, unit),
        (bool flag, InputType.Bool) => Value.Of(flag),
        (string text, InputType.Date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Value.Of(date) : null,
        (string text, InputType.Text or InputType.Choice) => Value.Of(text),
        (string text, InputType.MultiChoice) => Value.Of(ImmutableArray.Create(text)),
        (ImmutableArray<string> texts, InputType.MultiChoice) => Value.Of(texts),
        _ => null,
    };

    private static Value? NumberOf(string text, string? unit)
    {
        var digits = unit is not null && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Reading.PropertyReader.IsInRange(number)
            ? Value.Of(number * Units.Scale(unit))
            : null;
    }

    private static string LabelOf(Value key, int index) => key.Kind switch
    {
        ValueKind.Text => key.Text,
        ValueKind.Number => key.Number.ToString("0.############", CultureInfo.InvariantCulture),
        ValueKind.Date => key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (index + 1).ToString(CultureInfo.InvariantCulture),
    };
}
