using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

public sealed class ParserTests
{
    public static IEnumerable<object[]> Trees => Cases.Read("syntax-trees.csv");

    public static TheoryData<string, string, string[]> Errors
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var row in Cases.Read("syntax-errors.csv"))
                data.Add(row[0], row[1], row[2..]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void A_right_text_has_the_tree_of_its_row(string text, string shape)
    {
        var parsed = Parser.Parse(text);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(shape, Shape.Of(parsed.Root));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_wrong_text_has_the_findings_and_fixes_of_its_row(string marked, string codes, string[] fixedTexts)
    {
        var expected = MarkedText.Parse(marked);
        var parsed = Parser.Parse(expected.Text);

        Assert.Equal(codes, string.Join(' ', parsed.Diagnostics.Select(diagnostic => diagnostic.Code)));
        var first = parsed.Diagnostics[0];
        if (expected.Span is not null)
        {
            Assert.Equal(marked, MarkedText.Mark(parsed.Text, first.Span));
            Assert.Equal(fixedTexts, first.Fixes.Select(fix => fix.Apply(parsed.Text)));
        }
    }
}
