using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

public sealed class RubricEditsTests
{
    private const string Text = """
        {
          "Title": "评分表", // 标题
          "FullScore": 100,
          /* 等级 */
          "Grades": [ { "Name": "优", "From": 90 }, { "Name": "良", "From": 80 } ],
          "Inputs": [
            { "Name": "甲", "Type": "Number" }, // 第一
            // 第二
            { "Name": "乙", "Type": "Number" },
            { "Name": "丙", "Type": "Number" }
          ],
          "Checks": [],
          "Rules": [
            {
              "RuleName": "一",
              "Weight": 60
            },
            {
              "RuleName": "二", "Weight": 40,
            },
          ],
        }
        """;

    [Theory]
    [InlineData("/Title", "\"新\"", "\"Title\": \"评分表\", // 标题", "\"Title\": \"新\", // 标题")]
    [InlineData("/Grades/0/From", "95", "\"优\", \"From\": 90 }", "\"优\", \"From\": 95 }")]
    [InlineData("/Inputs/0/Unit", "\"万元\"", "\"甲\", \"Type\": \"Number\" }", "\"甲\", \"Type\": \"Number\", \"Unit\": \"万元\" }")]
    [InlineData("/Inputs/0/Label", "\"第一项\"", "\"甲\", \"Type\"", "\"甲\", \"Label\": \"第一项\", \"Type\"")]
    [InlineData("/Rules/0/Score", "\"1\"", "      \"Weight\": 60\n", "      \"Weight\": 60,\n      \"Score\": \"1\"\n")]
    [InlineData("/Rules/1/Code", "\"B\"", "\"二\", \"Weight\": 40,", "\"二\", \"Code\": \"B\", \"Weight\": 40,")]
    [InlineData("/Rules/1/Score", "\"1\"", "\"Weight\": 40,\n", "\"Weight\": 40, \"Score\": \"1\",\n")]
    [InlineData("/Rounding/Total/Digits", "1", "\"FullScore\": 100,\n", "\"FullScore\": 100,\n  /* 等级 */\n  \"Rounding\": { \"Total\": { \"Digits\": 1 } },\n")]
    [InlineData("/Rules/0/Weight", null, ",\n      \"Weight\": 60\n", "\n")]
    [InlineData("/FullScore", null, "  \"FullScore\": 100,\n", "  \n")]
    public void A_property_is_set_where_it_stands_or_belongs(string path, string? json, string old, string @new) =>
        Check(Normal(RubricEdits.Set(Text, path, json)), Text.Replace(old, @new, StringComparison.Ordinal).Replace("  /* 等级 */\n  \"Rounding\": { \"Total\": { \"Digits\": 1 } },\n  /* 等级 */\n", "  /* 等级 */\n  \"Rounding\": {\n    \"Total\": { \"Digits\": 1 }\n  },\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("/Grades", 1, """{"Name":"中","From":85}""", "\"From\": 90 }, {", "\"From\": 90 }, { \"Name\": \"中\", \"From\": 85 }, {")]
    [InlineData("/Grades", 9, """{"Name":"差","From":0}""", "\"From\": 80 } ]", "\"From\": 80 }, { \"Name\": \"差\", \"From\": 0 } ]")]
    [InlineData("/Inputs", 0, """{"Name":"零","Type":"Bool"}""", "    { \"Name\": \"甲\"", "    { \"Name\": \"零\", \"Type\": \"Bool\" },\n    { \"Name\": \"甲\"")]
    [InlineData("/Inputs", 3, """{"Name":"丁","Type":"Bool"}""", "{ \"Name\": \"丙\", \"Type\": \"Number\" }\n", "{ \"Name\": \"丙\", \"Type\": \"Number\" },\n    { \"Name\": \"丁\", \"Type\": \"Bool\" }\n")]
    [InlineData("/Rules", 2, """{"RuleName":"三"}""", "40,\n    },\n", "40,\n    },\n    { \"RuleName\": \"三\" },\n")]
    [InlineData("/Checks", 0, """{"Name":"查","Expression":"true"}""", "\"Checks\": []", "\"Checks\": [{ \"Name\": \"查\", \"Expression\": \"true\" }]")]
    public void An_element_is_put_in_as_its_neighbours_stand(string path, int index, string json, string old, string @new) =>
        Check(RubricEdits.Insert(Text, path, index, json), Text.Replace(old, @new, StringComparison.Ordinal));

    [Theory]
    [InlineData("/Grades/0", "{ \"Name\": \"优\", \"From\": 90 }, ", "")]
    [InlineData("/Grades/1", ", { \"Name\": \"良\", \"From\": 80 }", "")]
    [InlineData("/Inputs/2", "\"乙\", \"Type\": \"Number\" },\n    { \"Name\": \"丙\", \"Type\": \"Number\" }", "\"乙\", \"Type\": \"Number\" }")]
    [InlineData("/Rules/1", "\n    {\n      \"RuleName\": \"二\", \"Weight\": 40,\n    },", "")]
    public void An_element_goes_with_its_comma_and_blanks(string path, string old, string @new) =>
        Check(RubricEdits.Remove(Text, path), Text.Replace(old, @new, StringComparison.Ordinal));

    [Fact]
    public void An_element_moves_as_it_is_written()
    {
        Check(RubricEdits.Move(Text, "/Grades/1", 0), Text.Replace("{ \"Name\": \"优\", \"From\": 90 }, { \"Name\": \"良\", \"From\": 80 }", "{ \"Name\": \"良\", \"From\": 80 }, { \"Name\": \"优\", \"From\": 90 }", StringComparison.Ordinal));
        var nested = new TextFix(new("", ""), RubricEdits.Move(Text, "/Rules/0", "/Rules/1/Rules", 0)).Apply(Text);
        Assert.Contains("\"二\", \"Weight\": 40, \"Rules\": [", nested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Nonsense/3/x")]
    [InlineData("")]
    [InlineData("/Inputs/99")]
    public void A_pointer_that_leads_nowhere_changes_nothing(string path) => Assert.Empty(RubricEdits.Remove(Text, path));

    [Fact]
    public void A_text_of_several_lines_is_an_array() => Assert.Equal("""["一 \"甲\"", "二"]""", RubricEdits.ValueOf("一 \"甲\"\n二"));

    private static System.Collections.Immutable.ImmutableArray<TextChange> Normal(System.Collections.Immutable.ImmutableArray<TextChange> changes) => changes;

    private static void Check(System.Collections.Immutable.ImmutableArray<TextChange> changes, string expected) =>
        Assert.Equal(expected, new TextFix(new("", ""), changes).Apply(Text));
}
