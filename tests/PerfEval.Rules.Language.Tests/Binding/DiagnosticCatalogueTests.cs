using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests.Binding;

public sealed class DiagnosticCatalogueTests
{
    public static IEnumerable<object[]> Codes => DiagnosticBag.BindingCatalogue.Select(row => new object[] { row.Code });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_example_gives_its_code_alone(string code)
    {
        var row = DiagnosticBag.BindingCatalogue.Single(row => row.Code == code);
        var expected = code == "PE0112" ? Expected.PlainNumber : Expected.Anything; // the one code that depends on the place

        var diagnostic = Assert.Single(Expression.Compile(row.Example, Declared.Scope(), expected).Diagnostics);

        Assert.Equal((code, row.Severity), (diagnostic.Code, diagnostic.Severity));
    }

    [Fact]
    public void Codes_stand_in_order_each_once_and_apart_from_those_of_the_parser()
    {
        string[] codes = [.. DiagnosticBag.SyntaxCatalogue.Concat(DiagnosticBag.BindingCatalogue).Select(row => row.Code)];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void The_cases_meet_every_code()
    {
        var met = Cases.Read("binding.csv").SelectMany(row => row[1].Split(", ")).ToHashSet();
        Assert.Equal(["PE0112"], DiagnosticBag.BindingCatalogue.Select(row => row.Code).Except(met)); // see ExpectedTypeTests
    }
}
