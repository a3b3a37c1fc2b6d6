using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

public sealed class ComparisonPropertyTests
{
    public static TheoryData<string> Files => ["440303-luohu/2020/department/1.1.0.json", "420112-dongxihu/2020/department/1.0.0.json", "420112-dongxihu/2020/accounts/1.0.0.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_random_change_is_reported_in_both_directions_and_calls_for_a_version(string file)
    {
        var text = File.ReadAllText(Path.Combine(Packs.Folder, file));
        var original = SmallRubric.Read(JsonNode.Parse(text)!);
        Check(original, () => JsonNode.Parse(text)!, 60);
    }

    [Fact]
    public void Every_random_change_of_a_small_rubric_is_reported()
    {
        var text = System.Text.Encoding.UTF8.GetString(CanonicalRubric.Write(SmallRubric.Document));
        Check(SmallRubric.Document, () => JsonNode.Parse(text)!, 1500);
    }

    private static void Check(Rubric original, Func<JsonNode> copy, int rounds)
    {
        var reported = 0;
        for (var seed = 0; seed < rounds; seed++)
        {
            var node = copy();
            new RandomChanges(new Random(seed)).Apply(node);
            if (SmallRubric.Read(node) is not { } changed || CanonicalRubric.Hash(changed) == CanonicalRubric.Hash(original))
                continue;
            var (there, back) = (VersionChange.Of(original, changed), VersionChange.Of(changed, original));
            Assert.False(there.Changes.IsEmpty || back.Changes.IsEmpty, $"seed {seed}: {node.ToJsonString()}");
            Assert.True(there.Part > VersionPart.None || there.Changes.All(change => change.Property == "Version"), $"seed {seed}");
            Assert.Equal(there.Changes.Count(change => change.Kind == ChangeKind.Added), back.Changes.Count(change => change.Kind == ChangeKind.Removed));
            reported++;
        }

        Assert.InRange(reported, rounds / 2, rounds);
    }
}
