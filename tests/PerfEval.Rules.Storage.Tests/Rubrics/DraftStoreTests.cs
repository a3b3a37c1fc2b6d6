using System.Globalization;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Rubrics;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Rubrics;

public abstract class DraftStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Name = "修订";

    private static readonly Actor Wang = new("account:wang", "王五");

    private DraftStore Drafts => new(Database);

    private RubricStore Rubrics => new(Database);

    [Fact]
    public async Task A_draft_comes_back_as_it_was_created()
    {
        await Rubrics.ImportAsync([Some.Pack()], [], Noon, None);
        var created = await CreateAsync("甲", new StoredCase("a", Some.Case));
        Assert.Equal(DraftOutcome.Done, created.Outcome);
        var draft = (await Drafts.FindAsync(Some.Rubric, Name, None))!;
        Assert.Equal(("1.0.0", 1, "甲", 1L, DraftState.Editing), (draft.BaseVersion, draft.Seen, draft.Text, draft.Revision, draft.State));
        Assert.Equal((Noon, Zhang, Noon, Zhang), (draft.CreatedAt, draft.CreatedBy, draft.UpdatedAt, draft.UpdatedBy));
        Assert.Equal([Zhang.Id], draft.Editors.AsEnumerable());
        Assert.Equal([new("a", Some.Case)], (await Drafts.ReadCasesAsync(draft.Id, None)).AsEnumerable());
    }

    [Fact]
    public async Task A_name_belongs_to_one_open_draft()
    {
        await CreateAsync("甲");
        var second = await CreateAsync("乙");
        Assert.Equal((DraftOutcome.Exists, "甲"), (second.Outcome, second.Draft!.Text));
    }

    [Fact]
    public async Task A_save_over_what_somebody_else_saved_is_refused_with_what_is_stored()
    {
        await CreateAsync("甲");
        Assert.Equal(DraftOutcome.Done, (await Drafts.SaveAsync(Act(Zhang), 1, "乙", None)).Outcome);
        var lost = await Drafts.SaveAsync(Act(Wang), 1, "丙", None);
        Assert.Equal((DraftOutcome.Stale, "乙", 2L), (lost.Outcome, lost.Draft!.Text, lost.Draft.Revision));
        Assert.Equal([Zhang.Id], lost.Draft.Editors.AsEnumerable());
    }

    [Fact]
    public async Task Of_saves_at_once_over_the_same_revision_one_wins()
    {
        await CreateAsync("甲");
        await using var other = await Target.OpenAsync();
        var stores = (DraftStore[])[Drafts, new(other)];
        var saves = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stores[i % 2].SaveAsync(Act(Wang), 1, $"第{i}份", None)));
        Assert.Equal(1, saves.Count(save => save.Outcome == DraftOutcome.Done));
        Assert.Equal(19, saves.Count(save => save.Outcome == DraftOutcome.Stale));
        Assert.Equal(saves.Single(save => save.Outcome == DraftOutcome.Done).Draft!.Text, (await Drafts.FindAsync(Some.Rubric, Name, None))!.Text);
    }

    [Fact]
    public async Task Saving_the_same_text_again_makes_no_revision()
    {
        await CreateAsync("甲");
        Assert.Equal(1, (await Drafts.SaveAsync(Act(Wang), 1, "甲", None)).Draft!.Revision);
    }

    [Fact]
    public async Task The_last_two_hundred_texts_are_kept()
    {
        var id = (await CreateAsync("1")).Draft!.Id;
        await Task.WhenAll(Enumerable.Range(1, 204).Select(i => Drafts.SaveAsync(Act(Zhang), i, $"{i + 1}", None)));
        var kept = await Drafts.ReadRevisionsAsync(id, None);
        Assert.Equal((200, 205L, 6L), (kept.Length, kept[0].Revision, kept[^1].Revision));
        Assert.Equal("6", await Drafts.FindRevisionAsync(id, 6, None));
        Assert.Null(await Drafts.FindRevisionAsync(id, 5, None));
    }

    [Fact]
    public async Task A_discarded_draft_gives_its_name_back_but_not_its_revisions()
    {
        await CreateAsync("甲");
        await Drafts.SaveAsync(Act(Zhang), 1, "乙", None);
        Assert.Equal(DraftOutcome.Stale, (await Drafts.DiscardAsync(Act(Zhang), 1, None)).Outcome);
        Assert.Equal(DraftState.Discarded, (await Drafts.DiscardAsync(Act(Zhang), 2, None)).Draft!.State);
        Assert.Null(await Drafts.FindAsync(Some.Rubric, Name, None));
        Assert.Equal("乙", (await Drafts.FindLatestAsync(Some.Rubric, Name, None))!.Text);
        Assert.Equal(DraftOutcome.Missing, (await Drafts.SaveAsync(Act(Zhang), 2, "丙", None)).Outcome);
        Assert.Equal(3, (await CreateAsync("丁")).Draft!.Revision);
    }

    [Fact]
    public async Task The_open_drafts_are_listed_by_name()
    {
        await CreateAsync("甲");
        await Drafts.CreateAsync(new(Act(Zhang) with { Name = "另一份" }, null, "乙", []), None);
        await Drafts.CreateAsync(new(Act(Zhang) with { Rubric = "440300/2021/project" }, null, "丙", []), None);
        Assert.Equal(["乙", "甲"], (await Drafts.ListAsync(Some.Rubric, None)).Select(draft => draft.Text).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Drafts.ListAsync(null, None)).Length);
    }

    [Fact]
    public async Task Cases_are_added_replaced_and_removed_by_editors()
    {
        var id = (await CreateAsync("甲")).Draft!.Id;
        await PutCaseAsync(Wang, "a", "1");
        await PutCaseAsync(Wang, "b", "2");
        var replaced = await PutCaseAsync(Wang, "a", "3", over: "1");
        Assert.Equal(new(DraftOutcome.Done, new("a", "3")), replaced);
        Assert.Equal(new(DraftOutcome.Done, null), await Drafts.RemoveCaseAsync(Act(Zhang), "b", new StoredCase("b", "2").Hash, None));
        Assert.Equal([new("a", "3")], (await Drafts.ReadCasesAsync(id, None)).AsEnumerable());
        Assert.Equal([Wang.Id, Zhang.Id], (await Drafts.FindAsync(Some.Rubric, Name, None))!.Editors.AsEnumerable());
    }

    [Fact]
    public async Task A_case_is_changed_only_from_the_text_that_is_stored()
    {
        var id = (await CreateAsync("甲", new StoredCase("a", "1"))).Draft!.Id;
        var stored = new StoredCase("a", "1");
        Assert.Equal(new(DraftOutcome.Exists, stored), await PutCaseAsync(Wang, "a", "2"));
        Assert.Equal(new(DraftOutcome.Stale, stored), await PutCaseAsync(Wang, "a", "2", over: "0"));
        Assert.Equal(new(DraftOutcome.Stale, null), await PutCaseAsync(Wang, "b", "2", over: "0"));
        Assert.Equal(new(DraftOutcome.Stale, stored), await Drafts.RemoveCaseAsync(Act(Wang), "a", new StoredCase("a", "0").Hash, None));
        Assert.Equal(new(DraftOutcome.Missing, null), await Drafts.RemoveCaseAsync(Act(Wang), "b", stored.Hash, None));
        Assert.Equal([stored], (await Drafts.ReadCasesAsync(id, None)).AsEnumerable());
        Assert.Equal([Zhang.Id], (await Drafts.FindAsync(Some.Rubric, Name, None))!.Editors.AsEnumerable());
    }

    [Fact]
    public async Task Of_many_who_change_a_case_at_once_one_does()
    {
        var id = (await CreateAsync("甲", new StoredCase("a", "0"))).Draft!.Id;
        var texts = Enumerable.Range(1, 8).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        var changes = await Task.WhenAll(texts.Select(text => PutCaseAsync(Wang, "a", text, over: "0")));
        var done = Assert.Single(changes, change => change.Outcome == DraftOutcome.Done);
        Assert.Equal(done.Stored, Assert.Single(await Drafts.ReadCasesAsync(id, None)));
        Assert.All(changes.Where(change => change != done), change => Assert.Equal(new(DraftOutcome.Stale, done.Stored), change));
    }

    [Fact]
    public async Task A_submitted_draft_stands_until_it_is_withdrawn_or_rejected()
    {
        await CreateAsync("甲");
        var submitted = await Drafts.SubmitAsync(new(Act(Zhang), 1, "甲之一", "sha256:1"), None);
        Assert.Equal((DraftState.Submitted, "甲之一", 2L), (submitted.Draft!.State, submitted.Draft.Text, submitted.Draft.Revision));
        Assert.Equal(DraftOutcome.WrongState, (await Drafts.SaveAsync(Act(Zhang), 2, "乙", None)).Outcome);
        Assert.Equal(DraftOutcome.WrongState, (await PutCaseAsync(Zhang, "a", "1")).Outcome);
        Assert.Equal(DraftOutcome.WrongState, (await Drafts.DiscardAsync(Act(Zhang), null, None)).Outcome);
        Assert.Equal(DraftState.Editing, (await Drafts.WithdrawAsync(Act(Zhang), None)).Draft!.State);
        Assert.Equal(DraftOutcome.WrongState, (await Drafts.RejectAsync(Act(Li), None)).Outcome);
        await Drafts.SubmitAsync(new(Act(Zhang), 2, "甲之一", "sha256:1"), None);
        Assert.Equal(DraftState.Editing, (await Drafts.RejectAsync(Act(Li) with { Comment = "权重不对" }, None)).Draft!.State);
        var events = await Drafts.ReadEventsAsync(submitted.Draft.Id, None);
        Assert.Equal(["created", "submitted", "withdrawn", "submitted", "rejected"], events.Select(step => step.Kind));
        Assert.Equal(new(5, Noon, Li, "rejected", "权重不对", ""), events[^1]);
        Assert.Equal("sha256:1", events[1].ContentHash);
    }

    [Fact]
    public async Task An_approved_draft_is_published_with_its_cases_in_one_step()
    {
        await Rubrics.ImportAsync([Some.Pack()], [], Noon, None);
        var number = await Rubrics.ReadChangeNumberAsync(None);
        var id = (await CreateAsync("甲", new StoredCase("a", Some.Case))).Draft!.Id;
        var published = await PublishAsync(Li, versions: 1);
        Assert.Equal((DraftOutcome.Done, DraftState.Published), (published.Outcome, published.Draft!.State));
        var version = (await Rubrics.FindAsync(Some.Rubric, "1.1.0", None))!;
        Assert.Equal((2, "440300-shenzhen", Some.Hash(Text), VersionOrigin.Studio), (version.Number, version.Folder, version.Hash, version.Origin));
        Assert.Equal((Zhang, Li, "同意", Noon), (version.Author, version.Approver, version.Comment, version.PublishedAt));
        Assert.Equal(Text, System.Text.Encoding.UTF8.GetString((await Rubrics.FindTextAsync(Some.Rubric, "1.1.0", None))!));
        Assert.Equal([new("a", Some.Case)], (await Rubrics.ReadCasesAsync(Some.Rubric, "1.1.0", None)).AsEnumerable());
        Assert.Equal(number + 1, await Rubrics.ReadChangeNumberAsync(None));
        Assert.Equal(["created", "submitted", "approved", "published"], (await Drafts.ReadEventsAsync(id, None)).Select(step => step.Kind));
    }

    [Fact]
    public async Task Nobody_publishes_what_they_had_a_hand_in()
    {
        await CreateAsync("甲");
        await PutCaseAsync(Wang, "a", Some.Case);
        Assert.Equal(DraftOutcome.OwnDraft, (await PublishAsync(Zhang)).Outcome);
        Assert.Equal(DraftOutcome.OwnDraft, (await Drafts.PublishAsync(Approval(Wang, 2, 0), None)).Outcome);
        Assert.Empty(await Rubrics.ListAsync(null, None));
    }

    [Fact]
    public async Task What_was_checked_against_fewer_versions_is_not_published()
    {
        await CreateAsync("甲");
        await Rubrics.ImportAsync([Some.Pack()], [], Noon, None);
        Assert.Equal(DraftOutcome.Overtaken, (await PublishAsync(Li, versions: 0)).Outcome);
        Assert.Equal(DraftOutcome.Stale, (await Drafts.PublishAsync(Approval(Li, 1, 1), None)).Outcome);
    }

    [Fact]
    public async Task Every_step_is_in_the_audit_trail()
    {
        await CreateAsync("甲");
        await PutCaseAsync(Zhang, "a", Some.Case);
        await PublishAsync(Li);
        var entries = await new AuditTrail(Database).ReadAsync(null, null, 20, None);
        Assert.Equal(
            ["draft.created", "draft.case-saved", "draft.saved", "draft.submitted", "draft.approved", "draft.published", "rubric.published"],
            entries.Reverse().Select(entry => entry.Entry.Action));
        Assert.Equal(new(Noon, Li, "rubric.published", Some.Rubric + "@1.1.0", Some.Hash(Text)), entries[0].Entry);
        Assert.Null((await new AuditTrail(Database).VerifyAsync(None)).BrokenAt);
    }

    private static string Text => Some.Text("1.1.0");

    private static DraftAct Act(Actor by) => new(Some.Rubric, Name, by, Noon);

    private static DraftApproval Approval(Actor by, long revision, int versions) =>
        new(Act(by) with { Comment = "同意" }, revision, "1.1.0", Some.Hash(Text), versions);

    private Task<DraftChange> CreateAsync(string text, params StoredCase[] cases) => Drafts.CreateAsync(new(Act(Zhang), "1.0.0", text, [.. cases]), None);

    private Task<CaseChange> PutCaseAsync(Actor by, string name, string text, string? over = null) =>
        Drafts.PutCaseAsync(Act(by), new(name, text), over is null ? null : new StoredCase(name, over).Hash, None);

    // Submitted by Zhang as its second revision.
    private async Task<DraftChange> PublishAsync(Actor by, int versions = 0)
    {
        await Drafts.SubmitAsync(new(Act(Zhang), 1, Text, Some.Hash(Text)), None);
        return await Drafts.PublishAsync(Approval(by, 2, versions), None);
    }
}

public sealed class SqliteDraftStoreTests : DraftStoreTests<SqliteFile>;

public sealed class PostgresDraftStoreTests : DraftStoreTests<PostgresDatabase>;
