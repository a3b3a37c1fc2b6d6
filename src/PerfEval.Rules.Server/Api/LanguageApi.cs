using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;

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

    private static Task<IResult> Check(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(
        request, sources, context => TypedResults.Ok(LanguageCheck.Of(context.Expression.Expression, context.Language)), needsCaret: false);

    private static Task<IResult> Complete(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(
        request, sources, context => TypedResults.Ok(LanguageCompletions.Of(context.Expression.Complete(context.Caret), context.Language)));

    private static Task<IResult> Hover(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(
        request, sources, context => TypedResults.Ok(new LanguageHovered(context.Expression.HoverAt(context.Caret) is { } hover ? LanguageHover.Of(hover, context.Language) : null)));

    private static Task<IResult> Sign(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(
        request, sources, context => TypedResults.Ok(LanguageSignatures.Of(context.Expression.SignatureAt(context.Caret), context.Language)));

    private static Task<IResult> Format(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(
        request, sources, context => TypedResults.Ok(new LanguageFormatted(context.Expression.Format())), needsCaret: false);

    private static Task<IResult> Rename(HttpRequest request, LanguageSources sources) => LanguageContext.AnswerAsync(request, sources, Renamed, needsName: true);

    private static IResult Renamed(LanguageContext context)
    {
        var name = context.Request.NewName!; // demanded
        var use = context.Expression.NameAt(context.Caret);
        var isShared = context.Request.Document is not null && use is { Symbol: not null, Declaration: null };
        var renaming = isShared ? context.Editor.Rename(use!.Name, name) : context.Expression.Rename(context.Caret, name);
        return TypedResults.Ok(new LanguageRenamed(isShared ? "document" : "expression", LanguageEdit.Of(renaming.Changes), renaming.Obstacle?.For(context.Language)));
    }
}
