using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

/// <summary>Random edits of random documents, laid out at random with remarks and trailing commas.</summary>
public sealed class RubricEditsPropertyTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void An_edit_gives_the_tree_it_stands_for_and_loses_no_remark()
    {
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var expected = Value(random, 0);
            var text = Lay(expected, random, "\n");
            var (changes, gone) = Edit(text, expected, random);
            var after = new TextFix(new("", ""), [.. changes]).Apply(text);
            Assert.True(IsSame(expected, after), $"seed {seed}\n{text}\n=>\n{after}\nbut not\n{expected.ToJsonString()}");
            Assert.True(Remarks(text).SequenceEqual(Remarks(after + "\n" + gone)), $"seed {seed}\n{text}\n=>\n{after}\nless\n{gone}");
        }
    }

    private static (IEnumerable<TextChange> Changes, string Gone) Edit(string text, JsonNode root, Random random)
    {
        var containers = All(root).Where(node => node is JsonArray or JsonObject { Count: > 0 }).ToList();
        var container = containers[random.Next(containers.Count)];
        var path = PathOf(container);
        if (container is JsonObject owner)
        {
            var name = random.Next(4) == 0 ? "新" : owner.ElementAt(random.Next(owner.Count)).Key;
            if (random.Next(3) == 0 && name != "新")
            {
                owner.Remove(name);
                return (RubricEdits.Remove(text, $"{path}/{name}"), At(text, $"{path}/{name}", withName: true));
            }

            owner[name] = Value(random, 2);
            return (RubricEdits.Set(text, $"{path}/{name}", owner[name]!.ToJsonString()), At(text, $"{path}/{name}", withName: false));
        }

        return EditArray(text, (JsonArray)container, path, random);
    }

    private static (IEnumerable<TextChange> Changes, string Gone) EditArray(string text, JsonArray array, string path, Random random)
    {
        var (from, to) = (random.Next(Math.Max(1, array.Count)), random.Next(array.Count + 1));
        switch (random.Next(3))
        {
            case 0 when array.Count > 0:
                array.RemoveAt(from);
                return (RubricEdits.Remove(text, $"{path}/{from}"), At(text, $"{path}/{from}", withName: false));
            case 1 when array.Count > 0:
                var moved = array[from];
                array.RemoveAt(from);
                array.Insert(Math.Min(to, array.Count), moved);
                return (RubricEdits.Move(text, $"{path}/{from}", to), "");
            default:
                var added = Value(random, 2);
                array.Insert(to, added);
                return (RubricEdits.Insert(text, path, to, added.ToJsonString()), "");
        }
    }

    // What an edit takes away with the remarks inside it.
    private static string At(string text, string path, bool withName)
    {
        var (node, member, isExact) = DocumentPlace.Find(DocumentParser.Parse(text), path);
        return !isExact ? "" : withName ? member!.Span.Of(text).ToString() : node!.Span.Of(text).ToString();
    }

    private static bool IsSame(JsonNode expected, string text)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(expected.ToJsonString()), JsonNode.Parse(text, null, Lenient));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode Value(Random random, int depth)
    {
        var kind = depth == 0 ? random.Next(2) : random.Next(depth > 3 ? 2 : 0, 5);
        return kind switch
        {
            0 => new JsonObject(Enumerable.Range(0, random.Next(depth == 0 ? 1 : 0, 4)).Select(i => KeyValuePair.Create($"p{i}", (JsonNode?)Value(random, depth + 1)))),
            1 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
            2 => JsonValue.Create(random.Next(100)),
            3 => JsonValue.Create(random.Next(2) == 0 ? "文 \" \\ // 本" : "a\tb"),
            _ => JsonValue.Create(random.Next(2) == 0),
        };
    }

    private static string Lay(JsonNode? node, Random random, string indent)
    {
        var (open, close, items) = node switch
        {
            JsonObject owner => ("{", "}", owner.Select(member => $"\"{member.Key}\":{Gap(random, "")}{Lay(member.Value, random, indent + "  ")}").ToList()),
            JsonArray array => ("[", "]", array.Select(item => Lay(item, random, indent + "  ")).ToList()),
            _ => ("", "", null),
        };
        if (items is null)
            return node!.ToJsonString(); // a value
        var isOpen = random.Next(2) == 0;
        var text = open;
        for (var i = 0; i < items.Count; i++)
            text += Gap(random, isOpen ? indent + "  " : " ") + items[i] + (random.Next(6) == 0 ? " /* r" + random.Next(1000) + " */" : "") + (i < items.Count - 1 || random.Next(4) == 0 ? "," : "");
        return text + Gap(random, isOpen && items.Count > 0 ? indent : "") + close;
    }

    private static string Gap(Random random, string blanks) => random.Next(9) switch
    {
        0 => $" // r{random.Next(1000)}\n{blanks}",
        1 => $"{blanks}/* r{random.Next(1000)} */",
        _ => blanks,
    };

    private static List<string> Remarks(string text) =>
        [.. Regex.Matches(Regex.Replace(text, @"""(\\.|[^""\\])*""", ""), @"// r\d+|/\* r\d+ \*/").Select(match => match.Value).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(member => All(member.Value)).Prepend(owner),
        JsonArray array => array.SelectMany(All).Prepend(array),
        _ => [],
    };

    private static string PathOf(JsonNode node) => node.Parent switch
    {
        JsonObject owner => $"{PathOf(owner)}/{node.GetPropertyName()}",
        JsonArray array => $"{PathOf(array)}/{node.GetElementIndex()}",
        _ => "",
    };
}
