using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

public sealed class CaseRenamingTests
{
    private const string Case = """
        { "Name": "执行率", // 执行率
          "Submission": { "data": { "执行率": 80, "其他": "执行率" }, "evidence": { "执行率": "决算表" }, "reported": { "values": { "执行率": "80%" } } },
          "Expect": { "Values": { "执行率": "80%" }, "Scores": { "执行率": 1 } } }
        """;

    [Fact]
    public void Keys_of_data_and_values_get_the_new_name_and_nothing_else_does()
    {
        var after = new TextFix(new("", ""), CaseRenaming.Rename(Case, "执行率", "进度")).Apply(Case);
        Assert.Equal(
            Case.Replace("\"执行率\": 80", "\"进度\": 80", StringComparison.Ordinal).Replace("\"执行率\": \"", "\"进度\": \"", StringComparison.Ordinal),
            after);
    }

    [Fact]
    public void Cells_of_a_table_get_the_new_name_of_their_column()
    {
        const string text = """{ "Submission": { "data": { "项目": [ { "名称": "甲", "完成": 1 }, { "完成": 2 } ], "其他": [ { "完成": 3 } ], "完成": 4 } } }""";
        var after = new TextFix(new("", ""), CaseRenaming.RenameColumn(text, "项目", "完成", "完成量")).Apply(text);
        Assert.Equal("""{ "Submission": { "data": { "项目": [ { "名称": "甲", "完成量": 1 }, { "完成量": 2 } ], "其他": [ { "完成": 3 } ], "完成": 4 } } }""", after);
    }

    [Fact]
    public void A_case_without_the_name_stays_as_it_is() => Assert.Empty(CaseRenaming.Rename(Case, "没有", "新"));
}
