using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>The services of the expression language, for editors of others: an expression in the context of a rubric.</summary>
internal static class LanguageApi
{
    public static void MapLanguage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/language").WithTags("Language").CheckQuery().RequireAuthorization(Policies.Author);
        group.MapPost("/check", Check).WithName("CheckExpression").WithSummary("All that is wrong with an expression, with corrections; else its type").Describe("LanguageCheck", "check");
        group.MapPost("/complete", Complete).WithName("CompleteExpression").WithSummary("What may be typed at a caret").Describe("LanguageCompletions", "complete");
        group.MapPost("/hover", Hover).WithName("HoverExpression").WithSummary("What there is to know of the word at a place").Describe("LanguageHovered", "hover");
        group.MapPost("/signature", Sign).WithName("SignExpression").WithSummary("How the function around a caret is called").Describe("LanguageSignatures", "signature");
        group.MapPost("/format", Format).WithName("FormatExpression").WithSummary("The expression in its canonical writing").Describe("LanguageFormatted", "format");
        group.MapPost("/rename", Rename).WithName("RenameInExpression")
            .WithSummary("Give the name at a caret another one")
            .WithDescription("With a document the whole of it is changed, else the expression alone.").Describe("LanguageRenamed", "rename");
    }

    private static void Describe(this RouteHandlerBuilder endpoint, string answer, string example) =>
        endpoint.WithMetadata(new Body("LanguageRequest", $"language-{example}-request"), new Answer(answer, $"language-{example}"), new Refusals(400, 401, 403, 404, 413, 415));

    // A context or a problem: the one or the other is there.
    private static async Task<IResult> Check(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: false);
        return context is null ? problem! : TypedResults.Ok(LanguageCheck.Of(context.Expression.Expression, context.Language));
    }

    private static async Task<IResult> Complete(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: true);
        return context is null ? problem! : TypedResults.Ok(LanguageCompletions.Of(context.Expression.Complete(context.Caret), context.Language));
    }

    private static async Task<IResult> Hover(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: true);
        return context is null ? problem! : TypedResults.Ok(new LanguageHovered(context.Expression.HoverAt(context.Caret) is { } hover ? LanguageHover.Of(hover, context.Language) : null));
    }

    private static async Task<IResult> Sign(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: true);
        return context is null ? problem! : TypedResults.Ok(LanguageSignatures.Of(context.Expression.SignatureAt(context.Caret), context.Language));
    }

    private static async Task<IResult> Format(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: false);
        return context is null ? problem! : TypedResults.Ok(new LanguageFormatted(context.Expression.Format()));
    }

    private static async Task<IResult> Rename(HttpRequest request, RubricLookup rubrics)
    {
        var (context, problem) = await LanguageContext.ReadAsync(request, rubrics, needsCaret: true, needsName: true);
        if (context is null)
            return problem!;
        var name = context.Request.NewName!; // Read demands it
        var use = context.Expression.NameAt(context.Caret);
        var isShared = context.Request.Document is not null && use is { Symbol: not null, Declaration: null };
        var renaming = isShared ? context.Editor.Rename(use!.Name, name) : context.Expression.Rename(context.Caret, name);
        return TypedResults.Ok(new LanguageRenamed(isShared ? "document" : "expression", LanguageEdit.Of(renaming.Changes), renaming.Obstacle?.For(context.Language)));
    }
}
