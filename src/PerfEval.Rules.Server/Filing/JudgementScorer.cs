using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Filing;

/// <summary>A judgement of the bureau (复评意见).</summary>
/// <param name="Value">As the input takes it: points, true or false, a band with its share.</param>
/// <param name="Reason">Why; never empty.</param>
internal sealed record Judgement(JsonElement Value, string Reason);

/// <summary>A submission scored with the bureau's judgements in place of the department's own.</summary>
internal sealed record JudgedSubmission(byte[] Submission, Scorecard Scorecard);

/// <summary>Puts judgements into a submission and scores it; only what is an opinion can be judged anew, never a figure.</summary>
internal static class JudgementScorer
{
    private const string ReasonMissing = "PA0014";
    private const string NotJudged = "PA0015";

    public static ImmutableArray<CatalogueEntry> Catalogue { get; } =
    [
        new(ReasonMissing, new("复评意见没有写理由", "a judgement has no reason")),
        new(NotJudged, new("不是由评价人评定的指标", "not an indicator that an assessor judges")),
    ];

    public static (JudgedSubmission? Judged, ImmutableArray<ApiFault> Faults) Score(
        CompiledRubric rubric, StoredEvaluation evaluation, IReadOnlyDictionary<string, Judgement> judgements)
    {
        var faults = FindFaults(rubric, judgements);
        if (!faults.IsEmpty)
            return (null, faults);
        var submission = SubmissionEdits.Set(
            evaluation.Submission,
            judgements.ToDictionary(judgement => judgement.Key, judgement => judgement.Value.Value, StringComparer.Ordinal),
            ImmutableDictionary<string, string>.Empty);
        var reading = SubmissionReader.Read(submission, rubric);
        var refused = reading.Faults.Concat(reading.FilingFaults.Where(fault => judgements.Keys.Any(name => IsAt(fault, name)))).ToList();
        if (reading.Submission is not { } judged || refused.Count > 0)
            return (null, [.. refused.Select(Place)]);
        return (new(submission, Scorer.Score(judged, ExplainLevel.None)), []);
    }

    private static ImmutableArray<ApiFault> FindFaults(CompiledRubric rubric, IReadOnlyDictionary<string, Judgement> judgements)
    {
        var judged = rubric.Inputs.Where(input => input.Judged is not null || input.Definition.Judgement == true).Select(input => input.Name).ToList();
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        foreach (var (name, judgement) in judgements)
        {
            var path = "/judgements/" + name;
            if (!judged.Contains(Names.Normalize(name)))
                faults.Add(new(NotJudged, path, Unknown(name, Spelling.FindNearest(name, judged))));
            else if (string.IsNullOrWhiteSpace(judgement.Reason))
                faults.Add(new(ReasonMissing, path + "/reason", new($"请写明评定 `{name}` 的理由", $"say why `{name}` is judged so")));
        }

        return faults.DrainToImmutable();
    }

    private static Bilingual Unknown(string name, string? nearest) => nearest is null
        ? new($"`{name}` 不由评价人评定", $"`{name}` is not for an assessor to judge")
        : new($"`{name}` 不由评价人评定，是否指 `{nearest}`", $"`{name}` is not for an assessor to judge, did you mean `{nearest}`");

    private static bool IsAt(SubmissionFault fault, string name) =>
        fault.Path == "/data/" + name || fault.Path.StartsWith("/data/" + name + "/", StringComparison.Ordinal);

    private static ApiFault Place(SubmissionFault fault)
    {
        var parts = fault.Path.Split('/');
        return parts is ["", "data", var name, .. var rest]
            ? new(fault.Code, string.Join('/', (string[])["/judgements", name, "value", .. rest]), fault.Message)
            : ApiFault.Of(fault, "/submission");
    }
}
