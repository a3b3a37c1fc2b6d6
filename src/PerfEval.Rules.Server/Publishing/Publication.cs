using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>
/// The life of a draft from its creation to its publication (编制、审核、发布): who may do what, and when. Nothing here is thrown for what people do; every
/// step answers with its outcome. Safe to share between threads.
/// </summary>
internal sealed partial class Publication(DraftStore drafts, RubricStore rubrics, CatalogueFeed feed, Scripts scripts, TimeProvider clock)
{
    private readonly DraftChecker checker = new(drafts, rubrics, scripts);

    /// <summary>Whether somebody may write drafts of a rubric.</summary>
    public static bool MayWrite(Caller caller, RubricKey key) => caller.Has(Roles.Author) && caller.Covers(key.Region);

    /// <summary>Whether somebody may approve, reject and retire versions of a rubric.</summary>
    public static bool MayReview(Caller caller, RubricKey key) => caller.Has(Roles.Reviewer) && caller.Covers(key.Region);

    /// <summary>Begins a draft from a version, with its cases, or from scratch. Missing: there is no such version.</summary>
    /// <param name="source">A version of this rubric or another; null: from scratch.</param>
    public async Task<PublicationResult> CreateAsync(Caller caller, RubricKey key, string name, VersionName? source, CancellationToken cancellation)
    {
        if (!MayWrite(caller, key))
            return new(PublicationOutcome.Forbidden);
        if (!IsKey(key) || !DraftName.IsValid(name))
            return new(PublicationOutcome.BadName);
        if (source is not { } from)
            return await CreateAsync(new(Act(caller, key, name), null, DraftText.Scratch(key), []), cancellation);
        var text = await rubrics.FindTextAsync(from.Key.ToString(), from.Version, cancellation);
        if (text is null || RubricReader.Read(text).Document is not { } document)
            return new(PublicationOutcome.Missing);
        var cases = await rubrics.ReadCasesAsync(from.Key.ToString(), from.Version, cancellation);
        var baseVersion = from.Key == key ? from.Version : null;
        return await CreateAsync(new(Act(caller, key, name), baseVersion, DraftText.From(Encoding.UTF8.GetString(text).TrimStart('\uFEFF'), document, key), cases), cancellation);
    }

    /// <summary>Saves a text over the revision that it was made from.</summary>
    /// <param name="revision">Null: it is the first text of a new draft.</param>
    public async Task<PublicationResult> SaveAsync(Caller caller, RubricKey key, string name, long? revision, string text, CancellationToken cancellation)
    {
        if (!MayWrite(caller, key))
            return new(PublicationOutcome.Forbidden);
        if (!IsText(text))
            return new(PublicationOutcome.BadText);
        if (revision is { } expected)
            return PublicationResult.Of(await drafts.SaveAsync(Act(caller, key, name), expected, text, cancellation));
        if (!IsKey(key) || !DraftName.IsValid(name))
            return new(PublicationOutcome.BadName);
        return await CreateAsync(new(Act(caller, key, name), null, text, []), cancellation);
    }

    /// <summary>Gives a draft up.</summary>
    /// <param name="revision">Null: whatever its text.</param>
    public async Task<PublicationResult> DiscardAsync(Caller caller, RubricKey key, string name, long? revision, CancellationToken cancellation) =>
        MayWrite(caller, key)
            ? PublicationResult.Of(await drafts.DiscardAsync(Act(caller, key, name), revision, cancellation))
            : new(PublicationOutcome.Forbidden);

    /// <summary>Adds a case to a draft, or puts another text in the place of one.</summary>
    /// <param name="expectedHash">Of the text that is replaced; null: the case is new.</param>
    public async Task<PublicationResult> PutCaseAsync(Caller caller, DraftPlace place, StoredCase put, string? expectedHash, CancellationToken cancellation)
    {
        if (!MayWrite(caller, place.Key))
            return new(PublicationOutcome.Forbidden);
        if (!DraftName.IsValid(put.Name))
            return new(PublicationOutcome.BadName);
        return IsText(put.Text)
            ? PublicationResult.Of(await drafts.PutCaseAsync(Act(caller, place.Key, place.Name), put, expectedHash, cancellation))
            : new(PublicationOutcome.BadText);
    }

    /// <summary>Removes a case of a draft.</summary>
    /// <param name="expectedHash">Of the text that is removed.</param>
    public async Task<PublicationResult> RemoveCaseAsync(Caller caller, DraftPlace place, string name, string expectedHash, CancellationToken cancellation) =>
        MayWrite(caller, place.Key)
            ? PublicationResult.Of(await drafts.RemoveCaseAsync(Act(caller, place.Key, place.Name), name, expectedHash, cancellation))
            : new(PublicationOutcome.Forbidden);

    /// <summary>Checks a draft as it is stored, or with a text that is not saved yet.</summary>
    public Task<DraftCheck> CheckAsync(Draft draft, CancellationToken cancellation) => checker.CheckAsync(draft, cancellation);

    private async Task<PublicationResult> CreateAsync(NewDraft draft, CancellationToken cancellation) =>
        PublicationResult.Of(await drafts.CreateAsync(draft, cancellation));

    private DraftAct Act(Caller caller, RubricKey key, string name, string comment = "") =>
        new(key.ToString(), name, caller.Actor, clock.GetUtcNow()) { Comment = comment };

    private static bool IsText(string text) =>
        Encoding.UTF8.GetByteCount(text) <= RubricReader.MaxBytes && !text.Contains('\0', StringComparison.Ordinal);

    private static bool IsKey(RubricKey key) => RegionCode().IsMatch(key.Region) && key.Year is >= 1000 and <= 9999 && DraftName.IsValid(key.Scope);

    [GeneratedRegex(@"^[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionCode();
}

/// <summary>One draft of one rubric.</summary>
internal readonly record struct DraftPlace(RubricKey Key, string Name);

/// <summary>One version of one rubric.</summary>
internal readonly record struct VersionName(RubricKey Key, string Version)
{
    /// <summary>Reads <c>region/year/scope@version</c>, or null.</summary>
    public static VersionName? Find(string text) =>
        text.Split('@') is [var rubric, { Length: > 0 } version] && RubricKey.Find(rubric) is { } key ? new(key, version) : null;
}
