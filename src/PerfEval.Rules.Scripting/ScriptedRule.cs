using System.Collections.Immutable;
using System.ComponentModel;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Scripting;

/// <summary>
/// What the class that is made of a script derives from: reads the slots of a frame, and counts the rows that are read, so that a script always comes to an end.
/// Public because that class lies in an assembly of its own; of no use to anybody else. Belongs to one run.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ScriptedRule
{
    /// <summary>How many rows a run may read, every pass over a table counted.</summary>
    public const int MostRows = 1_000_000;

    // As the language does with what comes of a division: the residue decides nothing.
    private const int Decimals = 20;

    private Frame frame = new(0);
    private int rowsLeft = MostRows;

    /// <summary>The script's value over a frame.</summary>
    internal Value Run(Frame values)
    {
        frame = values;
        return ValueOf(((IScript)this).Compute()); // the class made of a script is one
    }

    /// <summary>The number in a slot.</summary>
    protected decimal NumberAt(int slot) => Known(frame.Slots[slot]).Number;

    /// <summary>The bool in a slot.</summary>
    protected bool BoolAt(int slot) => Known(frame.Slots[slot]).IsTrue;

    /// <summary>The text in a slot.</summary>
    protected string TextAt(int slot) => Known(frame.Slots[slot]).Text;

    /// <summary>The day in a slot.</summary>
    protected DateOnly DateAt(int slot) => Known(frame.Slots[slot]).Date;

    /// <summary>The texts of the set in a slot.</summary>
    protected IEnumerable<string> TextsAt(int slot) => Counted(Known(frame.Slots[slot]).TextSet);

    /// <summary>The row in a slot.</summary>
    protected Row RowAt(int slot) => Known(frame.Slots[slot]).Row!; // by the slot's type

    /// <summary>The rows of the table in a slot, each counted as it is read.</summary>
    protected IEnumerable<T> RowsAt<T>(int slot, Func<Row, T> make)
    {
        foreach (var row in Counted(Known(frame.Slots[slot]).Table!.Rows)) // by the slot's type
            yield return make(row);
    }

    /// <summary>The items, each counted as it is read.</summary>
    internal IEnumerable<T> Counted<T>(ImmutableArray<T> items)
    {
        foreach (var item in items)
        {
            if (--rowsLeft < 0)
                throw new ScriptEnd(Failed(new($"脚本读取的行数超过 {MostRows}", $"the script reads more than {MostRows} rows")));
            yield return item;
        }
    }

    /// <summary>A value that is there; what is missing or failed ends the run.</summary>
    internal static Value Known(in Value value) => value.IsKnown ? value : throw new ScriptEnd(value);

    /// <summary>The value of a run that cannot come to an end.</summary>
    internal static Value Failed(Bilingual message) => Value.Failed(new(default, message));

    private static Value ValueOf(object? result) => result switch
    {
        decimal number => Value.Of(decimal.Round(number, Decimals)),
        bool truth => Value.Of(truth),
        string text => Value.Of(text),
        DateOnly day => Value.Of(day),
        int number => Value.Of((decimal)number),
        _ => Value.Missing(Absence.Unnamed),
    };
}

/// <summary>The script itself; implemented explicitly, so that no name of a rubric collides with it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScript
{
    /// <summary>What the script comes to.</summary>
    object? Compute();
}

/// <summary>What the class of a table's rows derives from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ScriptedRow(Row row, ScriptedRule rule)
{
    /// <summary>The number in a column.</summary>
    protected decimal NumberAt(int column) => ScriptedRule.Known(row.Cells[column]).Number;

    /// <summary>The bool in a column.</summary>
    protected bool BoolAt(int column) => ScriptedRule.Known(row.Cells[column]).IsTrue;

    /// <summary>The text in a column.</summary>
    protected string TextAt(int column) => ScriptedRule.Known(row.Cells[column]).Text;

    /// <summary>The day in a column.</summary>
    protected DateOnly DateAt(int column) => ScriptedRule.Known(row.Cells[column]).Date;

    /// <summary>The texts of the set in a column.</summary>
    protected IEnumerable<string> TextsAt(int column) => rule.Counted(ScriptedRule.Known(row.Cells[column]).TextSet);
}
