using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>A submission scored with the bureau's judgements in place of the department's own.</summary>
internal sealed record JudgedSubmission(byte[] Submission, Scorecard Scorecard);

/// <summary>Puts judgements into a submission and scores it; only what is an opinion can be judged anew, never a figure.</summary>
internal static class JudgementScorer
{
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
        var onFiling = reading.Faults.IsEmpty ? reading.FilingFaults.Where(fault => judgements.Keys.Any(name => IsAt(fault, name))) : [];
        var refused = reading.Faults.Concat(onFiling).ToList();
        if (reading.Submission is not { } judged || refused.Count > 0)
            return (null, [.. refused.Select(Place)]);
        return (new(submission, Scorer.Score(judged, ExplainLevel.None)), []);
    }

    private static ImmutableArray<ApiFault> FindFaults(CompiledRubric rubric, IReadOnlyDictionary<string, Judgement> judgements)
    {
        var judged = rubric.Inputs.Where(input => input.IsJudgement).Select(input => input.Name).ToList();
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        foreach (var (name, judgement) in judgements)
        {
            var path = "/judgements" + ApiFaults.Pointer(name);
            if (!judged.Contains(Names.Normalize(name)))
                faults.Add(ApiFaults.NotJudged(path, name, Spelling.FindNearest(name, judged)));
            else if (string.IsNullOrWhiteSpace(judgement.Reason))
                faults.Add(ApiFaults.ReasonMissing(path + "/reason", name));
        }

        return faults.DrainToImmutable();
    }

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
