using System.Globalization;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Where pages lie, below the base address.</summary>
internal static class Addresses
{
    public static string Of(RubricKey key, string version) => In("library", key, version);

    /// <param name="filing">A stored evaluation to begin with; null: an empty form.</param>
    public static string OfEvaluation(RubricKey key, string version, string? filing = null) =>
        In("evaluate", key, version) + (filing is null ? "" : "?filing=" + Uri.EscapeDataString(filing));

    /// <param name="review">The number of a review (复评) to be shown in place of what was filed; null: none.</param>
    public static string OfFiling(string id, int? review = null) =>
        string.Create(CultureInfo.InvariantCulture, $"studio/filings/{Uri.EscapeDataString(id)}{(review is null ? "" : "?review=")}{review}");

    /// <summary>A file of evidence, to be saved.</summary>
    public static string OfEvidence(Storage.Evaluations.Evidence file) => $"evaluations/{Uri.EscapeDataString(file.EvaluationId)}/evidence/sha256:{file.Hash}";

    public static string OfVersions(RubricKey key) => In("versions", key, null);

    /// <summary>What two versions or drafts make of one submission; without an evaluation, one is chosen there.</summary>
    public static string OfComparison(RubricKey key, string old, string @new, string? evaluation = null) =>
        $"{In("compare", key, null)}?old={Uri.EscapeDataString(old)}&new={Uri.EscapeDataString(@new)}{(evaluation is null ? "" : "&evaluation=" + Uri.EscapeDataString(evaluation))}";

    /// <summary>What two versions or drafts make of all that was filed.</summary>
    public static string OfImpact(RubricKey key, string old, string @new) =>
        $"{In("compare", key, "impact")}?old={Uri.EscapeDataString(old)}&new={Uri.EscapeDataString(@new)}";

    public static string OfDraft(Draft draft) => RubricKey.Find(draft.Rubric) is { } key ? OfDraft(key, draft.Name) : "studio/author";

    public static string OfDraft(RubricKey key, string name) => In("author", key, Uri.EscapeDataString(name));

    public static string OfReview(RubricKey key, string name) => In("review", key, Uri.EscapeDataString(name));

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

    /// <summary>A rubric, or one of its versions or drafts, on a page.</summary>
    /// <param name="item">Ready to stand in an address; null: the rubric itself.</param>
    public static string In(string page, RubricKey key, string? item) =>
        string.Create(CultureInfo.InvariantCulture, $"studio/{page}/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}{(item is null ? "" : "/" + item)}");
}
