using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of a table: figures over its rows. A row whose lambda has no value takes the whole with it.</summary>
internal static partial class TableFunctions
{
    private static readonly Bilingual WeightsAreZero = new("权重之和为零", "the weights add up to zero");

    public static Value Sum(CallSite call, Frame frame)
    {
        var sum = Fold<Addition>(call, 1, frame, out var rows);
        return rows == 0 ? Value.Of(0m) : sum;
    }

    public static Value Average(CallSite call, Frame frame)
    {
        var sum = Fold<Addition>(call, 1, frame, out var rows);
        return sum.IsKnown ? Value.Of(sum.Number / rows) : sum;
    }

    public static Value Min(CallSite call, Frame frame) => Fold<Least>(call, 1, frame, out _);

    public static Value Max(CallSite call, Frame frame) => Fold<Greatest>(call, 1, frame, out _);

    public static Value WeightedAverage(CallSite call, Frame frame)
    {
        var source = call.Argument(0, frame);
        if (source.Table is not { } table)
            return source;
        if (table.Rows.IsEmpty)
            return Value.Missing(Absent.NoRows(table));
        try
        {
            return Weigh(call, table, frame);
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    private static Value Weigh(CallSite call, Table table, Frame frame)
    {
        var values = new RowReader(call, 1, table, frame);
        var weights = new RowReader(call, 2, table, frame);
        var absent = default(Absent);
        var (sum, weightSum, mean) = (0m, 0m, default(MeanRange));
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var (value, weight) = (values.At(i), weights.At(i));
            if (value.IsKnown && weight.IsKnown)
            {
                sum += value.Number * weight.Number;
                weightSum += weight.Number;
                mean.Add(value.Number, weight.Number);
                continue;
            }

            absent.Add(Absent.Of(value, weight));
        }

        if (!absent.IsEmpty)
            return absent.ToValue();
        return weightSum == 0 ? call.Fail(WeightsAreZero, Value.Of(table)) : Value.Of(mean.Clamp(sum / weightSum));
    }

    /// <summary>Where a weighted mean lies: between the values, unless a weight is negative. Rounded products of tiny weights may say otherwise.</summary>
    private struct MeanRange
    {
        private decimal? least;
        private decimal greatest;
        private bool hasNegative;

        public void Add(decimal value, decimal weight)
        {
            greatest = least is null ? value : Math.Max(greatest, value);
            least = Math.Min(least ?? value, value);
            hasNegative |= weight < 0;
        }

        public readonly decimal Clamp(decimal mean) => hasNegative || least is not { } low ? mean : Math.Clamp(mean, low, greatest);
    }

    /// <summary>The lambda's numbers folded in row order. No rows: missing, and <paramref name="rows"/> is 0; it is −1 where there is no table.</summary>
    private static Value Fold<TOperation>(CallSite call, int lambda, Frame frame, out int rows)
        where TOperation : struct, IFold
    {
        rows = -1;
        var source = call.Argument(0, frame);
        if (source.Table is not { } table)
            return source;
        rows = table.Rows.Length;
        if (rows == 0)
            return Value.Missing(Absent.NoRows(table));
        try
        {
            return Fold<TOperation>(new RowReader(call, lambda, table, frame), rows);
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    private static Value Fold<TOperation>(RowReader reader, int rows)
        where TOperation : struct, IFold
    {
        var absent = default(Absent);
        var result = 0m;
        for (var i = 0; i < rows; i++)
        {
            var value = reader.At(i);
            if (!value.IsKnown)
                absent.Add(value);
            else
                result = i == 0 ? value.Raw : TOperation.Apply(result, value.Raw);
        }

        return absent.IsEmpty ? Value.Of(result) : absent.ToValue();
    }
}
