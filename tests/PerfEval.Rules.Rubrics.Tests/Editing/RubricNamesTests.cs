using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

public sealed class RubricNamesTests
{
    [Theory]
    [InlineData("折算 >= 90%", "▮折算 >= 90%", "/GlobalParams/0", "\"折算\"")]
    [InlineData("min(比, 1)", "min(▮比, 1)", "/Rules/1/LocalParams/0", "\"比\"")]
    [InlineData("$(执行率, 1)", "$(▮执行率, 1)", "/Inputs/0", "\"执行率\"")]
    [InlineData("p => p.完成", "p => p.▮完成", "/Inputs/3/Columns/1", "\"完成\"")]
    [InlineData("p => p.完成", "p => ▮p.完成", "/GlobalParams/1/Expression", "p")]
    [InlineData("].系数", "].▮系数", "/Tables/0/Columns/1", "\"系数\"")]
    [InlineData("完成数 / 10", "▮B2 / 10", "/Rules/1/Rules/1", "\"B2\"")]
    [InlineData("* Weight", "* ▮Weight", null, null)]
    public void A_name_leads_to_its_declaration(string old, string marked, string? path, string? name)
    {
        var (editor, caret) = SmallDocument.At(old, marked);
        var found = editor.DefinitionAt(caret);
        Assert.Equal((path, name), (found?.Path, found?.Span.Of(editor.Text).ToString()));
    }

    [Theory]
    [InlineData("执行率", "预算执行率", 3)]
    [InlineData("标准", "系数表", 3)]
    [InlineData("比", "比例", 2)]
    [InlineData("折算", "折算率", 2)]
    [InlineData("项目", "各项目", 2)]
    public void A_new_name_is_given_everywhere_and_the_document_means_the_same(string name, string newName, int places)
    {
        var renaming = SmallDocument.Editor.Rename(name, newName);
        Assert.Null(renaming.Obstacle);
        Assert.Equal(places, renaming.Changes.Length);
        var after = SmallDocument.Editor.With(renaming.Changes);
        Assert.Empty(after.Problems);
        Assert.NotNull(after.DeclarationOf(newName, "/Rules/1/Rules/0/Score"));

        // and back again gives the very text
        Assert.Equal(SmallDocument.Text, after.With(after.Rename(newName, name).Changes).Text);
    }

    [Theory]
    [InlineData("执行率", "公开", "the name `公开` is already taken")]
    [InlineData("比", "执行率", "the name `执行率` is already taken")]
    [InlineData("执行率", "比", "the name `比` is already taken")]
    [InlineData("项目", "p", "`p` is already the parameter of a lambda")]
    [InlineData("执行率", "1号", "`1号` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in")]
    [InlineData("B2", "评定分", "the name of a judged rule is its code: change the Code")]
    [InlineData("没有", "新", "there is no name `没有`")]
    public void A_name_that_cannot_be_given_is_refused_with_the_reason(string name, string newName, string why)
    {
        var renaming = SmallDocument.Editor.Rename(name, newName);
        Assert.Equal(why, renaming.Obstacle?.En);
        Assert.Empty(renaming.Changes);
    }

    [Fact]
    public void Renaming_works_from_a_use_as_from_the_declaration()
    {
        var (editor, caret) = SmallDocument.At("$(执行率, 1)", "$(执▮行率, 1)");
        var declared = editor.DefinitionAt(caret)!.Span.Start + 1;
        Assert.Equal(editor.Rename(caret, "甲").Changes.AsEnumerable(), editor.Rename(declared, "甲").Changes);
        Assert.Equal(3, editor.ReferencesAt(caret).Length);
    }

    [Theory]
    [InlineData("标准", "系数", "比重", 2)]
    [InlineData("标准", "档", "等次", 3)]
    [InlineData("项目", "名称", "项目名", 2)]
    [InlineData("项目", "完成", "完成量", 2)]
    public void A_column_gets_another_name_wherever_it_is_used_and_the_document_means_the_same(string table, string column, string newName, int places)
    {
        var renaming = SmallDocument.Editor.RenameColumn(table, column, newName);
        Assert.Null(renaming.Obstacle);
        Assert.Equal(places, renaming.Changes.Length);
        var after = SmallDocument.Editor.With(renaming.Changes);
        Assert.Empty(after.Problems);
        Assert.Equal(SmallDocument.Text, after.With(after.RenameColumn(table, newName, column).Changes).Text);
    }

    [Theory]
    [InlineData("标准", "系数", "档", "there is a column `档` already")]
    [InlineData("标准", "系数", "1号", "`1号` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in")]
    [InlineData("标准", "没有", "新", "`标准` has no column `没有`")]
    public void A_name_that_a_column_cannot_have_is_refused_with_the_reason(string table, string column, string newName, string why) =>
        Assert.Equal(why, SmallDocument.Editor.RenameColumn(table, column, newName).Obstacle?.En);

    [Fact]
    public void A_column_is_renamed_from_a_use_as_from_its_declaration()
    {
        var (editor, caret) = SmallDocument.At("p => p.完成", "p => p.完▮成");
        var declared = editor.DefinitionAt(caret)!.Span.Start + 1;
        Assert.Equal(2, editor.Rename(caret, "甲").Changes.Length);
        Assert.Equal(editor.Rename(caret, "甲").Changes.AsEnumerable(), editor.Rename(declared, "甲").Changes);
    }

    // Every input and param of a real rubric can be given another name.
    [Theory]
    [InlineData("440303-luohu/2020/department/1.1.0.json")]
    [InlineData("420112-dongxihu/2020/project/1.0.0.json")]
    public void Every_name_of_a_pack_can_be_changed(string file)
    {
        var editor = RubricEditor.Open(File.ReadAllText(Path.Combine(Packs.Folder, file)));
        var errors = editor.Problems.Length;
        foreach (var name in editor.Document!.Inputs.Select(input => input.Name).Concat(editor.Document.GlobalParams.Select(param => param.Name)).Take(25))
        {
            var after = editor.With(editor.Rename(name, "新的名称").Changes);
            Assert.True(after.Problems.Length == errors, $"{name}: {string.Join('\n', after.Problems)}");
        }
    }
}
