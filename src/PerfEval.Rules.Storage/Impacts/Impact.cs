using System.Collections.Immutable;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Impacts;

/// <summary>Where an impact stands.</summary>
public enum ImpactState
{
    /// <summary>等待中: nothing is scored yet.</summary>
    Queued,

    /// <summary>计算中: submissions are being scored.</summary>
    Running,

    /// <summary>已完成: its result stands.</summary>
    Done,

    /// <summary>已取消: somebody called it off.</summary>
    Cancelled,

    /// <summary>失败: it could not be finished; <see cref="Impact.FailedChunk"/> says where.</summary>
    Failed,
}

/// <summary>One of the two rubrics of an impact, as it stood when the impact was asked for.</summary>
/// <param name="Label">A version, or <c>draft:</c> and the name of a draft.</param>
/// <param name="Hash">Its content hash.</param>
/// <param name="Text">The rubric file.</param>
public sealed record ImpactRubric(string Label, string Hash, ReadOnlyMemory<byte> Text);

/// <summary>An impact to be computed.</summary>
public sealed record NewImpact
{
    /// <inheritdoc cref="Impact.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Impact.Rubric"/>
    public required string Rubric { get; init; }

    /// <inheritdoc cref="Impact.Region"/>
    public required string Region { get; init; }

    /// <summary>What submissions are scored under now.</summary>
    public required ImpactRubric From { get; init; }

    /// <summary>What is put in its place.</summary>
    public required ImpactRubric To { get; init; }

    /// <inheritdoc cref="Impact.CreatedBy"/>
    public required Actor CreatedBy { get; init; }

    /// <inheritdoc cref="Impact.CreatedAt"/>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The impact of a rubric over all stored submissions (影响测算), and how far it has come. Immutable.</summary>
public sealed record Impact
{
    /// <summary>36 characters, lower case; ids sort by time.</summary>
    public required string Id { get; init; }

    /// <summary><c>region/year/scope</c>.</summary>
    public required string Rubric { get; init; }

    /// <summary>Only submissions of this region and of those below it.</summary>
    public required string Region { get; init; }

    /// <summary>The version or draft that submissions are compared under first.</summary>
    public required string FromLabel { get; init; }

    /// <summary>Its content hash.</summary>
    public required string FromHash { get; init; }

    /// <summary>The version or draft that is put in its place.</summary>
    public required string ToLabel { get; init; }

    /// <summary>Its content hash.</summary>
    public required string ToHash { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Actor CreatedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImpactState State { get; init; }

    /// <summary>How many submissions there are; null until they are counted.</summary>
    public long? Submissions { get; init; }

    /// <summary>How many of them are scored.</summary>
    public long Scored { get; init; }

    /// <summary>When it was done, cancelled or given up.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The chunk that could not be computed, however often it was tried; null unless it failed.</summary>
    public int? FailedChunk { get; init; }

    /// <summary>Whether nothing more will come of it.</summary>
    public bool HasEnded => State is ImpactState.Done or ImpactState.Cancelled or ImpactState.Failed;
}

/// <summary>A part of an impact that one machine computes in one go.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Members">The ids of its evaluations, in order.</param>
public sealed record ImpactChunk(string ImpactId, int Number, ImmutableArray<string> Members);

/// <summary>A part that is not computed yet.</summary>
/// <param name="BegunAt">When a machine last took it up; null: none has.</param>
/// <param name="Attempts">How often one did.</param>
public sealed record OpenChunk(int Number, DateTimeOffset? BegunAt, int Attempts);
