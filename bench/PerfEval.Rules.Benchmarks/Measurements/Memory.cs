using System.Globalization;
using PerfEval.Rules.Benchmarks.Subjects;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Benchmarks.Measurements;

/// <summary>What a loaded version keeps, and what is left after a thousand were loaded, used and let go.</summary>
internal static class Memory
{
    private const int Held = 100;
    private const int Rounds = 1000;

    public static void Run()
    {
        var submission = Luohu.Submission();
        LoadAndScore(submission);
        var before = Live();
        var documents = Hold(() => RubricLoader.Load(Luohu.Document).Document!); // the file is sound
        var withDocuments = Live();
        var compiled = Hold(() => RubricCompiler.Compile(Luohu.Rubric.Document).Rubric!); // likewise
        foreach (var rubric in compiled)
            Scorer.Score(Luohu.Read(submission, rubric), ExplainLevel.None);
        var withCompiled = Live();
        GC.KeepAlive(documents);
        GC.KeepAlive(compiled);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a version, once used: document {(withDocuments - before) / 1024.0 / Held:F1} KB, compiled {(withCompiled - withDocuments) / 1024.0 / Held:F1} KB"));

        (documents, compiled) = ([], []);
        var baseline = Live();
        for (var i = 1; i <= Rounds; i++)
        {
            LoadAndScore(submission);
            if (i % 250 == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {i} loads and unloads: {(Live() - baseline) / 1024.0:F1} KB more than before"));
        }
    }

    private static T[] Hold<T>(Func<T> make) => [.. Enumerable.Range(0, Held).Select(_ => make())];

    private static void LoadAndScore(byte[] submission)
    {
        var rubric = RubricLoader.Load(Luohu.Document).Rubric!; // the file is sound
        Scorer.Score(Luohu.Read(submission, rubric));
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
