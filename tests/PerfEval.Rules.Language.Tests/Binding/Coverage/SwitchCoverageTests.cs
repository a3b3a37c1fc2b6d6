using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Binding.Coverage;

public sealed class SwitchCoverageTests
{
    public static IEnumerable<object[]> Rows => Cases.Read("switch-coverage.csv");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_switch_leaves_out_the_value_and_hides_the_arms_of_its_row(string input, string arms, string uncovered, string unreached)
    {
        var text = $"{input} switch {{ {arms} }}";
        var diagnostics = Expression.Compile(text, Declared.Scope()).Diagnostics;

        Assert.Equal(uncovered, diagnostics.Where(diagnostic => diagnostic.Code == "PE0143").Select(Sample).SingleOrDefault(""));
        Assert.Equal(unreached, string.Join(' ', diagnostics.Where(diagnostic => diagnostic.Code is not "PE0143").Select(diagnostic => Unreached(text, diagnostic))));
    }

    [Fact]
    public void A_thousand_arms_are_checked_in_no_time()
    {
        var arms = string.Join(", ", Enumerable.Range(0, 480).Select(number => $"{number} => 1"));
        Assert.Equal("PE0143", Assert.Single(Expression.Compile($"比值 switch {{ {arms} }}", Declared.Scope()).Diagnostics).Code);
    }

    private static string Sample(Diagnostic diagnostic) => diagnostic.Message.En.Split('`') is [_, var sample, _, _, _] ? sample : "…";

    // "arm 2 `…`" of the message, behind the number of the marked arm.
    private static string Unreached(string text, Diagnostic diagnostic)
    {
        var marked = text[..diagnostic.Span.Start].Split("=>").Length;
        return diagnostic.Code == "PE0145" ? $"{marked}<∅" : $"{marked}<{diagnostic.Message.En.Split("up to arm ")[1].Split(',')[0]}";
    }
}
