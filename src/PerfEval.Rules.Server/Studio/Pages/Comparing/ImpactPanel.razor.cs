using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Jobs;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>影响测算: what putting one version or draft in the place of another does to all that was filed. Begins when asked, and shows how far it has come.</summary>
public sealed partial class ImpactPanel : IDisposable
{
    // The figures of all parts are added up anew each time: now and then is enough while it runs.
    private const int LooksPerReading = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource closing = new();
    private Caller caller = Caller.Anonymous;
    private Impact? impact;
    private ImpactReport? report;
    private string? current;
    private string? fault;
    private bool isStarting;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired]
    public required string Region { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [Parameter, EditorRequired]
    public required string Scope { get; set; }

    /// <summary>The version or draft that is there now. To look at other ones, make another panel.</summary>
    [Parameter, EditorRequired]
    public required string From { get; set; }

    /// <summary>The version or draft that is put in its place.</summary>
    [Parameter, EditorRequired]
    public required string To { get; set; }

    private RubricKey Key => new(Region, Year, Scope);

    private bool IsStale => current is not null && impact is { } shown && shown.ToHash != current;

    protected override async Task OnInitializedAsync()
    {
        caller = Caller.Of((await Authentication).User);
        impact = (await Impacts.ListAsync(caller, Key, closing.Token)).FirstOrDefault(one => one.FromLabel == From && one.ToLabel == To);
        if (RubricSides.IsDraft(To))
            current = (await References.FindAsync(new(Key, To), closing.Token)).Rubric?.Hash;
        if (impact is { } known)
            report = await Impacts.ReadReportAsync(caller, known, closing.Token);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? WatchAsync() : Task.CompletedTask;

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task Start()
    {
        if (await Session.AdmitAsync(closing.Token) is null)
            return;
        (isStarting, fault) = (true, null);
        var start = await Impacts.StartAsync(caller, Key, From, To, closing.Token);
        (isStarting, fault) = (false, start switch
        {
            ImpactStart.Started => null,
            ImpactStart.Forbidden => "Impact.Forbidden",
            ImpactStart.Missing => "Impact.Missing",
            _ => "Impact.Unsound",
        });
        if (start is not ImpactStart.Started { Impact: var started })
            return;
        (impact, report, current) = (started, null, started.ToHash);
        await WatchAsync();
    }

    private async Task Cancel()
    {
        if (impact is { } running && await Session.AdmitAsync(closing.Token) is not null)
            fault = await Impacts.CancelAsync(caller, running.Id, closing.Token) == ImpactCancellation.Forbidden ? "Impact.NotYours" : null;
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, Clock);
        try
        {
            for (var looks = 1; impact is { HasEnded: false } running; looks++)
            {
                StateHasChanged();
                await timer.WaitForNextTickAsync(closing.Token);
                impact = await Impacts.FindAsync(caller, running.Id, closing.Token);
                if (impact is { } now && (now.HasEnded || looks % LooksPerReading == 0))
                    report = await Impacts.ReadReportAsync(caller, now, closing.Token);
            }

            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Whoever asked for it has gone elsewhere; it goes on, and is found here when they come back.
        }
    }

    private static string? StyleOf(ImpactState state) => state switch
    {
        ImpactState.Done => "good",
        ImpactState.Failed => "bad",
        ImpactState.Cancelled => "warn",
        _ => "accent",
    };
}
