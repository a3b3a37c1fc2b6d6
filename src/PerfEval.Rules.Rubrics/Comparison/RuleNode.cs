using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>A rule in the tree of a canonical document.</summary>
/// <param name="Code">Its code, by default the path of names.</param>
/// <param name="HasCode">The code is written.</param>
/// <param name="Index">Among its siblings.</param>
/// <param name="IsOff">It or a rule around it has <c>Enabled: false</c>.</param>
/// <param name="IsInformation">It or a rule around it is shown only.</param>
internal sealed record RuleNode(JsonObject Json, string Path, string Code, bool HasCode, string Name, RuleNode? Parent, int Index, bool IsOff, bool IsInformation)
{
    /// <summary>How many rules lie below it.</summary>
    public int Descendants => CountBelow(Json);

    /// <summary>Every rule of a document, parents before children.</summary>
    public static ImmutableArray<RuleNode> Of(JsonObject document)
    {
        var nodes = ImmutableArray.CreateBuilder<RuleNode>();
        Add(document, "", null);
        return nodes.ToImmutable();

        void Add(JsonObject around, string path, RuleNode? parent)
        {
            var index = 0;
            foreach (var rule in Children(around))
            {
                var node = Make(rule, $"{path}/Rules/{index}", parent, index++);
                nodes.Add(node);
                Add(rule, node.Path, node);
            }
        }
    }

    /// <summary>Its weight, or the sum of its children's; null where an expression, rows or nothing give it.</summary>
    public static decimal? WeightOf(JsonObject rule)
    {
        if (rule.Find("Weight") is { } weight)
            return (weight as JsonNumber)?.Value;
        var children = Children(rule).Where(child => child.Find("Enabled") is not JsonFlag { Value: false } && child.Find("Kind") is not JsonText { Value: "Information" }).Select(child => child.Find("ForEach") is null ? WeightOf(child) : null).ToList();
        return children.Count == 0 || children.Contains(null) ? null : children.Sum();
    }

    private static RuleNode Make(JsonObject rule, string path, RuleNode? parent, int index)
    {
        var name = (rule.Find("RuleName") as JsonText)?.Value ?? "";
        var code = (rule.Find("Code") as JsonText)?.Value;
        return new(
            rule,
            path,
            code ?? (parent is null ? name : $"{parent.Code}/{name}"),
            code is not null,
            name,
            parent,
            index,
            parent is { IsOff: true } || rule.Find("Enabled") is JsonFlag { Value: false },
            parent is { IsInformation: true } || rule.Find("Kind") is JsonText { Value: "Information" });
    }

    private static IEnumerable<JsonObject> Children(JsonObject rule) => (rule.Find("Rules") as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static int CountBelow(JsonObject rule) => Children(rule).Sum(child => 1 + CountBelow(child));
}
