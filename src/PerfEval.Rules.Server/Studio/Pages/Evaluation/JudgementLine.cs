using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Intake;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>One opinion in a review: the department's own, and the bureau's while it is being given.</summary>
public sealed class JudgementLine(LinkedInput input)
{
    /// <summary>As the department filed it.</summary>
    public FormField Filed { get; } = new(input);

    /// <summary>As the bureau judges it; at first the same.</summary>
    public FormField Judged { get; } = new(input);

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether the bureau has said anything: another value, or a reason for the same.</summary>
    public bool IsGiven => Reason.Trim().Length > 0 || IsOther;

    /// <summary>Whether it can be kept: what is said has a value and a reason.</summary>
    public bool IsComplete => Judged.IsGiven && Reason.Trim().Length > 0;

    private bool IsOther => (Filed.ToJson(), Judged.ToJson()) switch
    {
        ({ } filed, { } judged) => !JsonElement.DeepEquals(filed, judged),
        var (filed, judged) => filed.HasValue != judged.HasValue,
    };

    /// <summary>The opinions of a submission, in the order of the rubric.</summary>
    public static IEnumerable<JudgementLine> Of(SubmissionForm filed)
    {
        foreach (var field in filed.Fields.Where(field => field.Input.IsJudgement))
        {
            var line = new JudgementLine(field.Input);
            if (field.ToJson() is { } value)
            {
                line.Filed.Fill(value);
                line.Judged.Fill(value);
            }

            yield return line;
        }
    }

    /// <summary>What a review that is stored says, beside what was filed.</summary>
    internal static IEnumerable<JudgementLine> Of(SubmissionForm filed, IReadOnlyDictionary<string, Judgement> judgements)
    {
        foreach (var line in Of(filed))
        {
            if (judgements.FirstOrDefault(judgement => Language.Syntax.Names.Normalize(judgement.Key) == line.Filed.Name).Value is not { } judgement)
                continue;
            line.Judged.Fill(judgement.Value);
            line.Reason = judgement.Reason;
            yield return line;
        }
    }

    /// <summary>What is said, ready to be kept.</summary>
    internal Judgement ToJudgement() => new(Judged.ToJson()!.Value, Reason.Trim()); // it is complete
}
