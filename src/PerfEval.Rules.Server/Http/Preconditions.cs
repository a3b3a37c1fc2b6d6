using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PerfEval.Rules.Server.Http;

/// <summary>Which state of a resource a change is made to, from If-Match and If-None-Match; its validator is a revision in quotation marks.</summary>
/// <param name="Revision">The revision that must be stored; null: any, or none.</param>
/// <param name="IsNew">Whether nothing may be stored yet: <c>If-None-Match: *</c>.</param>
/// <param name="Fault">What is wrong with the headers, or null.</param>
internal readonly record struct Preconditions(long? Revision, bool IsNew, ApiFault? Fault)
{
    /// <summary>Whether the request says nothing about it.</summary>
    public bool IsAbsent => Revision is null && !IsNew;

    public static Preconditions Of(HttpRequest request)
    {
        var (match, none) = (request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString());
        return (match, none) switch
        {
            ("", "") => default,
            ("", "*") => new(null, true, null),
            (_, "") => FindRevision(match) is { } revision ? new(revision, false, null) : new(null, false, ApiFaults.BadHeader(HeaderNames.IfMatch)),
            _ => new(null, false, ApiFaults.BadHeader(HeaderNames.IfNoneMatch)),
        };
    }

    /// <summary>The validator of a revision.</summary>
    public static string ETagOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static long? FindRevision(string tag) =>
        tag is ['"', .. var inner, '"'] && long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}
