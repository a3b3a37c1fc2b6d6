using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;

namespace PerfEval.Rules.Server.Api;

/// <summary>The body of POST /impact: which submissions, and the two versions or drafts to score them under.</summary>
internal sealed record ImpactRequest(string Region, int Year, string Scope, string From, string To)
{
    public RubricKey Key => new(Region, Year, Scope);

    /// <summary>What its types do not rule out.</summary>
    public ImmutableArray<ApiFault> FindFaults()
    {
        var faults = ApiFaults.OfScope(Region, Year, Scope).ToBuilder();
        if (faults.Count > 0)
            return faults.ToImmutable();
        foreach (var (path, side) in ((string, string)[])[("/from", From), ("/to", To)])
        {
            if (RubricName.Find($"{Key}@{side}") is null)
                faults.Add(ApiFaults.NotAllowed(path, new("版本号，或 `draft:草稿名`", "a version, or `draft:` and the name of a draft")));
        }

        return faults.ToImmutable();
    }
}
