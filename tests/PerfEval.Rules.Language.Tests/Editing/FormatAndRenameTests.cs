using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Tests.Binding;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Editing;

public sealed class FormatAndRenameTests
{
    [Theory]
    [InlineData("人数＋1×（2）", "人数 + 1 * (2)")]
    [InlineData("人数 +\n1", "人数 +\n1")]
    [InlineData("min(人数,\n1)  // 上限", "min(人数,\n    1) // 上限")]
    [InlineData("执行率 switch {\n>=90% => 1, // 好\n\n\n_=>0,\n}", "执行率 switch {\n    >= 90% => 1, // 好\n\n    _ => 0\n}")]
    [InlineData("人数 +", null)]
    [InlineData("人数 == 1 // x", null)]
    public void Formatting_writes_signs_and_blanks_and_keeps_lines_and_comments(string text, string? expected) =>
        Assert.Equal(expected, new EditedExpression(text, Declared.Scope()).Format());

    [Fact]
    public void Formatting_changes_no_tree_and_is_stable()
    {
        var random = new Random(3);
        foreach (var text in Cases.Read("binding.csv").Select(row => row[0]))
        {
            var broken = string.Concat(text.Select(c => c == ' ' && random.Next(3) == 0 ? "\n" : c.ToString()));
            if (new EditedExpression(broken, Declared.Scope()).Format() is not { } once)
                continue;
            Assert.Equal(Printer.Print(Parser.Parse(broken).Root), Printer.Print(Parser.Parse(once).Root));
            Assert.Equal(once, new EditedExpression(once, Declared.Scope()).Format());
        }
    }

    [Theory]
    [InlineData("人▮数 + min(人数, row.金额) / 编制", "职工数", "职工数 + min(职工数, row.金额) / 编制")]
    [InlineData("预算数 > 预算▮数 +", "预算额", "预算额 > 预算额 +")]
    [InlineData("项目.Sum(▮p => p.预算) + 预算数", "每行", "项目.Sum(每行 => 每行.预算) + 预算数")]
    [InlineData("\"人数\" == 单位名称 && 人▮数 > 1 // 人数\n", "职工数", "\"人数\" == 单位名称 && 职工数 > 1 // 人数\n")]
    [InlineData("人▮数", "编制", "the name `编制` is already taken")]
    [InlineData("人▮数", "1人", "`1人` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in")]
    [InlineData("人▮数", "switch", "`switch` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in")]
    [InlineData("人▮数 + 项目.Sum(p => p.预算)", "p", "`p` is already the parameter of a lambda here")]
    [InlineData("1 ▮+ 2", "甲", "there is no name to rename here")]
    public void A_name_is_changed_everywhere_or_it_is_said_why_not(string marked, string name, string expected)
    {
        var (edited, caret) = Carets.Parse(marked);
        var renaming = edited.Rename(caret, name);
        Assert.Equal(expected, renaming.Obstacle?.En ?? new TextFix(new("", ""), renaming.Changes).Apply(edited.Text));
    }

    [Fact]
    public void A_definition_is_a_symbol_a_column_or_a_place_in_the_text()
    {
        var (edited, _) = Carets.Parse("▮项目.Sum(p => p.预算) + 人数");
        Assert.Equal("人数", edited.NameAt(edited.Text.Length)?.Symbol?.Name);
        Assert.Same(Declared.Projects, edited.NameAt(edited.Text.IndexOf("预算", StringComparison.Ordinal))?.Table);
        Assert.Equal(new TextSpan(7, 1), edited.NameAt(edited.Text.IndexOf("p.", StringComparison.Ordinal))?.Declaration);
    }

    [Fact]
    public void Diagnostics_come_with_fixes_that_work()
    {
        var edited = new EditedExpression("人数 》 5", Declared.Scope());
        var found = Assert.Single(edited.Diagnostics);
        Assert.Empty(new EditedExpression(found.Fixes[0].Apply(edited.Text), Declared.Scope()).Diagnostics);
    }
}
