using System.Text;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

public sealed class RubricEditorTests
{
    [Fact]
    public void The_small_document_is_sound()
    {
        Assert.Empty(SmallDocument.Editor.Problems);
        Assert.NotNull(SmallDocument.Editor.Rubric);
    }

    // Old text, what stands there instead (with a caret), what is offered among others, what is not.
    [Theory]
    [InlineData("min(比, 1)", "min(▮, 1)", "比 完成数 折算 执行率 Weight", "公开")]
    [InlineData("公开 == \\\"是\\\"", "公开 == ▮", "\"是\" \"否\"", "执行率")]
    [InlineData("公开 == \\\"是\\\"", "公开 == \\\"▮\\\"", "是 否", "执行率")]
    [InlineData("p => p.完成", "p => p.▮", "名称 完成", "执行率")]
    [InlineData("$(执行率, 1)", "$(▮, 1)", "执行率 折算", "比")]
    [InlineData("$(执行率, 1)", "$(执▮", "执行率", "折算")]
    [InlineData("\"Score\": \"min(比, 1) * Weight\"", "\"Score\": \"m▮", "min", "abs")]
    [InlineData("\"Judged\": \"三档\"", "\"Judged\": \"▮\"", "Points YesNo 三档", "执行率")]
    [InlineData("\"Unit\": \"%\"", "\"Unit\": ▮", "万元 %", "执行率")]
    [InlineData("\"Type\": \"Choice\", \"Choices\": [ \"是\"", "\"Type\": \"▮\", \"Choices\": [ \"是\"", "Number Choice Table", "Weight")]
    [InlineData("\"Min\": 0, \"Source\"", "\"▮\", \"Source\"", "Min Max Required", "Name Source")]
    [InlineData("\"Min\": 0, \"Source\"", "▮ \"Source\"", "Min Max Required", "Name Source Weight")]
    [InlineData("\"Key\": \"名称\"", "\"Key\": \"▮\"", "名称 完成", "档")]
    [InlineData("\"Weight\": 10, ", "\"Weight\": 10, \"Enabled\": ▮, ", "true false", "Judged")]
    public void What_fits_is_offered_in_expressions_and_around_them(string old, string marked, string offered, string not)
    {
        var (editor, caret) = SmallDocument.At(old, marked);
        var labels = editor.Complete(caret).Items.Select(item => item.Label).ToList();
        Assert.Empty(offered.Split(' ').Except(labels));
        Assert.Empty(not.Split(' ').Intersect(labels));
    }

