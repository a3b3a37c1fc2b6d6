using System.Data.Common;
using PerfEval.Rules.Storage.Rubrics;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Rubrics;

/// <summary>What the database refuses by itself, to somebody who has its password but leaves its triggers alone.</summary>
public abstract class FourEyesTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Event = "INSERT INTO draft_event (draft_id, number, at, by_id, by_name, kind, comment, content_hash) ";

    private const string Version = """
        INSERT INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, draft_id,
            author_id, author_name, approver_id, approver_name, comment, published_at)
        """;

    private string id = "";

    private DraftStore Drafts => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        id = (await Drafts.CreateAsync(new(Act, null, "甲", [new("a", "1")]), None)).Draft!.Id;
    }

    [Fact]
    public async Task Nobody_approves_a_draft_of_their_own()
    {
        await SubmitAsync();
        await RefusedAsync(Approve(Zhang.Id));
    }

    [Fact]
    public async Task Leaving_the_editors_list_alone_but_saving_a_revision_makes_no_stranger()
    {
        await TamperAsync($"INSERT INTO draft_revision (draft_id, revision, text, at, by_id, by_name) VALUES ('{id}', 99, 'x', '', '{Li.Id}', '')");
        await SubmitAsync();
        await RefusedAsync(Approve(Li.Id));
    }

    [Fact]
    public async Task An_editor_stays_an_editor()
    {
        await RefusedAsync("DELETE FROM draft_editor");
        await RefusedAsync($"UPDATE draft_editor SET account_id = '{Li.Id}'");
    }

    [Fact]
    public async Task Who_changes_a_text_becomes_an_editor_first() =>
        await RefusedAsync($"UPDATE draft SET text = '乙', updated_by_id = '{Li.Id}' WHERE id = '{id}'");

    [Fact]
    public async Task What_nobody_approved_is_not_published()
    {
        await SubmitAsync();
        await RefusedAsync(Publish("sha256:1", Li.Id));
    }

    [Fact]
    public async Task Only_the_very_text_that_was_approved_is_published()
    {
        await SubmitAsync();
        await TamperAsync(Approve(Li.Id));
        await RefusedAsync(Publish("sha256:2", Li.Id));
        await RefusedAsync(Publish("sha256:1", "account:wang"));
        await RefusedAsync(Publish("sha256:1", Li.Id, author: Li.Id));
        await RefusedAsync(Publish("sha256:1", Li.Id).Replace(Some.Rubric, "440300/2021/project", StringComparison.Ordinal));
        await TamperAsync(Publish("sha256:1", Li.Id));
        Assert.Single(await new RubricStore(Database).ListAsync(null, None));
    }

    [Fact]
    public async Task A_submitted_text_and_its_cases_stand()
    {
        await SubmitAsync();
        await RefusedAsync($"UPDATE draft SET text = '乙' WHERE id = '{id}'");
        await RefusedAsync($"INSERT INTO draft_case (draft_id, name, text) VALUES ('{id}', 'b', '2')");
        await RefusedAsync("UPDATE draft_case SET text = '2'");
        await RefusedAsync("DELETE FROM draft_case");
    }

    [Theory]
    [InlineData("UPDATE draft SET state = 'editing'")]
    [InlineData("DELETE FROM draft")]
    [InlineData("UPDATE draft_event SET kind = 'approved'")]
    [InlineData("DELETE FROM draft_event")]
    public async Task What_has_ended_stays_as_it_is(string sql)
    {
        await Drafts.DiscardAsync(Act, null, None);
        await RefusedAsync(sql);
    }

    private static DraftAct Act => new(Some.Rubric, "修订", Zhang, Noon);

    private string Approve(string by) => $"{Event} VALUES ('{id}', 50, '', '{by}', '', 'approved', '', 'sha256:1')";

    private string Publish(string hash, string approver, string author = "account:zhang") =>
        $"{Version} VALUES ('{Some.Rubric}', '1.0.0', 1, '440300', 2020, 'project', '', '{hash}', '', 'studio', '{id}', '{author}', '', '{approver}', '', '', '2026-07-01T12:00:00.000000Z')";

    private Task<DraftChange> SubmitAsync() => Drafts.SubmitAsync(new(Act, 1, "甲", "sha256:1"), None);

    private Task<DbException> RefusedAsync(string sql) => Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
}

public sealed class SqliteFourEyesTests : FourEyesTests<SqliteFile>;

public sealed class PostgresFourEyesTests : FourEyesTests<PostgresDatabase>;
