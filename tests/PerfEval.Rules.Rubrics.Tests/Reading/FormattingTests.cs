using System.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

public sealed class FormattingTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Packs.Folder, "*.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains("cases", StringComparison.Ordinal) && Path.GetDirectoryName(file) != Packs.Folder)
        .Select(file => Path.GetRelativePath(Packs.Folder, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Formatting_changes_no_content_and_is_stable(string file)
    {
        var before = File.ReadAllBytes(Path.Combine(Packs.Folder, file));
        var once = RubricFormatter.Format(before);
        Assert.NotNull(once);
        Assert.Equal(HashOf(before), HashOf(once));
        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(RubricFormatter.Format(once)!));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Canonical_json_reads_back_as_the_same_rubric(string file)
    {
        var document = RubricReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, file))).Document!;
        var canonical = CanonicalRubric.Write(document);
        Assert.Equal(Encoding.UTF8.GetString(canonical), Encoding.UTF8.GetString(CanonicalRubric.Write(RubricReader.Read(canonical).Document!)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pack_loads_without_errors(string file) => Assert.NotNull(Packs.Load(file));

    [Fact]
    public void A_file_with_comments_is_left_alone() => Assert.Null(RubricFormatter.Format("{ /* why */ }"u8.ToArray()));

    [Fact]
    public void So_is_one_that_begins_with_a_byte_order_mark() => Assert.Null(RubricFormatter.Format(
        Encoding.UTF8.GetBytes("\uFEFF// why\n" + """{"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0", "Inputs": []}""")));

    [Fact]
    public void A_text_of_several_lines_stays_one_where_an_array_would_be_several()
    {
        const string Lines = """
            {"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0", "Description": "one\ntwo",
             "Tables": [{"Name": "t", "Columns": [{"Name": "c"}], "Rows": [["one\ntwo"]]}],
             "Inputs": [{"Name": "a", "Type": "Text", "Default": "one\ntwo"}, {"Name": "b", "Type": "Choice", "Choices": ["one\ntwo", "three"]}]}
            """;
        var before = Encoding.UTF8.GetBytes(Lines);
        var formatted = RubricFormatter.Format(before)!;
        Assert.Empty(RubricLoader.Load(formatted).Diagnostics);
        Assert.Equal(HashOf(before), HashOf(formatted));
        Assert.Contains("\"Description\": [\n    \"one\",\n    \"two\"\n  ]", Encoding.UTF8.GetString(formatted), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_ignores_comments_space_and_how_a_text_is_broken_into_lines()
    {
        const string Loose = """
            { // a comment
              "WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0",
              "Description": ["one", "two"], "FullScore": 100.00, "Inputs": [], }
            """;
        const string Tight = """{"Scope":"department","WorkflowName":"440303/2020/department","Region":{"Code":"440303"},"Year":2020,"Version":"1.0.0","Description":"one\ntwo","FullScore":100,"Inputs":[]}""";
        Assert.Equal(HashOf(Encoding.UTF8.GetBytes(Tight)), HashOf(Encoding.UTF8.GetBytes(Loose)));
    }

    private static string HashOf(byte[] file) => CanonicalRubric.Hash(RubricLoader.Load(file).Document!);
}
