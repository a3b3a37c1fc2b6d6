using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Binding;

/// <summary>Every row of tests/cases/binding.csv: what an expression's type is, or the codes of what is wrong with it.</summary>
public sealed class BindingCases
{
    public static IEnumerable<object[]> Rows => Cases.Read("binding.csv");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Expression_has_the_type_or_the_diagnostics(string text, string expected) => Assert.Equal(expected, Describe(text));

    private static string Describe(string text)
    {
        var expression = Expression.Compile(text, Declared.Scope());
        var codes = expression.Diagnostics.Select(diagnostic => diagnostic.Code);
        var isError = expression.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return string.Join(", ", isError ? codes : [TypeText.Of(expression), .. codes]);
    }
}
