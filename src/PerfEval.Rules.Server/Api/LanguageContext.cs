using System.Text;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>A request of the language, read: the expression among the names of its rubric.</summary>
internal sealed record LanguageContext(LanguageRequest Request, RubricEditor Editor, EditedExpression Expression, string Language)
{
    /// <summary>The caret; only where it was asked for.</summary>
    public int Caret => Request.Caret!.Value; // Read demands it

    /// <summary>Reads a body and answers it, or says why it can't be.</summary>
    /// <param name="needsCaret">Whether the call is about one place.</param>
    public static async Task<IResult> AnswerAsync(HttpRequest http, LanguageSources sources, Func<LanguageContext, IResult> answer, bool needsCaret = true, bool needsName = false)
    {
        var (body, problem) = await JsonBody.ReadAsync<LanguageRequest>(http);
        if (body is null)
            return problem!; // one or the other
        if (FindFault(body, needsCaret, needsName) is { } fault)
            return Problems.InvalidRequest([fault]);
        var (text, missing) = FindText(body, sources.Rubrics);
        if (text is null)
            return missing!; // likewise
        var editor = sources.Opened.Take(text);
        try
        {
            return Answer(body, editor, AcceptedLanguage.Of(http), answer);
        }
        finally
        {
            sources.Opened.Return(editor);
        }
    }

    private static IResult Answer(LanguageRequest body, RubricEditor editor, string language, Func<LanguageContext, IResult> answer)
    {
        if (editor.Document is null)
            return Problems.InvalidRequest([.. editor.Problems.Select(problem => new ApiFault(problem.Code, "/document", problem.Message))]);
        return editor.Express(body.Expression, body.Path ?? "") is { } expression
            ? answer(new(body, editor, expression, language))
            : Problems.InvalidRequest([ApiFaults.NotAllowed("/path", new("可写表达式的属性的 JSON Pointer", "the JSON Pointer of a property that holds an expression"))]);
    }

    private static ApiFault? FindFault(LanguageRequest body, bool needsCaret, bool needsName)
    {
        if (body.Rubric is null == body.Document is null)
            return body.Rubric is null ? ApiFaults.Missing("rubric") : ApiFaults.NotAllowed("/document", new("rubric 与 document 之一", "one of rubric and document"));
        if (needsCaret && body.Caret is null)
            return ApiFaults.Missing("caret");
        if (needsCaret && (body.Caret < 0 || body.Caret > body.Expression.Length))
            return ApiFaults.NotAllowed("/caret", new($"0 至 {body.Expression.Length} 的整数", $"a whole number from 0 to {body.Expression.Length}"));
        return needsName && body.NewName is null ? ApiFaults.Missing("newName") : null;
    }

    private static (string? Text, Problem? Problem) FindText(LanguageRequest body, RubricLookup rubrics)
    {
        if (body.Document is { } text)
            return (text, null);
        var (region, year, scope, version) = body.Rubric!; // one of the two is given
        var found = rubrics.Find(new(region, year, scope), version, canFallBack: false);
        return found.Rubric is { } rubric ? (Encoding.UTF8.GetString(rubric.Canonical.Span), null) : (null, Problems.RubricNotFound([found.Fault!])); // the one or the other
    }
}

/// <summary>Where calls of the language take their rubrics from.</summary>
internal sealed record LanguageSources(RubricLookup Rubrics, OpenedRubrics Opened);
