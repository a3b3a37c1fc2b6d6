namespace PerfEval.Rules.Storage.Audit;

/// <summary>Something that somebody did, before it has its place in the trail (审计记录).</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, by a stable name: <c>evaluation.filed</c>, <c>rubric.published</c> ….</param>
/// <param name="Subject">To what: an id, or a rubric with its version.</param>
/// <param name="Detail">Anything worth keeping, as text; empty: nothing.</param>
public sealed record AuditEntry(DateTimeOffset At, Actor Actor, string Action, string Subject, string Detail = "");

/// <summary>Who acts: a person, a key, or the service itself.</summary>
/// <param name="Id">Stable: <c>account:…</c>, <c>key:…</c>, <c>service</c>.</param>
/// <param name="Name">As shown to people, at the time of acting.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The service itself.</summary>
    public static Actor Service { get; } = new("service", "PerfEval");
}

/// <summary>An entry in its place in the trail.</summary>
/// <param name="Seq">From 1, without gaps.</param>
/// <param name="PreviousHash">The hash of the entry before it; of the first: 64 zeros.</param>
/// <param name="Hash">SHA-256 over the previous hash and every other member, 64 lower-case hexadecimal digits.</param>
public sealed record ChainedEntry(long Seq, AuditEntry Entry, string PreviousHash, string Hash);
