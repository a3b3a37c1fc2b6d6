using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>The answer of one line of a batch, as it is sent.</summary>
/// <param name="Json">With its line feed.</param>
/// <param name="Refusal">The status that it would have alone, or 0 for an evaluation.</param>
internal sealed record LineAnswer(PooledBuffer Json, int Refusal);
