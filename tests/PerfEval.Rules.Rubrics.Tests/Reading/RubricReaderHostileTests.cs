using System.Globalization;
using System.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Reading;

/// <summary>No file makes the loader throw or hang, and every fault lies within the file.</summary>
public sealed class RubricReaderHostileTests
{
    // With PERFEVAL_FILE_FUZZ_COUNT more are tried.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("PERFEVAL_FILE_FUZZ_COUNT") ?? "1000", CultureInfo.InvariantCulture);

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Spoilt_packs_are_told_from_sound_ones_without_a_throw()
    {
        var files = Directory.EnumerateFiles(Packs.Folder, "1.*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var mutated = new MutatedRubrics(seed: 20201231);
        var sound = 0;
        for (var i = 0; i < Count; i++)
        {
            var bytes = mutated.Next(files[i % files.Count]);
            sound += await Task.Run(() => Try(bytes)).WaitAsync(Hang) ? 1 : 0;
        }

        Assert.InRange(sound, Count / 100, Count * 9 / 10); // or else the mutations try too little, or too much at once
    }

    [Theory]
    [InlineData("Rules", 64)]
    [InlineData("Rules", 100_000)]
    [InlineData("Columns", 1_000)]
    public void Deep_nesting_is_told_by_its_place(string property, int depth)
    {
        var start = string.Concat(Enumerable.Repeat($"{{\"{property}\": [", depth));
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(start));
        var diagnostic = Assert.Single(loaded.Diagnostics);
        Assert.Equal("PR0001", diagnostic.Code);
        var place = loaded.Positions.Locate(diagnostic.Path).Start;
        Assert.Equal(1, place.Line);
        Assert.InRange(place.Column, 1, start.Length + 1);
    }

    [Fact]
    public void A_hundred_thousand_brackets_in_an_expression_are_told_by_their_place()
    {
        var row = RubricFault.Of([$$"""  "Rules": [{"RuleName": "a", "Weight": 100, "Score": "{{new string('(', 100_000)}}"}]""".Trim(), ""]);
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(row.Text));
        var diagnostic = Assert.Single(loaded.Diagnostics);
        Assert.Equal(("PE0001", "/Rules/0/Score"), (diagnostic.Code, diagnostic.Path));
        Assert.Equal(2, loaded.Positions.Locate(diagnostic.Path, diagnostic.Span).Start.Line);
    }

    // Whether it loads; then it must also score, and be the same when it is written and read again.
    private static bool Try(byte[] file)
    {
        try
        {
            var loaded = RubricLoader.Load(file, "440303-luohu/2020/department/1.0.0.json");
            CheckPlaces(file, loaded);
            if (loaded.Document is { } document)
                CheckHash(document);
            if (loaded.Rubric is not { } rubric)
                loaded = RubricLoader.Load(file);
            if (loaded.Rubric is not { } compiled)
                return false;
            var reading = SubmissionReader.Read("{}"u8, compiled);
            if (reading.Submission is { } submission)
                Scorer.Score(submission, ExplainLevel.Tree);
            return true;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(file), exception);
        }
    }

    private static void CheckHash(Documents.Rubric document)
    {
        var canonical = CanonicalRubric.Write(document);
        if (RubricReader.Read(canonical).Document is { } again && !RubricReader.Read(canonical).Diagnostics.Any())
            Assert.Equal(CanonicalRubric.Hash(document), CanonicalRubric.Hash(again));
    }

    private static void CheckPlaces(byte[] file, LoadedRubric loaded)
    {
        var lines = Encoding.UTF8.GetString(file).Split('\n');
        foreach (var diagnostic in loaded.Diagnostics)
        {
            var (start, end) = loaded.Positions.Locate(diagnostic.Path, diagnostic.Span);
            Assert.InRange(start.Line, 1, lines.Length);
            Assert.InRange(end.Line, start.Line, lines.Length);
            Assert.InRange(start.Column, 1, lines[start.Line - 1].Length + 1);
            Assert.InRange(end.Column, end.Line == start.Line ? start.Column : 1, lines[end.Line - 1].Length + 1);
        }
    }
}
