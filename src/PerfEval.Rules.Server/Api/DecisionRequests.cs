using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;

namespace PerfEval.Rules.Server.Api;

/// <summary>A decision.</summary>
/// <param name="Comment">Why; needed for returning.</param>
internal sealed record DecisionRequest(string? Comment = null)
{
    private const int LongestComment = 2000;

    /// <summary>What its types do not rule out.</summary>
    public ImmutableArray<ApiFault> FindFaults(bool needsComment)
    {
        if (needsComment && string.IsNullOrWhiteSpace(Comment))
            return [ApiFaults.Missing("comment")];
        return Comment?.Length > LongestComment
            ? [ApiFaults.NotAllowed("/comment", new($"不超过 {LongestComment} 个字的文本", $"a text of at most {LongestComment} characters"))]
            : [];
    }
}

/// <summary>Where the evaluation now stands.</summary>
internal sealed record DecisionAnswer(string Id, string State);

/// <summary>A review.</summary>
/// <param name="Judgements">By name of the judged input, which is the rule's code.</param>
internal sealed record ReviewRequest(Dictionary<string, Judgement?> Judgements, string? Comment = null)
{
    /// <summary>The judgements of a body without faults.</summary>
    public IReadOnlyDictionary<string, Judgement> Given => Judgements.ToDictionary(judgement => judgement.Key, judgement => judgement.Value!, StringComparer.Ordinal); // checked

    /// <summary>What its types do not rule out.</summary>
    public ImmutableArray<ApiFault> FindFaults() =>
    [
        .. new DecisionRequest(Comment).FindFaults(needsComment: false),
        .. Judgements.Where(judgement => judgement.Value is null).Select(judgement => ApiFaults.WrongType("/judgements" + ApiFaults.Pointer(judgement.Key), new("对象", "an object"))),
    ];
}
