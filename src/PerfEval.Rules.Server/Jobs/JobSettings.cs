namespace PerfEval.Rules.Server.Jobs;

/// <summary>How work in the background is cut and spread; section <c>Jobs</c>.</summary>
internal sealed record JobSettings
{
    // Two hundred parts show progress and share well; within bounds that keep a part worth its overhead, and its memory small.
    private const int Parts = 200;
    private const int FewestInChunk = 100;
    private const int MostInChunk = 5000;

    /// <summary>How many submissions one job scores; null: by how many there are.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>How many jobs run at once in this process; null: one for each core but one, which stays for requests.</summary>
    public int? Threads { get; init; }

    public int ThreadCount => Math.Max(1, Threads ?? Environment.ProcessorCount - 1);

    public int ChunkSizeFor(int submissions) => Math.Max(1, ChunkSize ?? Math.Clamp(submissions / Parts, FewestInChunk, MostInChunk));
}
