using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Rubrics.Tests.Cases;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>A tally and the passes that make a scorecard are two ways to the same figures.</summary>
public sealed class TallierTests : ScoringTests
{
    private const string Luohu = "440303-luohu/2020/department/1.0.0.json";
    private const int Count = 150;

    public static TheoryData<string> Rubrics => [.. Directory.EnumerateFiles(Packs.Folder, "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Packs.Folder, file).Replace('\\', '/'))
        .Where(path => char.IsAsciiDigit(path[0]) && !path.Contains("/cases/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rubrics))]
    public void A_tally_gives_the_figures_of_the_scorecard(string path)
    {
        var rubric = Packs.Load(path);
        var submissions = new RandomSubmissions(rubric, new Random(path.Length));
        var tallier = new Tallier(rubric);
        for (var i = 0; i < Count; i++)
            Check(tallier, submissions.Next(chanceLeftOut: (i % 3) switch { 0 => 0, 1 => 0.01, _ => 0.2 }), $"{path}, submission {i}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"NotApplicable\": \"Exclude\", \"Grades\": [{\"Name\": \"好\", \"From\": 60}, {\"Name\": \"差\", \"From\": 0}],")]
    [InlineData("\"Rounding\": {\"Rule\": null, \"Total\": {\"Digits\": 1, \"Mode\": \"Down\"}},")]
    [InlineData("\"TotalRange\": {\"Min\": -20, \"Max\": 120},")]
    public void A_tally_knows_every_way_a_rule_is_decided(string head)
    {
        var rubric = Compile($$"""
            {{head}} "Inputs": [
              {"Name": "a", "Type": "Number", "Min": 0, "Max": 4}, {"Name": "b", "Type": "Number", "Min": -10, "Max": 10}, {"Name": "c", "Type": "Number", "Required": false},
              {"Name": "p", "Type": "Bool"}, {"Name": "q", "Type": "Bool"}, {"Name": "r", "Type": "Bool"}],
            "GlobalParams": [{"Name": "quota", "Expression": "b / a"}],
            "Rules": [
              {"RuleName": "A", "Code": "A", "NotApplicableWhen": "p", "Rules": [
                {"RuleName": "A1", "Code": "A1", "Weight": 20, "Score": "quota * 2", "ZeroWhen": "a == 0", "NotApplicableWhen": "q"},
                {"RuleName": "A2", "Code": "A2", "Weight": 10, "Expression": "b > 0 || r", "Min": -3},
                {"RuleName": "A3", "Code": "A3", "Weight": 5, "Score": "b", "NotApplicableWhen": "q", "WhenNotApplicable": "Full"}]},
              {"RuleName": "B", "Code": "B", "FullWhen": "p && q", "ZeroWhen": "r && !q", "Rules": [
                {"RuleName": "B1", "Code": "B1", "Weight": 25, "Score": "b / 3", "NotApplicableWhen": "r"}, {"RuleName": "B2", "Code": "B2", "Kind": "Information", "Expression": "a"}]},
              {"RuleName": "C", "Code": "C", "Weight": 20, "Score": "min(sum(children, x => x.score), 20) - count(children, x => !x.applicable)", "Rules": [
                {"RuleName": "C1", "Code": "C1", "Weight": 10, "Score": "a"}, {"RuleName": "C2", "Code": "C2", "Weight": 12, "Score": "4 * a", "NotApplicableWhen": "p"}]},
              {"RuleName": "D", "Code": "D", "Weight": 20, "Optional": true, "Score": "c"},
              {"RuleName": "E", "Code": "E", "Kind": "Bonus", "Weight": 5, "Score": "max(0, b)"},
              {"RuleName": "F", "Code": "F", "Kind": "Penalty", "Weight": 8, "Score": "p ? 8 : 2 * a"},
              {"RuleName": "G", "Code": "G", "Kind": "Information", "Expression": "a + b"}]
            """);
        var (submissions, tallier, shortWays) = (new RandomSubmissions(rubric, new Random(head.Length)), new Tallier(rubric), 0);
        for (var i = 0; i < 10 * Count; i++)
        {
            Check(tallier, submissions.Next(chanceLeftOut: i % 4 == 0 ? 0.1 : 0), $"{head}, submission {i}");
            shortWays += tallier.NeededPasses ? 0 : 1;
        }

        Assert.True(shortWays > 3 * Count, $"only {shortWays} took the short way");
    }

    [Fact]
    public void Nothing_missing_needs_no_passes()
    {
        var rubric = Packs.Load(Luohu);
        var tallier = new Tallier(rubric);
        var reading = SubmissionReader.Read(CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, Path.GetDirectoryName(Luohu)!, "cases", "quarters.json"))).Case!.Submission.Span, rubric);
        var values = reading.Submission!.Values;
        var satisfaction = rubric.Inputs.IndexOf(rubric.InputsByName["满意度"]); // the case gives a bound
        tallier.Tally(reading.Submission with { Values = values.SetItem(satisfaction, Language.Evaluation.Value.Of(0.96m)) });
        Assert.False(tallier.NeededPasses);
        tallier.Tally(reading.Submission);
        Assert.True(tallier.NeededPasses);
    }

    [Theory]
    [MemberData(nameof(PackCaseTests.Files), MemberType = typeof(PackCaseTests))]
    public void A_case_comes_to_the_same_figures_by_a_tally(string path)
    {
        var testCase = CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, path))).Case!;
        foreach (var rubric in PackCaseTests.Versions(path))
        {
            if (SubmissionReader.Read(testCase.Submission.Span, rubric).Submission is { } submission)
                Check(new Tallier(rubric), submission, path);
        }
    }

    [Fact]
    public void A_submission_under_another_rubric_is_refused()
    {
        var (mine, other) = (Packs.Load(Luohu), Packs.Load(Luohu));
        Assert.Throws<ArgumentException>(() => new Tallier(mine).Tally(new RandomSubmissions(other, new Random(1)).Next(0)));
    }

    private static void Check(Tallier tallier, Submission submission, string where)
    {
        var (_, rules, outcome) = Scorer.Pass(submission);
        var tally = tallier.Tally(submission);
        var total = outcome.Range is { IsPoint: true } point ? point.Min : (decimal?)null;
        Assert.True(tally == new Tally(total, outcome.Grade), $"{where}: {tally}, the scorecard says {total} {outcome.Grade}");
        Assert.Equal(rules.All.Select(rule => (rule.Code, rule.Score)), rules.All.Select(rule => rule.Code).Zip(tallier.Scores));
    }
}
