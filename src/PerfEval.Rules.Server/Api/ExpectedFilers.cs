using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;

namespace PerfEval.Rules.Server.Api;

/// <summary>Those who are to file under a rubric.</summary>
internal sealed record ExpectedFilers(string Region, int Year, string Scope, ImmutableArray<ExpectedFiler?> Filers)
{
    private const int Most = 10_000;

    /// <summary>What its types do not rule out.</summary>
    public ImmutableArray<ApiFault> FindFaults()
    {
        var faults = ApiFaults.OfScope(Region, Year, Scope).ToBuilder();
        if (Filers.Length > Most)
            faults.Add(ApiFaults.NotAllowed("/filers", new($"至多 {Most} 个单位", $"at most {Most} departments")));
        foreach (var (place, filer) in Filers.Index())
            faults.AddRange(filer is null ? [ApiFaults.WrongType(PathOf(place), new("对象", "an object"))] : filer.FindFaults(PathOf(place)));
        return faults.ToImmutable();
    }

    private static string PathOf(int place) => string.Create(null, $"/filers/{place}");
}

/// <summary>One who is to file.</summary>
internal sealed record ExpectedFiler(string Department, string? Subject = null, string? Period = null)
{
    /// <param name="path">Where it stands.</param>
    public IEnumerable<ApiFault> FindFaults(string path) =>
        from part in ((string Name, string? Text, bool IsNeeded)[])[("department", Department, true), ("subject", Subject, false), ("period", Period, false)]
        where !FiledName.IsValid(part.Text, part.IsNeeded)
        select ApiFaults.NotAllowed($"{path}/{part.Name}", FiledName.Needed);
}
