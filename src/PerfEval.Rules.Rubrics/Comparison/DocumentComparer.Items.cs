using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

internal sealed partial class DocumentComparer
{
    /// <summary>An element of an array with the key it is known by; a key that stands twice is told apart by its number.</summary>
    private sealed record Item<T>(string Key, T Node, int Index);

    private void CompareItems(string type, JsonArray? old, JsonArray? @new, ChangeSite site)
    {
        var subject = SubjectOf(type);
        var (before, after) = (Keyed(Objects(old), item => KeyOf(type, item)), Keyed(Objects(@new), item => KeyOf(type, item)));
        var oldByKey = before.ToDictionary(item => item.Key, StringComparer.Ordinal);
        var kept = after.Where(item => oldByKey.ContainsKey(item.Key)).ToList();
        var moved = Reordering.Moved([.. kept.Select(item => oldByKey[item.Key].Index)]);

        foreach (var item in before.ExceptBy(after.Select(item => item.Key), item => item.Key))
            Report(At(item.Key, item.Index, item.Index), new(ChangeKind.Removed, VersionPart.Minor), ChangeWords.Removed(At(item.Key, 0, 0).Name, "", ""), null, (item.Node, null));
        foreach (var item in after)
        {
            if (!oldByKey.TryGetValue(item.Key, out var earlier))
            {
                Report(At(item.Key, item.Index, item.Index), new(ChangeKind.Added, VersionPart.Minor), ChangeWords.Added(At(item.Key, 0, 0).Name, "", ""), null, (null, item.Node));
                continue;
            }

            var here = At(item.Key, earlier.Index, item.Index);
            CompareObjects(type, earlier.Node, item.Node, here, "");
            if (moved.Contains(earlier.Index))
                Report(here, new(ChangeKind.Moved, OrderMatters(type)), ChangeWords.Reordered(here.Name));
        }

        ChangeSite At(string key, int oldIndex, int newIndex) => site.Inside(subject, key, $"{site.OldPath}/{oldIndex}", $"{site.NewPath}/{newIndex}");
    }

    // Of overrides the last that applies gives the grade; everything else is told apart by name.
    private static VersionPart OrderMatters(string type) => type == "Override" ? VersionPart.Minor : VersionPart.Patch;

    private static ChangeSubject SubjectOf(string type) => type switch
    {
        "TableColumn" => ChangeSubject.Column,
        _ => Enum.Parse<ChangeSubject>(type),
    };

    private static string KeyOf(string type, JsonObject item) =>
        ((type == "Check" ? item.Find("Code") : null) ?? item.Find("Name")) is JsonText key ? key.Value : "";

    private static IEnumerable<JsonObject> Objects(JsonArray? array) => array?.Items.OfType<JsonObject>() ?? [];

    private static List<Item<T>> Keyed<T>(IEnumerable<T> nodes, Func<T, string> keyOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var items = new List<Item<T>>();
        foreach (var node in nodes)
        {
            var key = keyOf(node);
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            items.Add(new(count == 1 ? key : $"{key}#{count}", node, items.Count));
        }

        return items;
    }

    // Rows by the key column of the new table, else by position; cells by column.
    private void CompareRows(JsonObject oldTable, JsonObject newTable, ChangeSite site)
    {
        var (oldColumns, newColumns) = (ColumnsOf(oldTable), ColumnsOf(newTable));
        var key = newTable.Find("Key") is JsonText { Value: var name } && oldColumns.Contains(name) ? name : null;
        var (before, after) = (RowsOf(oldTable, oldColumns, key, oldUtf8), RowsOf(newTable, newColumns, key, newUtf8));
        var oldByKey = before.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var moved = Reordering.Moved([.. after.Where(row => oldByKey.ContainsKey(row.Key)).Select(row => oldByKey[row.Key].Index)]);
        foreach (var row in before.ExceptBy(after.Select(row => row.Key), row => row.Key))
            Report(At(row.Key, row.Index, row.Index), new(ChangeKind.Removed, VersionPart.Minor), ChangeWords.Removed(At(row.Key, 0, 0).Name, "", ""), null, (row.Node, null));
        foreach (var row in after)
        {
            if (!oldByKey.TryGetValue(row.Key, out var earlier))
            {
                Report(At(row.Key, row.Index, row.Index), new(ChangeKind.Added, VersionPart.Minor), ChangeWords.Added(At(row.Key, 0, 0).Name, "", ""), null, (null, row.Node));
                continue;
            }

            var here = At(row.Key, earlier.Index, row.Index);
            CompareCells((earlier.Node, oldColumns), (row.Node, newColumns), here);
            if (moved.Contains(earlier.Index))
                Report(here, new(ChangeKind.Moved, VersionPart.Minor), ChangeWords.Reordered(here.Name));
        }

        ChangeSite At(string row, int oldIndex, int newIndex) => site.Inside(ChangeSubject.Row, row, $"{site.OldPath}/{oldIndex}", $"{site.NewPath}/{newIndex}");
    }

    private void CompareCells((JsonArray Row, List<string> Columns) old, (JsonArray Row, List<string> Columns) @new, ChangeSite site)
    {
        var width = Math.Max(old.Row.Items.Length, @new.Row.Items.Length);
        var beyond = Enumerable.Range(0, width).Where(i => i >= old.Columns.Count && i >= @new.Columns.Count).Select(i => $"#{i + 1}");
        foreach (var column in @new.Columns.Intersect(old.Columns).Concat(beyond))
        {
            var (oldIndex, newIndex) = (IndexOf(old.Columns, column), IndexOf(@new.Columns, column));
            var values = (Old: old.Row.Items.ElementAtOrDefault(oldIndex), New: @new.Row.Items.ElementAtOrDefault(newIndex));
            if (!AreSame(values.Old, values.New))
                ReportProperty("Row", $"“{column}”", column, values, site with { OldPath = $"{site.OldPath}/{oldIndex}", NewPath = $"{site.NewPath}/{newIndex}" });
        }
    }

    private static int IndexOf(List<string> columns, string column) =>
        columns.IndexOf(column) is >= 0 and var index ? index : int.Parse(column.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1;

    private static List<string> ColumnsOf(JsonObject table) =>
        [.. Keyed(Objects(table.Find("Columns") as JsonArray), column => KeyOf("TableColumn", column)).Select(column => column.Key)];

    private static List<Item<JsonArray>> RowsOf(JsonObject table, List<string> columns, string? key, byte[] utf8)
    {
        var rows = (table.Find("Rows") as JsonArray)?.Items.OfType<JsonArray>().ToList() ?? [];
        var index = key is null ? -1 : columns.IndexOf(key);
        var number = 0;
        return Keyed(rows, row => (index < 0 ? null : ShownValue.Whole(row.Items.ElementAtOrDefault(index), utf8)) ?? $"{number++ + 1}");
    }
}
