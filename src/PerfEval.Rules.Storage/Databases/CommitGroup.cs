namespace PerfEval.Rules.Storage.Databases;

/// <summary>Writes that shared a transaction.</summary>
/// <param name="Writes">How many; at least one.</param>
/// <param name="IsCommitted">Whether they are on the disk; else each runs again alone, or fails.</param>
public readonly record struct CommitGroup(int Writes, bool IsCommitted);
