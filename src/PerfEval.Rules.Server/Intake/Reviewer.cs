using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>Reviews what was filed (复评): keeps the bureau's judgements, and the scorecard that they give, beside the department's own. Safe to share between threads.</summary>
internal sealed class Reviewer(RubricLookup rubrics, ReviewStore reviews, TimeProvider clock)
{
    /// <summary>Scores an evaluation under the bureau's judgements and keeps that; where something is wrong with one of them, keeps nothing and says what.</summary>
    /// <param name="comment">On the whole; may be empty.</param>
    /// <param name="by">Who reviews, and may.</param>
    public async Task<(Review? Review, ImmutableArray<ApiFault> Faults)> ReviewAsync(
        StoredEvaluation evaluation, IReadOnlyDictionary<string, Judgement> judgements, string comment, Actor by, CancellationToken cancellation)
    {
        var (judged, faults) = JudgementScorer.Score(rubrics.Get(evaluation.Summary).Compiled, evaluation, judgements);
        if (judged is null)
            return (null, faults);
        var review = new Review
        {
            EvaluationId = evaluation.Summary.Id,
            At = clock.GetUtcNow(),
            By = by,
            Judgements = Judgements.Write(judgements),
            Submission = judged.Submission,
            Scorecard = ScorecardWriter.Write(judged.Scorecard),
            Total = judged.Scorecard.Total,
            Grade = judged.Scorecard.Grade,
            Comment = comment,
        };
        return (review with { Number = await reviews.AddAsync(review, cancellation) }, []);
    }
}
