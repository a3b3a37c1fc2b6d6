using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Reads the properties of one JSON object, each asked for by name; what was never asked for is unknown.</summary>
internal sealed class PropertyReader(JsonObject source, string path, RubricDiagnosticBag diagnostics)
{
    private static readonly Bilingual TextOrLines = new("文本（或各行文本的数组）", "a text (or an array of lines)");
    private static readonly Bilingual ANumber = new("绝对值不超过 1000 万亿的数字", "a number of at most 10¹⁵");

    // Room for conversion to 元, for sums and for products within System.Decimal.
    private const decimal MaxNumber = 1_000_000_000_000_000;

    // Points are multiplied with each other where weight is redistributed.
    private const decimal MaxPoints = 1_000_000;

    private readonly List<string> asked = [];

    public string Path => path;

    public RubricDiagnosticBag Diagnostics => diagnostics;

    public string? Text(string name) => Ask(name) is { } node ? TextOf(node, PathOf(name)) : null;

    public SourcedText? Sourced(string name) => Text(name) is { } text ? new(text, PathOf(name)) : null;

    public string RequiredText(string name) => Require(name, Text(name)) ?? "";

    public SourcedText RequiredSourced(string name) => Require(name, Sourced(name)) ?? new("", PathOf(name));

    public decimal RequiredPoints(string name)
    {
        if (source.Find(name) is null or JsonNull)
            diagnostics.Missing(path, name);
        return Points(name) ?? 0;
    }

    public decimal? Number(string name)
    {
        switch (Ask(name))
        {
            case null or JsonNull:
                return null;
            case JsonNumber { Value: { } value } when IsInRange(value):
                return value;
            default:
                diagnostics.WrongType(PathOf(name), ANumber);
                return null;
        }
    }

    /// <summary>Whether a number leaves room to calculate with it.</summary>
    public static bool IsInRange(decimal number) => Math.Abs(number) <= MaxNumber;

    /// <summary>A number of points: a weight, a score, a total.</summary>
    public decimal? Points(string name)
    {
        if (Number(name) is not { } points)
            return null;
        if (Math.Abs(points) <= MaxPoints)
            return points;
        diagnostics.OutOfRange(PathOf(name), -MaxPoints, MaxPoints);
        return null;
    }

    public int RequiredWhole(string name, int min, int max)
    {
        if (source.Find(name) is null or JsonNull)
            diagnostics.Missing(path, name);
        return Whole(name, min, max) ?? 0;
    }

    public int? Whole(string name, int min, int max)
    {
        if (Number(name) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number >= min && number <= max)
            return (int)number;
        diagnostics.OutOfRange(PathOf(name), min, max);
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Ask(name))
        {
            case null or JsonNull:
                return null;
            case JsonFlag flag:
                return flag.Value;
            default:
                diagnostics.WrongType(PathOf(name), new("true 或 false", "true or false"));
                return null;
        }
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } word)
            return null;
        if (Enum.GetNames<T>().Contains(word))
            return Enum.Parse<T>(word);
        diagnostics.UnknownWord(PathOf(name), word, Enum.GetNames<T>());
        return null;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        diagnostics.WrongType(PathOf(name), new("日期 yyyy-MM-dd", "a date, yyyy-MM-dd"));
        return null;
    }

    /// <summary>An object, read by <paramref name="read"/>.</summary>
    public T? Object<T>(string name, Func<PropertyReader, T> read)
        where T : class => Ask(name) is { } node ? ObjectOf(node, PathOf(name), read) : null;

    /// <summary>An array of objects; absent: empty.</summary>
    public ImmutableArray<T> Objects<T>(string name, Func<PropertyReader, T> read)
        where T : class => [.. Nodes(name).Select(item => ObjectOf(item.Node, item.Path, read)).OfType<T>()];

    /// <summary>An array of texts; absent: empty.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (node, itemPath) in Nodes(name))
        {
            if (node is JsonText text)
                texts.Add(text.Value);
            else
                diagnostics.WrongType(itemPath, new("文本", "a text"));
        }

        return texts.ToImmutable();
    }

    /// <summary>The elements of an array with their places; absent: none.</summary>
    public IEnumerable<(JsonNode Node, string Path)> Nodes(string name)
    {
        switch (Ask(name))
        {
            case null or JsonNull:
                return [];
            case JsonArray array:
                return array.Items.Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}/{i}")));
            default:
                diagnostics.WrongType(PathOf(name), new("数组", "an array"));
                return [];
        }
    }

    /// <summary>The raw value, for properties of several forms.</summary>
    public JsonNode? Ask(string name)
    {
        asked.Add(name);
        return source.Find(name);
    }

    public string PathOf(string name) => $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public T ObjectOf<T>(JsonObject node, string itemPath, Func<PropertyReader, T> read)
    {
        var reader = new PropertyReader(node, itemPath, diagnostics);
        var result = read(reader);
        reader.Finish();
        return result;
    }

    /// <summary>Reports what was never asked for, and what stands twice.</summary>
    public void Finish()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in source.Members)
        {
            if (!seen.Add(member.Name))
                diagnostics.DuplicateProperty(PathOf(member.Name), member.Name);
            else if (!asked.Contains(member.Name))
                diagnostics.UnknownProperty(PathOf(member.Name), member.Name, Spelling.FindNearest(member.Name, asked));
        }
    }

    private T? ObjectOf<T>(JsonNode node, string itemPath, Func<PropertyReader, T> read)
        where T : class
    {
        if (node is JsonObject found)
            return ObjectOf(found, itemPath, read);
        if (node is not JsonNull)
            diagnostics.WrongType(itemPath, new("对象", "an object"));
        return null;
    }

    private string? TextOf(JsonNode node, string textPath)
    {
        switch (node)
        {
            case JsonText text:
                return text.Value;
            case JsonArray lines when lines.Items.All(line => line is JsonText):
                return string.Join('\n', lines.Items.Select(line => ((JsonText)line).Value));
            case JsonNull:
                return null;
            default:
                diagnostics.WrongType(textPath, TextOrLines);
                return null;
        }
    }

    private T? Require<T>(string name, T? value)
        where T : class
    {
        if (value is null && source.Find(name) is null or JsonNull)
            diagnostics.Missing(path, name);
        return value;
    }
}
