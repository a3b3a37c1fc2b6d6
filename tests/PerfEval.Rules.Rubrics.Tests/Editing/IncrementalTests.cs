using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

public sealed class IncrementalTests
{
    private static readonly string[] Pieces = ["执行率", "比", "1", " + ", "(", "\\\"", "》", "。", "公开", "Weight", "}", "\"", ",", "\n", "$(", "null"];

    // The law of every short cut: what is found after a change is what is found by opening the text anew.
    [Fact]
    public void After_any_sequence_of_changes_the_problems_are_those_of_the_text_opened_anew()
    {
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var editor = SmallDocument.Editor;
            for (var step = 0; step < 6; step++)
            {
                editor = editor.WithText(Change(editor.Text, random));
                Assert.Equal(Shown(RubricEditor.Open(editor.Text)), Shown(editor));
            }
        }
    }

    [Theory]
    [InlineData("440303-luohu/2020/department/1.1.0.json")]
    [InlineData("420112-dongxihu/2020/project/1.0.0.json")]
    public void Typing_in_the_expressions_of_a_pack_gives_what_opening_it_gives(string file)
    {
        var random = new Random(5);
        var text = File.ReadAllText(Path.Combine(Packs.Folder, file));
        var editor = RubricEditor.Open(text);
        var places = text.Split("\"Score\": \"").SkipLast(1).Aggregate((At: 0, Places: new List<int>()), (sum, part) => (sum.At + part.Length + 10, [.. sum.Places, sum.At + part.Length + 10])).Places;
        for (var round = 0; round < 12; round++)
        {
            var at = places[random.Next(places.Count)] + random.Next(4);
            var after = editor.WithText(text.Insert(at, Pieces[random.Next(9)]));
            Assert.Equal(Shown(RubricEditor.Open(after.Text)), Shown(after));
        }
    }

    [Fact]
    public void Taking_a_change_back_leaves_no_trace()
    {
        var broken = SmallDocument.Editor.WithText(SmallDocument.Text.Replace("min(比, 1)", "min(比比, 1)", StringComparison.Ordinal));
        Assert.NotEmpty(broken.Problems);
        Assert.Null(broken.Rubric);
        var whole = broken.WithText(SmallDocument.Text);
        Assert.Empty(whole.Problems);
        Assert.NotNull(whole.Rubric);
    }

    private static string Change(string text, Random random)
    {
        var start = random.Next(400, text.Length);
        var length = random.Next(3) == 0 ? Math.Min(random.Next(4), text.Length - start) : 0;
        return string.Concat(text.AsSpan(0, start), Pieces[random.Next(Pieces.Length)], text.AsSpan(start + length));
    }

    private static List<string> Shown(RubricEditor editor) =>
        [.. editor.Problems.Select(problem => $"{problem.Span.Start}+{problem.Span.Length} {problem} {string.Join('|', problem.Fixes.Select(fix => fix.Apply(editor.Text).Length))}").Order(StringComparer.Ordinal)];
}
