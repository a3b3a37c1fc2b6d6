using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Tests.OpenApi;

namespace PerfEval.Rules.Server.Tests.Publishing;

public sealed class PublicationRulesTests
{
    [Fact]
    public void Every_code_is_in_the_documentation()
    {
        var page = File.ReadAllText(Path.Combine(Docs.Folder, "publication.md"));
        Assert.All(PublicationRules.Catalogue, entry => Assert.Contains($"| {entry.Code} | {entry.Summary.En} | {entry.Summary.Zh} |", page, StringComparison.Ordinal));
    }
}
