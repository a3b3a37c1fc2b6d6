using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;
using Xunit.Abstractions;

namespace PerfEval.Rules.Studio.Tests.Journeys;

/// <summary>
/// Several people edit drafts of the largest rubric at once. <c>PERFEVAL_SESSIONS</c> says how many (default 2), <c>PERFEVAL_STROKES</c> how many slips each makes (default 2), <c>PERFEVAL_PACE</c> the
/// milliseconds from one stroke of a session to its next (default 0: at once when the one before has been answered, which saturates the machine). The time from a stroke to its squiggle is told, and not judged.
/// </summary>
[Collection(StudioTests.Name)]
public sealed class SessionsTests(Infra.Studio studio, ITestOutputHelper output)
{
    // By the page's own clock, from the key to the frame that shows the squiggle. Waited for in the page as well: asking again and again, as Playwright does, has every page draw a frame each time.
    private const string Watch = """
        () => {
            const strokes = window.strokes = [];
            const isUnderlined = () => document.querySelector('.squiggly-error') !== null;
            let waiting = null;
            const look = () => {
                if (waiting?.wanted !== isUnderlined())
                    return;
                requestAnimationFrame(waiting.resolve);
                waiting = null;
            };
            const note = () => {
                const last = strokes.at(-1);
                if (last && !last.isSeen && isUnderlined()) {
                    last.isSeen = true;
                    requestAnimationFrame(() => last.took = performance.now() - last.at);
                }
                look();
            };
            addEventListener('keydown', ({ key, timeStamp }) => key === '+' && strokes.push({ at: timeStamp, took: null }), true);
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
            window.untilUnderlined = wanted => new Promise(resolve => { waiting = { wanted, resolve }; look(); });
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [BrowserFact]
    public async Task Slips_are_underlined_and_mended_in_every_session()
    {
        var (sessions, strokes, pace) = (Setting("PERFEVAL_SESSIONS", 2), Setting("PERFEVAL_STROKES", 2), Setting("PERFEVAL_PACE", 0));
        var visits = new List<Visit>();
        for (var i = 0; i < sessions; i++)
        {
            var visit = await studio.VisitAsync(account: "demo-author");
            visits.Add(visit);
            await visit.StartDraftAsync($"同时{i.ToString(CultureInfo.InvariantCulture)}");
            await visit.TypeScoreAsync("min(1, 0.5)");
            await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
            await visit.Page.EvaluateAsync(Watch);
        }

        var seen = await Task.WhenAll(visits.Select((visit, i) => TypeAsync(visit, strokes, new(pace, pace * i / sessions))));
        var shown = new List<double>();
        foreach (var visit in visits)
        {
            var took = await visit.Page.EvaluateAsync<double?[]>("() => window.strokes.map(stroke => stroke.took)");
            Assert.Equal(strokes, took.OfType<double>().Count());
            shown.AddRange(took.OfType<double>());
            Assert.Empty(visit.Complaints);
            await visit.DisposeAsync();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions, {shown.Count} strokes, {pace} ms apart"));
        Tell("from stroke to squiggle in the page", shown);
        Tell("until Playwright had seen it", [.. seen.SelectMany(each => each)]);
    }

    // A slip at the end of the expression, and its removal.
    private static async Task<List<double>> TypeAsync(Visit visit, int strokes, Metronome metronome)
    {
        var times = new List<double>();
        var squiggles = visit.Page.Locator(".squiggly-error");
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            await metronome.WaitAsync();
            var start = Stopwatch.GetTimestamp();
            await visit.Page.Keyboard.TypeAsync("+");
            await visit.Page.EvaluateAsync("() => untilUnderlined(true)").WaitAsync(Patience);
            await squiggles.First.WaitForAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await metronome.WaitAsync();
            await visit.Page.Keyboard.PressAsync("Backspace");
            await visit.Page.EvaluateAsync("() => untilUnderlined(false)").WaitAsync(Patience);
            await Assertions.Expect(squiggles).ToHaveCountAsync(0);
        }

        return times;
    }

    private void Tell(string what, List<double> times)
    {
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {At(0.5):F0} ms, p95 {At(0.95):F0} ms, most {times[^1]:F0} ms"));

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <summary>When one person strikes; who is late strikes at once, and keeps the beat after.</summary>
    private sealed class Metronome(int pace, int phase)
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private int beats;

        public async Task WaitAsync()
        {
            var due = TimeSpan.FromMilliseconds((pace * beats++) + phase) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
        }
    }
}
