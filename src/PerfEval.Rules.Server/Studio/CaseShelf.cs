using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The cases that were published with the versions.</summary>
internal sealed class CaseShelf(RubricStore rubrics)
{
    /// <summary>The readable cases of a version, by name.</summary>
    public async Task<ImmutableArray<TestCase>> FindAsync(RubricKey key, string version, CancellationToken cancellation) =>
    [
        .. (await rubrics.ReadCasesAsync(key.ToString(), version, cancellation))
            .Select(stored => CaseReader.Read(Encoding.UTF8.GetBytes(stored.Text)).Case)
            .OfType<TestCase>(),
    ];
}
