using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>A draft to be begun.</summary>
/// <param name="From">A version of this rubric, or <c>region/year/scope@version</c> of another; null: from scratch.</param>
internal sealed record DraftToCreate(string Name, string? From = null);

/// <summary>What somebody says about a step.</summary>
internal static class Comment
{
    private const int MaxLength = 4000;

    /// <summary>Reads <c>{"comment": "…"}</c>; no body at all says nothing.</summary>
    public static async Task<(string Text, Problem? Problem)> ReadAsync(HttpRequest request)
    {
        if (request.ContentType is null && request.ContentLength is null or 0)
            return ("", null);
        var (body, problem) = await JsonBody.ReadAsync<Written>(request);
        if (body?.Comment is { Length: > MaxLength })
            problem = Problems.InvalidRequest([ApiFaults.NotAllowed("/comment", new("不超过 4000 字的文本", "a text of at most 4000 characters"))]);
        return (body?.Comment ?? "", problem);
    }

    private sealed record Written(string? Comment = null);
}
