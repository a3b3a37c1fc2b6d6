using System.Globalization;
using System.Text.Json.Nodes;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>Fills a store with random submissions, each of a department of its own, past the server.</summary>
internal static class StoredSubmissions
{
    private const int AtOnce = 2000;

    /// <summary>A key that may ask for impacts.</summary>
    public static async Task<string> FileAsync(string store, string packs, int count)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        var (now, ids) = (TimeProvider.System.GetUtcNow(), new EvaluationIds(TimeProvider.System));
        await new RubricStore(database).ImportAsync(new PackFolder(packs, packs).ReadPacks(), [], now, CancellationToken.None);
        var (evaluations, random) = (new EvaluationStore(database), new RandomSubmissions(1));
        foreach (var numbers in Enumerable.Range(0, count).Chunk(AtOnce))
            await Task.WhenAll(numbers.Select(number => evaluations.FileAsync(Make(ids.Next(), number, random, now), CancellationToken.None)));
        return (await new ApiKeyStore(database).IssueAsync(new("bench", "bureau", "000000", null, null), new(Actor.Service, now), CancellationToken.None)).Text;
    }

    private static NewEvaluation Make(string id, int number, RandomSubmissions random, DateTimeOffset now)
    {
        var department = string.Create(CultureInfo.InvariantCulture, $"单位{number}");
        var submission = JsonNode.Parse(number % 2 == 0 ? random.NextSound() : random.NextAny())!.AsObject(); // just written
        submission["department"] = department;
        return new()
        {
            Id = id,
            FiledAt = now,
            Identity = new("440303/2020/department", department, "", ""),
            Version = "1.0.0",
            Hash = Luohu.Rubric.Hash,
            Scope = new("440303", 2020, "department"),
            Submission = Luohu.Bytes(submission),
            Scorecard = "{}"u8.ToArray(), // impacts do not read it
            Complete = true,
            FiledBy = Actor.Service,
        };
    }
}
