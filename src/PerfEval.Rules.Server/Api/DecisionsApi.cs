using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>What a bureau does with what was filed: return it, confirm it, review it (复评).</summary>
internal static class DecisionsApi
{
    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluations/{id}").WithTags("Evaluations").CheckQuery().RequireAuthorization(Policies.Bureau);
        group.MapPost("/return", Return).WithName("ReturnEvaluation").WithSummary("Return an evaluation to its department, with the reason")
            .Accepts<DecisionRequest>("application/json").WithMetadata(new BodyExample("decision-return"), new Refusals(400, 404, 409, 413, 415)).Produces<DecisionAnswer>();
        group.MapPost("/confirm", Confirm).WithName("ConfirmEvaluation").WithSummary("Confirm an evaluation; no further revision is taken until it is returned")
            .Accepts<DecisionRequest>("application/json").WithMetadata(new BodyExample("decision-confirm"), new Refusals(400, 404, 409, 413, 415)).Produces<DecisionAnswer>();
        group.MapPost("/review", Review).WithName("ReviewEvaluation").WithSummary("Judge anew what is a matter of judgement; gives a second scorecard beside the first")
            .WithMetadata(new Body("ReviewRequest", "review-request"), new Answer("Review", null), new Refusals(400, 404, 413, 415, 422));
        routes.MapGroup("/evaluations/{id}/reviews").WithTags("Evaluations").CheckQuery().RequireAuthorization(Policies.ReadOwn)
            .MapGet("/{number:int}", GetReview).WithName("GetReview").WithSummary("A review with its judgements and scorecard").WithMetadata(new Answer("Review", null), new Refusals(404));
    }

    private static Task<IResult> Return(string id, HttpContext context, EvaluationStore store, TimeProvider clock) =>
        Decide(id, FilingState.Returned, context, store, clock);

    private static Task<IResult> Confirm(string id, HttpContext context, EvaluationStore store, TimeProvider clock) =>
        Decide(id, FilingState.Confirmed, context, store, clock);

    private static async Task<IResult> Decide(string id, FilingState state, HttpContext context, EvaluationStore store, TimeProvider clock)
    {
        var (body, problem) = await JsonBody.ReadAsync<DecisionRequest>(context.Request);
        if (body is null)
            return problem!; // one or the other
        if (body.FindFaults(needsComment: state == FilingState.Returned) is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var caller = Caller.Of(context);
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !caller.MayReview(found.Summary.Scope.Region))
            return Problems.NotFound;
        return await store.DecideAsync(id, state, caller.Actor, body.Comment?.Trim() ?? "", clock.GetUtcNow(), context.RequestAborted) switch
        {
            null => TypedResults.Ok(new DecisionAnswer(id, EvaluationListing.StateName(state))),
            DecisionRefusal.NotLatest => Problems.Conflict(ApiFaults.NotLatest(id)),
            _ => Problems.Conflict(ApiFaults.StandsThere(id, EvaluationListing.StateName(state))),
        };
    }

    private static async Task<IResult> Review(string id, HttpContext context, EvaluationStore store, Reviewer reviewer)
    {
        var (body, problem) = await JsonBody.ReadAsync<ReviewRequest>(context.Request);
        if (body is null)
            return problem!; // one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var caller = Caller.Of(context);
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !caller.MayReview(found.Summary.Scope.Region))
            return Problems.NotFound;
        var (review, refused) = await reviewer.ReviewAsync(found, body.Given, body.Comment?.Trim() ?? "", caller.Actor, context.RequestAborted);
        return review is null ? Problems.SubmissionRefused(refused) : ReviewAnswer.Of(review);
    }

    private static async Task<IResult> GetReview(string id, int number, HttpContext context, EvaluationStore store, ReviewStore reviews)
    {
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !Visible.Is(found.Summary, context))
            return Problems.NotFound;
        return (await reviews.FindAsync(id, context.RequestAborted)).FirstOrDefault(review => review.Number == number) is { } review
            ? ReviewAnswer.Of(review)
            : Problems.NotFound;
    }
}
