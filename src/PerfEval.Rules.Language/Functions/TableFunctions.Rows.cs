using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

// Conditions on rows, and rows chosen.
internal static partial class TableFunctions
{
    private static readonly Bilingual WrongCount = new("行数必须是不小于 0 的整数", "the number of rows must be a whole number that is not negative");

    public static Value Count(CallSite call, Frame frame)
    {
        if (call.Arguments.Length > 1)
            return Select(call, frame, rows: null, out var count) is { IsKnown: false } absent ? absent : Value.Of((decimal)count);
        var source = call.Argument(0, frame);
        return source.Table is { } table ? Value.Of((decimal)table.Rows.Length) : source;
    }

    public static Value Any(CallSite call, Frame frame) => Kleene(call, frame, decisive: true);

    public static Value All(CallSite call, Frame frame) => Kleene(call, frame, decisive: false);

    public static Value Where(CallSite call, Frame frame)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var source = Select(call, frame, rows, out _);
        return source.Table is { } table ? Value.Of(new Table(table.Type, rows.ToImmutable())) : source;
    }

    public static Value Top(CallSite call, Frame frame)
    {
        var (source, count) = (call.Argument(0, frame), call.Argument(1, frame));
        if (!source.IsKnown || !count.IsKnown)
            return Absent.Of(source, count);
        if (count.Number < 0 || !decimal.IsInteger(count.Number))
            return call.Fail(WrongCount, source, count);
        var table = source.Table!; // known, and of type table
        var reader = new RowReader(call, 2, table, frame);
        var numbers = new decimal[table.Rows.Length];
        var absent = default(Absent);
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = reader.At(i);
            numbers[i] = value.Number;
            if (!value.IsKnown)
                absent.Add(value);
        }

        return absent.IsEmpty ? Value.Of(TakeGreatest(table, numbers, count.Number)) : absent.ToValue();
    }

    /// <summary>Stops at the first row that satisfies the condition: the rows behind it cannot change which it is.</summary>
    public static Value First(CallSite call, Frame frame)
    {
        var source = call.Argument(0, frame);
        if (source.Table is not { } table)
            return source;
        var reader = new RowReader(call, 1, table, frame);
        var absent = default(Absent);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var condition = reader.At(i);
            if (condition.IsFailed)
                return condition;
            if (condition.IsMissing)
                absent.Add(condition);
            else if (condition.IsTrue)
                return absent.IsEmpty ? Value.Of(table.Rows[i]) : absent.ToValue();
        }

        return absent.IsEmpty ? Value.Missing(Absent.NoSuchRow(table)) : absent.ToValue();
    }

    /// <summary>The rows with the greatest numbers, greatest first; equal ones keep the order of the rows.</summary>
    internal static Table TakeGreatest(Table table, decimal[] numbers, decimal count) => new(
        table.Type,
        [
            .. Enumerable.Range(0, numbers.Length)
                .OrderByDescending(row => numbers[row])
                .Take((int)Math.Min(count, numbers.Length))
                .Select(row => table.Rows[row]),
        ]);

    /// <summary>The table, when the condition has a value for every row; adds the rows for which it is true.</summary>
    private static Value Select(CallSite call, Frame frame, ImmutableArray<Row>.Builder? rows, out int count)
    {
        count = 0;
        var source = call.Argument(0, frame);
        if (source.Table is not { } table)
            return source;
        var reader = new RowReader(call, 1, table, frame);
        var absent = default(Absent);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var condition = reader.At(i);
            if (!condition.IsKnown)
                absent.Add(condition);
            if (!condition.IsTrue)
                continue;
            count++;
            rows?.Add(table.Rows[i]);
        }

        return absent.IsEmpty ? source : absent.ToValue();
    }

    private static Value Kleene(CallSite call, Frame frame, bool decisive)
    {
        var source = call.Argument(0, frame);
        if (source.Table is not { } table)
            return source;
        var reader = new RowReader(call, 1, table, frame);
        var absent = default(Absent);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var condition = reader.At(i);
            if (condition.IsFailed || (condition.IsKnown && condition.IsTrue == decisive))
                return condition;
            if (condition.IsMissing)
                absent.Add(condition);
        }

        return absent.IsEmpty ? Value.Of(!decisive) : absent.ToValue();
    }
}
