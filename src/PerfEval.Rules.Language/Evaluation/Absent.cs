namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Gathers the operands that have no value: the first failure wins, else the gaps of all. Start from the default.</summary>
internal struct Absent
{
    private Value failure;
    private Absence? first;
    private List<Absence>? others;

    /// <summary>Whether nothing was added.</summary>
    public readonly bool IsEmpty => first is null && !failure.IsFailed;

    /// <summary>What two operands come to of which at least one has no value.</summary>
    public static Value Of(in Value left, in Value right)
    {
        if (left.IsFailed || right.IsKnown)
            return left;
        if (right.IsFailed || left.IsKnown)
            return right;
        return Value.Missing(left.Absence.And(right.Absence));
    }

    /// <summary>There is no row with that key.</summary>
    public static Absence NoRow(Table table, in Value key)
    {
        var (name, shown) = (table.Type.Name, ValueText.Format(key, table.Type.Key?.Format, withUnit: true));
        return Absence.Of(new($"{name}[{shown}]", new($"{name}没有键为 `{shown}` 的行", $"no row with key `{shown}` in {name}")));
    }

    /// <summary>The table has no rows at all.</summary>
    public static Absence NoRows(Table table) =>
        Absence.Of(new("", new($"{table.Type.Name}没有行", $"no rows in {table.Type.Name}")));

    /// <summary>No row satisfies a condition.</summary>
    public static Absence NoSuchRow(Table table) =>
        Absence.Of(new("", new($"{table.Type.Name}没有满足条件的行", $"no rows in {table.Type.Name} satisfy the condition")));

    /// <summary>Adds an operand without a value.</summary>
    public void Add(in Value value)
    {
        if (value.IsFailed)
            failure = failure.IsFailed ? failure : value;
        else if (first is null)
            first = value.Absence;
        else if (!ReferenceEquals(first, value.Absence))
            (others ??= []).Add(value.Absence);
    }

    /// <summary>What it all comes to.</summary>
    public readonly Value ToValue()
    {
        if (failure.IsFailed)
            return failure;
        return first is null ? default : Value.Missing(others is null ? first : Absence.Union([first, .. others]));
    }
}
