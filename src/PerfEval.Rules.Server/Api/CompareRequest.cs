using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Publishing;

namespace PerfEval.Rules.Server.Api;

/// <summary>The body of POST /compare: a submission or the id of a stored one, and what to score it under.</summary>
internal sealed record CompareRequest(ImmutableArray<string?> Rubrics, JsonElement? Submission = null, string? Evaluation = null)
{
    private const int Fewest = 2;
    private const int Most = 8;

    /// <summary>What its types do not rule out.</summary>
    public ImmutableArray<ApiFault> FindFaults()
    {
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        if (Rubrics.Length is < Fewest or > Most)
            faults.Add(ApiFaults.NotAllowed("/rubrics", new($" {Fewest} 至 {Most} 个指标体系", $"a list of {Fewest} to {Most} rubrics")));
        for (var i = 0; i < Rubrics.Length; i++)
        {
            if (RubricName.Find(Rubrics[i]) is null)
                faults.Add(ApiFaults.NotAllowed(PathOf(i), new(" `地区/年度/范围@版本` 或 `地区/年度/范围@draft:草稿名`", "`region/year/scope@version` or `region/year/scope@draft:name`")));
        }

        if (Submission is null && Evaluation is null)
            faults.Add(ApiFaults.Missing("submission"));
        else if (Submission is not null && Evaluation is not null)
            faults.Add(ApiFaults.NotAllowed("/evaluation", new("空：已给出 `submission`", "nothing beside `submission`")));
        if (Submission is { ValueKind: not JsonValueKind.Object })
            faults.Add(ApiFaults.WrongType("/submission", new("对象", "an object")));
        return faults.DrainToImmutable();
    }

    /// <summary>The place of a rubric in the body.</summary>
    public static string PathOf(int rubric) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/rubrics/{rubric}");
}
