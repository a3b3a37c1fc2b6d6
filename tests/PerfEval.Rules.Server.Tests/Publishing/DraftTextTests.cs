using System.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Publishing;

public sealed class DraftTextTests
{
    private static readonly RubricKey Key = new(Some.Region, 2020, "project");

    [Fact]
    public void Setting_the_version_leaves_layout_and_remarks_alone()
    {
        var text = Some.Rubric().Replace("\"Inputs\": [", "\"Inputs\": [ // 数据项", StringComparison.Ordinal);
        var changed = DraftText.WithVersion(text, "1.1.0", "1.0.0");
        var document = Load(changed).Document!;
        Assert.Equal(("1.1.0", "1.0.0"), (document.Version, document.Supersedes));
        Assert.Contains("\"Inputs\": [ // 数据项", text, StringComparison.Ordinal);
        Assert.EndsWith(text[text.IndexOf("\"Inputs\"", StringComparison.Ordinal)..], changed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_of_a_rubric_supersedes_the_one_it_comes_from_and_has_no_note_yet()
    {
        var text = Some.Rubric("1.1.0").Replace("\"Title\"", "\"ChangeNote\": \"旧\", \"Supersedes\": \"1.0.0\", \"Title\"", StringComparison.Ordinal);
        var document = Load(DraftText.From(text, Load(text).Document!, Key)).Document!;
        Assert.Equal(("1.1.0", "1.1.0", null), (document.Version, document.Supersedes, document.ChangeNote));
    }

    [Fact]
    public void A_text_made_over_to_another_region_is_that_regions_first_version()
    {
        var text = Some.Rubric("1.1.0", "2026-07-01");
        var made = Load(DraftText.From(text, Load(text).Document!, new("440303", 2026, "project.运维")));
        Assert.NotNull(made.Rubric);
        Assert.Equal(
            ("440303/2026/project.运维", "440303", null, 2026, "project.运维", "1.0.0", null),
            (made.Document!.WorkflowName, made.Document.Region.Code, made.Document.Region.Name, made.Document.Year, made.Document.Scope, made.Document.Version, made.Document.EffectiveFrom));
    }

    [Fact]
    public void What_begins_from_scratch_is_sound() => Assert.Empty(Load(DraftText.Scratch(new("440303", 2026, "project.运维"))).Diagnostics);

    private static LoadedRubric Load(string text) => RubricLoader.Load(Encoding.UTF8.GetBytes(text));
}
