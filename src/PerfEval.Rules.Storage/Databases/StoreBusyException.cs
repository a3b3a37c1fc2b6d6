namespace PerfEval.Rules.Storage.Databases;

/// <summary>The store takes no write now: too many wait, or it is closing. Nothing was written; trying again later is safe.</summary>
public sealed class StoreBusyException() : InvalidOperationException("the store takes no write now");
