using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PerfEval.Rules.Rubrics.Impacts;

namespace PerfEval.Rules.Rubrics.Tests.Impacts;

public sealed class ImpactFiguresTests
{
    // The law on which working on chunks rests.
    [Fact]
    public void Figures_of_any_parts_in_any_order_add_up_to_those_of_the_whole() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Gen.Zip(ImpactRubrics.Sent.ListOf(), Gen.Choose(0, int.MaxValue)).ToArbitrary(), AddsUp));

    [Fact]
    public void Only_the_furthest_movers_are_kept_and_those_that_moved_alike_by_id()
    {
        // Falls of 0, 1, 2, 3 and 4 points, 40 of each.
        var sent = Enumerable.Range(0, 200).Select(i => (i, $$$"""{"data": {"a": 0, "b": 8, "rows": [{"名": "x", "值": {{{i / 40 * 5}}}}]}}""")).ToArray();
        new Random(1).Shuffle(sent);
        var figures = ImpactFigures.Read(ImpactRubrics.Score(sent).Write());
        var movers = figures.Risen.Movers;
        Assert.Equal(50, movers.Count);
        Assert.Equal(movers.OrderByDescending(mover => mover.Change).ThenBy(mover => mover.Subject.Id, StringComparer.Ordinal), movers);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => ImpactRubrics.Subject(i).Id), movers.Take(40).Select(mover => mover.Subject.Id));
    }

    private static bool AddsUp((List<(int Number, string Submission)> Sent, int Seed) drawn)
    {
        var sent = drawn.Sent.Select((one, place) => (place, one.Submission)).ToArray();
        var whole = ImpactRubrics.Score(sent).Write();
        var random = new Random(drawn.Seed);
        random.Shuffle(sent);
        var parts = sent.Chunk(random.Next(1, 7)).Select(chunk => ImpactRubrics.Score(chunk).Write()).ToArray();
        random.Shuffle(parts);
        var sum = new ImpactFigures();
        foreach (var part in parts)
            sum.Add(ImpactFigures.Read(part));
        return Encoding.UTF8.GetString(whole) == Encoding.UTF8.GetString(sum.Write());
    }
}
