using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

internal sealed partial class DocumentValidator
{
    private void CheckInputs()
    {
        foreach (var input in rubric.Inputs)
            CheckInput(input, isColumn: false);
    }

    private void CheckInput(Input input, bool isColumn)
    {
        if (isColumn && input.Type == InputType.Table)
            diagnostics.Error("PR0030", input.Path + "/Type", "表的列不能再是表", "a column cannot be a table");
        if (input.Type == InputType.Table)
            CheckColumns(input);
        else if (!input.Columns.IsEmpty || input.Key is not null)
            diagnostics.Error("PR0031", input.Path, "只有 Table 才有 Columns 和 Key", "only a Table has Columns and Key");
        if (input.Type is InputType.Choice or InputType.MultiChoice && input.Choices.IsEmpty && input.ChoicesFrom is null)
            diagnostics.Error("PR0032", input.Path, $"`{input.Name}` 没有选项", $"`{input.Name}` has no choices");
        if (input.Type is not (InputType.Choice or InputType.MultiChoice) && (!input.Choices.IsEmpty || input.ChoicesFrom is not null))
            diagnostics.Error("PR0032", input.Path + "/Choices", "只有 Choice 和 MultiChoice 才有选项", "only Choice and MultiChoice have choices");
        if (input.Choices.Distinct(StringComparer.Ordinal).Count() != input.Choices.Length)
            diagnostics.Error("PR0033", input.Path + "/Choices", "选项重复", "a choice stands twice");
        CheckRange(input);
    }

    private void CheckRange(Input input)
    {
        if (input.Type != InputType.Number && (input.Unit ?? (object?)input.Min ?? input.Max ?? input.MinExclusive ?? input.MaxExclusive ?? input.Digits) is not null)
            diagnostics.Error("PR0034", input.Path, "Unit、Min、Max、Digits 只用于 Number", "Unit, Min, Max and Digits belong to a Number");
        if (input is { Min: not null, MinExclusive: not null } or { Max: not null, MaxExclusive: not null })
            diagnostics.Error("PR0035", input.Path, "同一端只能写包含或不包含中的一种", "an end is either inclusive or exclusive, not both");
        var (low, high) = (input.MinExclusive ?? input.Min, input.MaxExclusive ?? input.Max);
        if (low > high || (low == high && (input.MinExclusive ?? input.MaxExclusive) is not null))
            diagnostics.Error("PR0036", input.Path, "取值范围为空：Min 大于 Max", "the range is empty: Min is greater than Max");
        if (input.Default is decimal fallback && (fallback < input.Min || fallback > input.Max || fallback <= input.MinExclusive || fallback >= input.MaxExclusive))
            diagnostics.Error("PR0037", input.Path + "/Default", "默认值不在取值范围内", "the default lies outside the range");
        if (input.Default is string choice && input.Type == InputType.Choice && !input.Choices.IsEmpty && !input.Choices.Contains(choice))
            diagnostics.Error("PR0037", input.Path + "/Default", $"默认值 `{choice}` 不是选项之一", $"the default `{choice}` is none of the choices");
    }

    private void CheckColumns(Input input)
    {
        if (input.Columns.IsEmpty)
            diagnostics.Error("PR0038", input.Path, $"表 `{input.Name}` 没有列", $"the table `{input.Name}` has no columns");
        foreach (var column in input.Columns)
            CheckInput(column, isColumn: true);
        CheckColumnNames(input.Columns.Select(column => (column.Name, column.Path + "/Name")), input.Key, input.Path + "/Key");
    }

    private void CheckColumnNames(IEnumerable<(string Name, string Path)> columns, string? key, string keyPath)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in columns)
        {
            if (!Names.IsName(name))
                diagnostics.Error("PR0028", path, $"`{name}` 不能用作列名：由文字、数字和下划线组成，不以数字开头", $"`{name}` cannot be a column name: letters, digits and underscores, no digit first");
            else if (!names.Add(Names.Normalize(name)))
                diagnostics.Error("PR0029", path, $"列名 `{name}` 重复", $"the column `{name}` stands twice");
        }

        if (key is not null && !names.Contains(Names.Normalize(key)))
            diagnostics.Error("PR0039", keyPath, $"没有名为 `{key}` 的列", $"there is no column named `{key}`");
    }

    private void CheckTables()
    {
        foreach (var table in rubric.Tables)
        {
            CheckColumnNames(table.Columns.Select((column, i) => (column.Name, $"{table.Path}/Columns/{i}/Name")), table.Key, table.Path + "/Key");
            for (var i = 0; i < table.Rows.Length; i++)
            {
                if (table.Rows[i].Length != table.Columns.Length)
                    diagnostics.Error("PR0040", $"{table.Path}/Rows/{i}", $"此行有 {table.Rows[i].Length} 个值，应有 {table.Columns.Length} 个", $"the row has {table.Rows[i].Length} values where {table.Columns.Length} are due");
            }

            CheckKeys(table);
        }
    }

    private void CheckKeys(TableDefinition table)
    {
        var index = table.Columns.Select(column => column.Name).ToList().IndexOf(table.Key ?? "");
        var seen = new HashSet<object>();
        for (var i = 0; index >= 0 && i < table.Rows.Length; i++)
        {
            var key = index < table.Rows[i].Length ? table.Rows[i][index] : null;
            if (key is null || !seen.Add(key))
                diagnostics.Error("PR0041", $"{table.Path}/Rows/{i}", key is null ? "此行没有主键值" : $"主键 `{key}` 重复", key is null ? "the row has no key" : $"the key `{key}` stands twice");
        }
    }

    private void CheckScales()
    {
        foreach (var scale in rubric.Scales)
            CheckBands(scale.Bands, scale.Path, scale.Path + "/Bands");
    }

    private void CheckBands(ImmutableArray<Band> bands, string path, string bandsPath)
    {
        if (bands.IsEmpty)
            diagnostics.Error("PR0042", path, "定性分档没有档次", "the scale has no bands");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            if (band.From < 0 || band.To > 1 || band.From > band.To || (band.From == band.To && (band.FromIncluded is false || band.ToIncluded is false)))
                diagnostics.Error("PR0043", $"{bandsPath}/{i}", $"`{band.Name}` 的区间须在 0 至 1 之间，From 不大于 To，且不为空", $"the shares of `{band.Name}` must lie between 0 and 1, From not above To, and not be empty");
            if (!names.Add(band.Name))
                diagnostics.Error("PR0044", $"{bandsPath}/{i}/Name", $"档次 `{band.Name}` 重复", $"the band `{band.Name}` stands twice");
        }
    }
}
