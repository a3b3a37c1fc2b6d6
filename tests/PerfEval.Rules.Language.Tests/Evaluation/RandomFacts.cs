using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>Random frames over <see cref="World"/>: everything known, or with gaps of known ranges, and the ways to fill them.</summary>
internal sealed class RandomFacts(Random random)
{
    private static readonly decimal[] Numbers = [0m, 1m, 2m, 3m, 0.5m, 0.9m, 0.899m, 100m, -1m, 1.25m, 7m, 49m, 50m, 0.3333333333333333333333333333m];
    private static readonly Symbol[] Inputs = [.. World.Symbols.Where(symbol => symbol.Kind != SymbolKind.Table)];

    /// <summary>A frame in which a value, or a cell of 项目, is missing with this chance in a hundred.</summary>
    public Frame Frame(int missingPercent)
    {
        var frame = World.NewFrame();
        foreach (var symbol in Inputs)
            frame.Slots[symbol.Slot] = symbol.Type is TableType ? Table(missingPercent) : Draw(symbol.Name, symbol.Type, missingPercent);
        return frame;
    }

    /// <summary>The gaps of a frame, cells among them.</summary>
    public static ImmutableArray<Gap> GapsOf(Frame frame) =>
    [
        .. Inputs
            .SelectMany(symbol => frame.Slots[symbol.Slot].Table is { } table ? table.Rows.SelectMany(row => row.Cells) : [frame.Slots[symbol.Slot]])
            .Where(value => value.IsMissing)
            .Select(value => value.Absence.Gaps[0]),
    ];

    /// <summary>The frame with these gaps filled by values within their ranges.</summary>
    public Frame Fill(Frame frame, ImmutableHashSet<string> filled)
    {
        var result = World.NewFrame();
        Array.Copy(frame.Slots, result.Slots, Math.Min(frame.Slots.Length, result.Slots.Length));
        foreach (var symbol in Inputs)
        {
            ref var slot = ref result.Slots[symbol.Slot];
            slot = slot.Table is { } table ? Value.Of(new Table(table.Type, [.. table.Rows.Select(row => Fill(table.Type, row, filled))])) : Fill(slot, symbol.Type, filled);
        }

        return result;
    }

    private Row Fill(TableType type, Row row, ImmutableHashSet<string> filled) =>
        row with { Cells = [.. row.Cells.Select((cell, column) => Fill(cell, type.Columns[column].Type, filled))] };

    private Value Fill(Value value, ExpressionType type, ImmutableHashSet<string> filled)
    {
        if (!value.IsMissing || !filled.Contains(value.Absence.Gaps[0].Name))
            return value;
        if (type is TableType)
            return Table(0);
        return type is NumberType ? Value.Of(Samples.In(value.Absence.Gaps[0].Range, random)) : Known(type);
    }

    private Value Draw(string name, ExpressionType type, int missingPercent) =>
        random.Next(100) < missingPercent
            ? Value.Missing(Absence.Of(new(name, null, type is NumberType ? Range() : default, IsBound: type is NumberType && random.Next(2) == 0)))
            : Known(type);

    private Value Known(ExpressionType type) => type switch
    {
        NumberType { Measure: Measure.Money } => Value.Of(Pick(Numbers) * 10_000),
        NumberType => Value.Of(Pick(Numbers)),
        BoolType => Value.Of(random.Next(2) == 0),
        DateType => Value.Of(new DateOnly(2020, random.Next(1, 3), random.Next(1, 3))),
        TextSetType => Value.Of(random.Next(2) == 0 ? ImmutableArray.Create("培训") : []),
        TextType { Choices: { IsEmpty: false } choices } => Value.Of(choices[random.Next(choices.Length)]),
        _ => Value.Of(random.Next(2) == 0 ? "机关党委" : "工会"),
    };

    private Value Table(int missingPercent)
    {
        if (random.Next(100) < missingPercent / 3)
            return Value.Missing(Absence.Of(new("项目")));
        string[] names = ["培训", "会议", "设备", "网络"];
        var rows = names.Take(random.Next(5)).Select(name => new Row([Value.Of(name), .. World.Projects.Columns.Skip(1).Select(column => Draw($"项目[{name}].{column.Name}", column.Type, missingPercent))], name));
        return Value.Of(new Table(World.Projects, [.. rows]));
    }

    private Interval Range()
    {
        var (x, y) = (Pick(Numbers), Pick(Numbers));
        var (low, high) = (Math.Min(x, y), Math.Max(x, y));
        var isOpen = low < high;
        return new(random.Next(6) == 0 ? null : low, isOpen && random.Next(3) == 0, random.Next(6) == 0 ? null : high, isOpen && random.Next(3) == 0);
    }

    private T Pick<T>(T[] options) => options[random.Next(options.Length)];
}
