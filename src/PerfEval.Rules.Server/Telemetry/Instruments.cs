using System.Diagnostics;
using System.Diagnostics.Metrics;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Server.Telemetry;

/// <summary>Everything that this service measures and traces beside what the framework does; docs/operations.md lists it. Costs next to nothing while nobody listens. Safe to share between threads.</summary>
internal sealed class Instruments
{
    /// <summary>Name of the meter, and of the source of activities.</summary>
    public const string Name = "PerfEval.Rules";

    private static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> evaluations;
    private readonly Histogram<double> scoring;
    private readonly Counter<long> lines;
    private readonly Histogram<double> checks;
    private readonly Counter<long> refreshes;
    private readonly Histogram<int> groups;
    private readonly Counter<long> rejections;
    private readonly TimeProvider clock;

    public Instruments(IMeterFactory meters, StoreDatabase database, TimeProvider clock)
    {
        this.clock = clock;
        var meter = meters.Create(Name);
        evaluations = meter.CreateCounter<long>("perfeval.evaluations", "{evaluation}", "Submissions answered, by what came of them.");
        scoring = meter.CreateHistogram<double>("perfeval.scoring.duration", "s", "Time from a submission that was read to its scorecard.", advice: Seconds);
        lines = meter.CreateCounter<long>("perfeval.batch.lines", "{line}", "Lines of batches, by what came of them.");
        checks = meter.CreateHistogram<double>("perfeval.studio.check.duration", "s", "Time from a text that somebody types in the studio to its findings.", advice: Seconds);
        refreshes = meter.CreateCounter<long>("perfeval.catalogue.refreshes", "{refresh}", "How often the catalogue was read anew, because something was published or retired.");
        meter.CreateObservableGauge("perfeval.catalogue.versions", () => Catalogue?.VersionCount ?? 0, "{version}", "Compiled versions that are kept.");
        meter.CreateObservableGauge("perfeval.catalogue.broken", () => Catalogue?.Broken.Length ?? 0, "{fault}", "Faults for which files or stored versions do not serve.");
        meter.CreateObservableGauge("perfeval.commit.queue", () => database.WaitingWrites, "{write}", "Writes that wait for their commit.");
        groups = meter.CreateHistogram<int>("perfeval.commit.group", "{write}", "Writes that shared a commit.", advice: Sizes);
        rejections = meter.CreateCounter<long>("perfeval.sign_in.rejections", "{attempt}", "Passwords and keys that opened nothing.");
        database.Committed = group => groups.Record(group.Writes, new KeyValuePair<string, object?>("outcome", group.IsCommitted ? "committed" : "failed"));
    }

    /// <summary>The activities, by name.</summary>
    public static IReadOnlyList<string> Activities { get; } = [Activity.Score, Activity.File, Activity.Batch, Activity.Refresh];

    /// <summary>What serves now; told by whoever reads it.</summary>
    public RubricCatalogue? Catalogue { get; set; }

    private static InstrumentAdvice<double> Seconds => new() { HistogramBucketBoundaries = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] };

    private static InstrumentAdvice<int> Sizes => new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] };

    /// <summary>Begins an activity; null while nobody listens, and inside a batch: it is one activity, however many lines it has.</summary>
    /// <param name="name">One of <see cref="Activity"/>.</param>
    public static System.Diagnostics.Activity? Begin(string name) =>
        System.Diagnostics.Activity.Current?.OperationName == Activity.Batch ? null : Source.StartActivity(name);

    /// <summary>Begins to score; ends with <see cref="Scored"/>.</summary>
    public ScoringTime BeginScoring(PublishedRubric rubric, bool isDryRun)
    {
        var activity = Begin(Activity.Score);
        activity?.SetTag(Tag.Rubric, rubric.Compiled.Document.WorkflowName).SetTag(Tag.Version, rubric.Version).SetTag(Tag.Mode, ModeOf(isDryRun));
        return new(rubric, isDryRun, scoring.Enabled ? clock.GetTimestamp() : 0, activity);
    }

    /// <summary>A submission was scored.</summary>
    /// <param name="scorecard">Null: it turned out that it can't be.</param>
    public void Scored(in ScoringTime time, Scorecard? scorecard)
    {
        if (scoring.Enabled && time.Start != 0)
            scoring.Record(clock.GetElapsedTime(time.Start).TotalSeconds, new(Tag.Rubric, time.Rubric.Compiled.Document.WorkflowName), new(Tag.Mode, ModeOf(time.IsDryRun)));
        time.Activity?.SetTag(Tag.Outcome, OutcomeOf(scorecard)).Dispose();
    }

    /// <summary>A submission was answered.</summary>
    /// <param name="rubric">Null when none was found.</param>
    /// <param name="scorecard">Null: it was refused.</param>
    public void Answered(PublishedRubric? rubric, bool isDryRun, Scorecard? scorecard)
    {
        if (evaluations.Enabled)
            evaluations.Add(1, new(Tag.Rubric, rubric?.Compiled.Document.WorkflowName ?? "none"), new(Tag.Mode, ModeOf(isDryRun)), new(Tag.Outcome, OutcomeOf(scorecard)));
    }

    /// <summary>A line of a batch was answered.</summary>
    /// <param name="status">0: with an evaluation; else that of the problem.</param>
    public void LineAnswered(int status)
    {
        if (lines.Enabled)
            lines.Add(1, new KeyValuePair<string, object?>(Tag.Outcome, status switch { 0 => "evaluated", StatusCodes.Status503ServiceUnavailable => "unavailable", _ => "refused" }));
    }

    /// <summary>Begins to check what somebody types; ends with <see cref="Checked"/>.</summary>
    /// <returns>A timestamp; 0 while nobody measures.</returns>
    public long BeginCheck() => checks.Enabled ? clock.GetTimestamp() : 0;

    /// <summary>What was typed was checked.</summary>
    public void Checked(long start)
    {
        if (checks.Enabled && start != 0)
            checks.Record(clock.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>The catalogue was read.</summary>
    public void Refreshed(RubricCatalogue catalogue)
    {
        Catalogue = catalogue;
        refreshes.Add(1);
    }

    /// <summary>A password or a key opened nothing.</summary>
    /// <param name="means"><c>password</c> or <c>key</c>.</param>
    public void Rejected(string means) => rejections.Add(1, new KeyValuePair<string, object?>("means", means));

    private static string ModeOf(bool isDryRun) => isDryRun ? "dry-run" : "filed";

    // A rubric that does not score leaves nothing open.
    private static string OutcomeOf(Scorecard? scorecard) => scorecard switch
    {
        null => "refused",
        { IsScored: true, Total: null } => "range",
        _ => "determined",
    };

    /// <summary>The names of activities.</summary>
    public static class Activity
    {
        public const string Score = "perfeval.score";
        public const string File = "perfeval.file";
        public const string Batch = "perfeval.batch";
        public const string Refresh = "perfeval.catalogue.refresh";
    }

    private static class Tag
    {
        public const string Rubric = "rubric";
        public const string Version = "version";
        public const string Mode = "mode";
        public const string Outcome = "outcome";
    }
}

/// <summary>A scoring under way.</summary>
/// <param name="Start">A timestamp; 0 while nobody measures.</param>
internal readonly record struct ScoringTime(PublishedRubric Rubric, bool IsDryRun, long Start, Activity? Activity);