    [Theory]
    [InlineData("公开 == \\\"是\\\"", "公开 == \\\"▮\\\"", "否", "公开 == \\\"否\\\"")]
    [InlineData("公开 == \\\"是\\\"", "公开 == ▮", "\"否\"", "公开 == \\\"否\\\"")]
    [InlineData("\"Min\": 0, \"Source\"", "\"▮\", \"Source\"", "Max", "\"Max\": , \"Source\"")]
    [InlineData("\"Unit\": \"%\"", "\"▮\": \"%\"", "Unit", "\"Unit\": \"%\"")]
    public void An_offer_is_put_in_as_the_document_writes_it(string old, string marked, string label, string expected)
    {
        var (editor, caret) = SmallDocument.At(old, marked);
        var list = editor.Complete(caret);
        var after = editor.With([new TextChange(list.Replaced, list.Items.First(item => item.Label == label).InsertText)]);
        Assert.Contains(expected, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hover_shows_what_the_document_says_of_a_name()
    {
        var (editor, caret) = SmallDocument.At("执行率 * 标准", "执▮行率 * 标准");
        var hover = editor.HoverAt(caret)!;
        Assert.Equal(("执行率", "预算执行率", "决算表7", "%"), (hover.Title, hover.Description?.Zh, hover.Source, hover.Unit));
        Assert.Equal("执行率", hover.Span.Of(editor.Text).ToString());
        var (other, at) = SmallDocument.At("\"Judged\"", "\"Jud▮ged\"");
        Assert.Equal(("Judged", "评定方式"), (other.HoverAt(at)?.Title, other.HoverAt(at)?.Description?.Zh));
    }

    // As the value is not known while one writes the rubric, the name of what stands there is shown.
    [Theory]
    [InlineData("$(折算, 1)以上的预算执行率", "{折算}以上的预算执行率")]
    [InlineData("$( 折算 )、$(Year)年", "{折算}、{Year}年")]
    [InlineData("执行率（$）", "执行率（$）")]
    public void Holes_of_a_label_read_as_names_in_braces(string label, string shown)
    {
        var (editor, caret) = SmallDocument.At("执行率 * 标准", "执▮行率 * 标准");
        Assert.Equal(shown, editor.WithText(editor.Text.Replace("预算执行率", label, StringComparison.Ordinal)).HoverAt(caret + label.Length - "预算执行率".Length)?.Description?.Zh);
    }

    [Fact]
    public void Signatures_and_formatting_work_within_the_document()
    {
        var (editor, caret) = SmallDocument.At("min(比, 1) * Weight", "min（比，▮1）*Weight");
        Assert.Equal("min(x, …)", editor.SignatureAt(caret)!.Signatures[0].Label);
        Assert.Equal(SmallDocument.Text, editor.With(editor.Format(caret)).Text);
    }

    [Fact]
    public void Values_of_a_submission_are_shown_in_the_document()
    {
        var rubric = SmallDocument.Editor.Rubric!;
        var reading = SubmissionReader.Read(Encoding.UTF8.GetBytes("""{ "data": { "执行率": 80, "公开": "是", "项目": [ { "名称": "甲", "完成": 4 } ] } }"""), rubric);
        var caret = SmallDocument.Text.IndexOf("min(比", StringComparison.Ordinal);
        var values = SmallDocument.Editor.ShowValues(caret, SubmissionValues.At(reading.Submission!, "/Rules/1/Rules/0/Score"));
        Assert.Equal(["20", "0.4", "0.4", "50"], values.Select(value => value.Text));
        Assert.Equal(["min(比, 1) * Weight", "min(比, 1)", "比", "Weight"], values.Select(value => value.Span.Of(SmallDocument.Text).ToString()));
    }

    [Theory]
    [InlineData("折算 >= 90%", "折算2▮ >= 90%", "PE", "折算2")]
    [InlineData("公开 == \\\"是\\\"", "公开 == \\\"可▮\\\"", "PE", "\\\"可\\\"")]
    [InlineData("min(比, 1)", "min(比，1▮）", null, "")]
    [InlineData("执行率, 1)，", "执行, 1)，▮", "PE", "执行")]
    [InlineData("\"Weight\": 40", "\"Weight\": 30▮", "PR0060", "\"Rules\"")]
    [InlineData("\"Code\": \"A1\"", "\"Kode\": \"A1\"▮", "PR0002", "\"A1\"")]
    [InlineData("\"Weight\": 40,", "\"Weight\": 40 x▮,", "PR0001", "")]
    public void A_problem_is_marked_where_it_is(string old, string marked, string? code, string at)
    {
        var (editor, _) = SmallDocument.At(old, marked);
        if (code is null)
            Assert.DoesNotContain(editor.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
        else
            Assert.Contains(editor.Problems, problem => problem.Code.StartsWith(code, StringComparison.Ordinal) && problem.Span.Of(editor.Text).SequenceEqual(at));
    }

    [Fact]
    public void Fixes_are_changes_of_the_document()
    {
        var (editor, _) = SmallDocument.At("公开 == \\\"是\\\"", "公开▮ 》 \\\"是\\\"");
        var fix = editor.Problems.First(problem => problem.Span.Of(editor.Text).SequenceEqual("》")).Fixes[0];
        Assert.Contains("公开 > \\\"是\\\"", editor.With(fix.Changes).Text, StringComparison.Ordinal);
        var (other, _) = SmallDocument.At("\"Code\": \"A1\"", "\"Coode\": \"A1\"▮");
        Assert.Equal(SmallDocument.Text, other.With(other.Problems.First(problem => problem.Code == "PR0002").Fixes[0].Changes).Text);
    }

    [Fact]
    public void While_the_text_is_no_json_the_names_of_before_serve_on()
    {
        var (editor, caret) = SmallDocument.At("\"Score\": \"min(比, 1) * Weight\" }", "\"Score\": \"min(▮ ");
        Assert.Equal("PR0001", Assert.Single(editor.Problems).Code);
        Assert.Contains("比", editor.Complete(caret).Items.Select(item => item.Label));
        Assert.Empty(editor.WithText(SmallDocument.Text).Problems);
    }

    [Fact]
    public void Expressions_are_highlighted_where_they_stand()
    {
        var spans = SmallDocument.Editor.Classify(new(0, SmallDocument.Text.Length));
        Assert.Contains(spans, span => span.Class == SpanClass.Text && span.Span.Of(SmallDocument.Text).SequenceEqual("\\\"是\\\""));
        Assert.Contains(spans, span => span.Class == SpanClass.Param && span.Span.Of(SmallDocument.Text).SequenceEqual("完成数"));
    }
}
