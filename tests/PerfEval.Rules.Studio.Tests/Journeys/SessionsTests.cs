using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;
using Xunit.Abstractions;

namespace PerfEval.Rules.Studio.Tests.Journeys;

/// <summary>
/// Several people edit drafts of the largest rubric at once. <c>PERFEVAL_SESSIONS</c> says how many (default 2), <c>PERFEVAL_STROKES</c> how many slips each makes (default 2);
/// the time from a stroke to its squiggle is told, and not judged: it is the browsers that the machine is short of.
/// </summary>
[Collection(StudioTests.Name)]
public sealed class SessionsTests(Infra.Studio studio, ITestOutputHelper output)
{
    [BrowserFact]
    public async Task Slips_are_underlined_and_mended_in_every_session()
    {
        var sessions = Setting("PERFEVAL_SESSIONS");
        var visits = new List<Visit>();
        for (var i = 0; i < sessions; i++)
        {
            var visit = await studio.VisitAsync(account: "demo-author");
            visits.Add(visit);
            await visit.StartDraftAsync($"同时{i.ToString(CultureInfo.InvariantCulture)}");
            await visit.TypeScoreAsync("min(1, 0.5)");
            await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
        }

        var times = (await Task.WhenAll(visits.Select(visit => TypeAsync(visit, Setting("PERFEVAL_STROKES"))))).SelectMany(each => each).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions, {times.Count} strokes: median {At(0.5):F0} ms, p95 {At(0.95):F0} ms, most {times[^1]:F0} ms from stroke to squiggle"));
        foreach (var visit in visits)
        {
            Assert.Empty(visit.Complaints);
            await visit.DisposeAsync();
        }

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }

    // A slip at the end of the expression, and its removal.
    private static async Task<List<double>> TypeAsync(Visit visit, int strokes)
    {
        var times = new List<double>();
        var squiggles = visit.Page.Locator(".squiggly-error");
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            var start = Stopwatch.GetTimestamp();
            await visit.Page.Keyboard.TypeAsync("+");
            await squiggles.First.WaitForAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await visit.Page.Keyboard.PressAsync("Backspace");
            await Assertions.Expect(squiggles).ToHaveCountAsync(0);
        }

        return times;
    }

    private static int Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : 2;
}
