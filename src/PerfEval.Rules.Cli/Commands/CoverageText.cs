using PerfEval.Rules.Rubrics.Analysis;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>What the cases of packs reach: a line for each rubric, and one for everything that no case reaches.</summary>
internal static class CoverageText
{
    public static void Write(TextWriter output, PackFolder folder, IEnumerable<Pack> packs, string language)
    {
        var cases = folder.ReadCases().Select(file => (file.Scope, CaseReader.Read(file.Utf8).Case)).ToList();
        foreach (var pack in packs)
        {
            if (pack.Loaded.Rubric is not { } rubric)
                continue;
            var own = cases.Where(item => item.Scope == TestCommand.Parent(pack.Path)).Select(item => item.Case).OfType<TestCase>();
            var coverage = RubricCoverage.Of(rubric, own.Where(item => item.AppliesTo(rubric.Document.Version)));
            output.WriteLine(language == "zh"
                ? $"{pack.Path}：{coverage.Points.Length} 处中测到 {coverage.Reached} 处"
                : $"{pack.Path}: {coverage.Reached} of {coverage.Points.Length} reached");
            foreach (var missed in coverage.Missed)
                output.WriteLine($"  {missed.What.For(language)} [{missed.Path}]");
        }
    }
}
