using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PerfEval.Rules.Server.Http;

/// <summary>Which state of a resource a change is made to, from If-Match and If-None-Match; its validator stands in quotation marks.</summary>
/// <typeparam name="T">Of the validator: a revision, a hash.</typeparam>
/// <param name="Match">The validator of what must be stored; null: any, or none.</param>
/// <param name="IsNew">Whether nothing may be stored yet: <c>If-None-Match: *</c>.</param>
/// <param name="Fault">What is wrong with the headers, or null.</param>
internal readonly record struct Preconditions<T>(T? Match, bool IsNew, ApiFault? Fault)
{
    /// <summary>Whether the request says nothing about it.</summary>
    public bool IsAbsent => Match is null && !IsNew;
}

/// <summary>Reads and writes validators.</summary>
internal static class Preconditions
{
    /// <summary>Those of a draft, whose validator is its revision.</summary>
    public static Preconditions<long?> Of(HttpRequest request) => Read<long?>(request, FindRevision, ApiFaults.BadHeader);

    /// <summary>Those of a case, whose validator is the hash of its text.</summary>
    public static Preconditions<string> OfHash(HttpRequest request) => Read(request, FindHash, ApiFaults.BadHashHeader);

    /// <summary>The validator of a revision.</summary>
    public static string ETagOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The validator of a hash.</summary>
    public static string ETagOf(string hash) => $"\"{hash}\"";

    private static Preconditions<T> Read<T>(HttpRequest request, Func<string, T?> find, Func<string, ApiFault> refuse)
    {
        var (match, none) = (request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString());
        return (match, none) switch
        {
            ("", "") => default,
            ("", "*") => new(default, true, null),
            (['"', .. var inner, '"'], "") when find(inner) is { } found => new(found, false, null),
            (_, "") => new(default, false, refuse(HeaderNames.IfMatch)),
            _ => new(default, false, ApiFaults.BadNoneMatch),
        };
    }

    private static long? FindRevision(string inner) =>
        long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    private static string? FindHash(string inner) => inner.StartsWith("sha256:", StringComparison.Ordinal) && !inner.Contains('"', StringComparison.Ordinal) ? inner : null;
}
