using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Every function of the language: one row each, overloads one after the other. A row is all a new function needs.</summary>
public static partial class FunctionTable
{
    private static readonly FrozenDictionary<string, ImmutableArray<Function>> ByName;

    static FunctionTable()
    {
        All = [.. Numbers(), .. Tables(), .. Dates(), .. Texts()];
        ByName = All.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every row, in the order of the documentation.</summary>
    public static ImmutableArray<Function> All { get; }

    /// <summary>The overloads with this name, case ignored; empty: there is no such function.</summary>
    public static ImmutableArray<Function> Find(string name) => ByName.GetValueOrDefault(name, []);

    private static Parameter Number(string name, string zh, string en) => new(name, ParameterKind.Number, new(zh, en));

    private static Parameter Numbers(string name, string zh, string en) => Number(name, zh, en) with { IsRepeated = true };

    private static Parameter Whole(string name, string zh, string en) => new(name, ParameterKind.Whole, new(zh, en));

    private static Parameter Date(string name, string zh, string en) => new(name, ParameterKind.Date, new(zh, en));

    private static Parameter Text(string name, string zh, string en) => new(name, ParameterKind.Text, new(zh, en));

    private static Parameter Table { get; } = new("table", ParameterKind.Table, new("表", "the table"));

    private static Parameter RowNumber(string name, string zh, string en) => new(name, ParameterKind.RowNumber, new(zh, en));

    private static Parameter RowValue { get; } = RowNumber("value", "每行的数值", "the number of each row");

    private static Parameter RowCondition { get; } = new("condition", ParameterKind.RowBool, new("每行的条件", "the condition on each row"));

    private static FunctionExample Example(string expression, string result) => new(expression, result);

    private static Bilingual Summary(string zh, string en) => new(zh, en);
}
