using System.Globalization;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Where pages lie, below the base address.</summary>
internal static class Addresses
{
    public static string Of(RubricKey key, string version) => Under("library", key, version);

    public static string OfEvaluation(RubricKey key, string version) => Under("evaluate", key, version);

    public static string OfVersions(RubricKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"studio/versions/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}");

    public static string OfDraft(Draft draft) => RubricKey.Find(draft.Rubric) is { } key ? OfDraft(key, draft.Name) : "studio/author";

    public static string OfDraft(RubricKey key, string name) => Under("author", key, Uri.EscapeDataString(name));

    public static string OfReview(RubricKey key, string name) => Under("review", key, Uri.EscapeDataString(name));

    /// <summary>A new draft that begins with a version.</summary>
    public static string OfNewDraft(RubricKey key, string version) => "studio/author?from=" + Uri.EscapeDataString($"{key}@{version}");

    /// <summary>The document itself, as the API gives it.</summary>
    public static string OfDocument(RubricKey key, string version) =>
        string.Create(CultureInfo.InvariantCulture, $"rubrics/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}/versions/{version}");

    /// <summary>A page of the audit trail.</summary>
    /// <param name="subject">Only what was done to this; null or empty: everything.</param>
    public static string OfAudit(string? subject, long? before = null, long? after = null)
    {
        string?[] parts =
        [
            string.IsNullOrEmpty(subject) ? null : "subject=" + Uri.EscapeDataString(subject),
            before is null ? null : string.Create(CultureInfo.InvariantCulture, $"before={before}"),
            after is null ? null : string.Create(CultureInfo.InvariantCulture, $"after={after}"),
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? "studio/audit" : "studio/audit?" + query;
    }

    private static string Under(string page, RubricKey key, string version) =>
        string.Create(CultureInfo.InvariantCulture, $"studio/{page}/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}/{version}");
}
