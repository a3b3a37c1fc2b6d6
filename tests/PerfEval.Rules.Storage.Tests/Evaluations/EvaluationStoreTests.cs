using System.Data.Common;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Evaluations;

public abstract class EvaluationStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Region = "440303";

    private int count;

    private EvaluationStore Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await TamperAsync("""
            INSERT INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, author_id, author_name, comment, published_at)
            VALUES ('440303/2020/department', '1.0.0', 1, '440303', 2020, 'department', '440303-luohu', 'sha256:1', 'x', 'pack', 'service', 'x', '', '2026-07-01T12:00:00.000000Z')
            """);
    }

    [Fact]
    public async Task What_was_filed_comes_back_as_it_was()
    {
        var filed = Some() with { Total = 90.73m, Grade = "优" };
        Assert.Equal(new FilingResult.Filed(1), await Store.FileAsync(filed, None));
        var found = await Store.FindAsync(filed.Id, None);
        Assert.NotNull(found);
        Assert.Equal(filed.Submission.ToArray(), found.Submission.ToArray());
        Assert.Equal(filed.Scorecard.ToArray(), found.Scorecard.ToArray());
        Assert.Equal(
            new EvaluationSummary
            {
                Id = filed.Id,
                FiledAt = filed.FiledAt,
                Identity = filed.Identity,
                Version = "1.0.0",
                Hash = "sha256:1",
                Scope = filed.Scope,
                Revision = 1,
                IsLatest = true,
                State = FilingState.Filed,
                Total = 90.73m,
                Grade = "优",
                Complete = true,
                FiledBy = Zhang,
            },
            found.Summary);
        Assert.Null(await Store.FindAsync("nothing", None));
    }

    [Fact]
    public async Task Revisions_are_counted_and_the_earlier_ones_stay()
    {
        var (first, second, other) = (Some(), Some(), Some("审计局"));
        Assert.Equal(new FilingResult.Filed(1), await Store.FileAsync(first, None));
        Assert.Equal(new FilingResult.Filed(2), await Store.FileAsync(second, None));
        Assert.Equal(new FilingResult.Filed(1), await Store.FileAsync(other, None));
        var revisions = await Store.FindRevisionsAsync(first.Identity, Region, None);
        Assert.Equal([(second.Id, 2, true), (first.Id, 1, false)], revisions.Select(summary => (summary.Id, summary.Revision, summary.IsLatest)));
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_gives_the_first_answer()
    {
        var first = Some() with { Key = new("k1", "hash") };
        await Store.FileAsync(first, None);
        Assert.Equal(new FilingResult.Repeated(first.Id), await Store.FileAsync(Some() with { Key = new("k1", "hash") }, None));
        Assert.Equal(new FilingResult.KeyReused(), await Store.FileAsync(Some() with { Key = new("k1", "another") }, None));
        Assert.Equal(new FilingResult.Filed(2), await Store.FileAsync(Some() with { Key = new("k1", "hash"), FiledBy = Li }, None));
        Assert.Equal(2, (await Store.FindRevisionsAsync(first.Identity, Region, None)).Length);
    }

    [Fact]
    public async Task A_key_raced_by_two_processes_files_once()
    {
        await using var other = await Target.OpenAsync();
        EvaluationStore[] stores = [Store, new(other)];
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => stores[i % 2].FileAsync(Some() with { Key = new("raced", "hash") }, None)));
        Assert.Single(results, result => result is FilingResult.Filed);
        Assert.Equal(199, results.Count(result => result is FilingResult.Repeated));
        Assert.Single(await Store.FindRevisionsAsync(Some().Identity, Region, None));
    }

    [Fact]
    public async Task Two_processes_count_one_sequence_of_revisions()
    {
        await using var other = await Target.OpenAsync();
        EvaluationStore[] stores = [Store, new(other)];
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => stores[i % 2].FileAsync(Some(), None)));
        Assert.Equal(Enumerable.Range(1, 100), results.Cast<FilingResult.Filed>().Select(filed => filed.Revision).Order());
        Assert.Null((await new AuditTrail(Database).VerifyAsync(None)).BrokenAt);
    }

    [Fact]
    public async Task A_confirmed_evaluation_takes_no_revision_until_it_is_returned()
    {
        var first = Some();
        await Store.FileAsync(first, None);
        Assert.Null(await Store.DecideAsync(first.Id, FilingState.Confirmed, Li, "", Noon, None));
        Assert.Equal(new FilingResult.AlreadyConfirmed(first.Id), await Store.FileAsync(Some(), None));
        Assert.Equal(DecisionRefusal.AlreadyThere, await Store.DecideAsync(first.Id, FilingState.Confirmed, Li, "", Noon, None));
        Assert.Null(await Store.DecideAsync(first.Id, FilingState.Returned, Li, "三公经费有误", Noon, None));
        var second = Some();
        Assert.Equal(new FilingResult.Filed(2), await Store.FileAsync(second, None));
        Assert.Equal(DecisionRefusal.NotLatest, await Store.DecideAsync(first.Id, FilingState.Confirmed, Li, "", Noon, None));
        Assert.Equal(DecisionRefusal.NotFound, await Store.DecideAsync("nothing", FilingState.Confirmed, Li, "", Noon, None));
        var events = await Store.FindEventsAsync(first.Id, None);
        Assert.Equal([(1, FilingState.Confirmed, ""), (2, FilingState.Returned, "三公经费有误")], events.Select(done => (done.Number, done.State, done.Comment)));
        Assert.Equal(FilingState.Filed, (await Store.FindAsync(second.Id, None))!.Summary.State);
    }

    [Fact]
    public async Task Pages_go_through_everything_once_newest_first()
    {
        var filed = Enumerable.Range(1, 25).Select(i => Some($"单位{i % 5}")).ToList();
        foreach (var evaluation in filed)
            await Store.FileAsync(evaluation, None);
        List<string> seen = [];
        for (string? last = null; ;)
        {
            var page = await Store.ListAsync(new(), last, 10, None);
            seen.AddRange(page.Select(summary => summary.Id));
            if (page.Length < 10)
                break;
            last = page[^1].Id;
        }

        Assert.Equal(filed.Select(evaluation => evaluation.Id).Reverse(), seen);
    }

    [Fact]
    public async Task A_list_keeps_to_its_filter()
    {
        var (one, two) = (Some("甲"), Some("乙"));
        await Store.FileAsync(one, None);
        await Store.FileAsync(two, None);
        await Store.FileAsync(Some("乙"), None);
        await Store.DecideAsync(one.Id, FilingState.Returned, Li, "x", Noon, None);
        Assert.Equal(3, (await CountAsync(new() { Region = "440300" })));
        Assert.Equal(3, (await CountAsync(new() { Region = "000000", Year = 2020, Scope = "department" })));
        Assert.Equal(0, (await CountAsync(new() { Region = "440304" })));
        Assert.Equal(0, (await CountAsync(new() { Year = 2021 })));
        Assert.Equal(2, (await CountAsync(new() { Department = "乙" })));
        Assert.Equal(1, (await CountAsync(new() { Department = "乙", LatestOnly = true })));
        Assert.Equal(1, (await CountAsync(new() { State = FilingState.Returned })));
        Assert.Equal(1, (await CountAsync(new() { State = FilingState.Filed, LatestOnly = true })));
    }

    [Fact]
    public async Task Departments_of_one_name_in_two_regions_under_one_rubric_keep_apart()
    {
        var (here, there) = (Some(), Some() with { Scope = new("440304", 2020, "department") });
        Assert.Equal(new FilingResult.Filed(1), await Store.FileAsync(here, None));
        Assert.Equal(new FilingResult.Filed(1), await Store.FileAsync(there, None));
        Assert.Equal([there.Id], (await Store.FindRevisionsAsync(there.Identity, "440304", None)).Select(summary => summary.Id));
        Assert.True((await Store.FindAsync(here.Id, None))!.Summary.IsLatest);
        Assert.Null(await Store.DecideAsync(here.Id, FilingState.Confirmed, Li, "", Noon, None));
        Assert.Equal(new FilingResult.Filed(2), await Store.FileAsync(there with { Id = Some().Id }, None));
    }

    [Fact]
    public async Task What_one_process_confirms_another_files_no_more()
    {
        await using var other = await Target.OpenAsync();
        var (confirming, filed) = (new EvaluationStore(other), Enumerable.Range(0, 60).Select(i => Some($"单位{i}")).ToList());
        await Task.WhenAll(filed.Select(evaluation => Store.FileAsync(evaluation, None)));
        var confirmed = Task.WhenAll(filed.Select(evaluation => confirming.DecideAsync(evaluation.Id, FilingState.Confirmed, Li, "", Noon, None)));
        var refiled = Task.WhenAll(filed.Select(evaluation => Store.FileAsync(evaluation with { Id = Some().Id }, None)));
        Assert.All((await confirmed).Zip(await refiled), pair => Assert.True(
            pair is (null, FilingResult.AlreadyConfirmed) or (DecisionRefusal.NotLatest, FilingResult.Filed), $"{pair.First} and {pair.Second}"));
    }

    [Theory]
    [InlineData("UPDATE evaluation SET total = '100'")]
    [InlineData("DELETE FROM evaluation")]
    [InlineData("UPDATE evaluation_event SET state = 'confirmed'")]
    public async Task The_database_refuses_to_rewrite(string sql)
    {
        var filed = Some();
        await Store.FileAsync(filed, None);
        await Store.DecideAsync(filed.Id, FilingState.Returned, Li, "x", Noon, None);
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
    }

    [Fact]
    public async Task Reviews_stand_beside_the_evaluation()
    {
        var (filed, reviews) = (Some(), new ReviewStore(Database));
        await Store.FileAsync(filed, None);
        var review = new Review
        {
            EvaluationId = filed.Id,
            At = Noon,
            By = Li,
            Judgements = "{}"u8.ToArray(),
            Submission = "{\"b\":1}"u8.ToArray(),
            Scorecard = "{\"c\":1}"u8.ToArray(),
            Total = 88,
            Grade = "良",
            Comment = "复评",
        };
        Assert.Equal(1, await reviews.AddAsync(review, None));
        Assert.Equal(2, await reviews.AddAsync(review, None));
        var found = await reviews.FindAsync(filed.Id, None);
        Assert.Equal([(1, 88m, "良"), (2, 88m, "良")], found.Select(each => (each.Number, each.Total!.Value, each.Grade!)));
        Assert.Equal(2, (await Store.FindAsync(filed.Id, None))!.Summary.Reviews);
        await Assert.ThrowsAnyAsync<DbException>(() => reviews.AddAsync(review with { EvaluationId = "nothing" }, None));
    }

    [Fact]
    public async Task Evidence_is_kept_once_by_its_hash()
    {
        var (one, two, evidence) = (Some("甲"), Some("乙"), new EvidenceStore(Database));
        await Store.FileAsync(one, None);
        await Store.FileAsync(two, None);
        byte[] content = [1, 2, 3];
        var hash = await evidence.AddAsync(one.Id, "满意度", "问卷.pdf", "application/pdf", content, Zhang, Noon, None);
        Assert.Equal(hash, await evidence.AddAsync(one.Id, "满意度", "问卷.pdf", "application/pdf", content, Zhang, Noon, None));
        Assert.Equal(hash, await evidence.AddAsync(two.Id, "满意度", "副本.pdf", "application/pdf", content, Zhang, Noon, None));
        Assert.Equal(content, await evidence.FindContentAsync(hash, None));
        Assert.Null(await evidence.FindContentAsync(new string('0', 64), None));
        Assert.Equal([("问卷.pdf", 3L)], (await evidence.FindAsync(one.Id, None)).Select(file => (file.FileName, file.Length)));
        Assert.Equal(2, (await new AuditTrail(Database).ReadAsync(null, null, 100, None)).Count(entry => entry.Entry.Action == "evidence.added"));
    }

    [Fact]
    public async Task The_register_shows_who_has_filed_and_who_has_not()
    {
        var register = new FilingRegister(Database);
        var (filed, uninvited) = (Some("甲"), Some("丙"));
        await Store.FileAsync(filed, None);
        await Store.FileAsync(uninvited, None);
        var rubric = filed.Identity.Rubric;
        await register.ExpectAsync(rubric, [filed.Identity, new(rubric, "乙", "", "")], Li, Noon, None);
        var status = await register.ReadAsync(rubric, filed.Scope, None);
        Assert.Equal(
            [("丙", true, false), ("乙", false, true), ("甲", true, true)],
            status.Select(each => (each.Identity.Department, each.Latest is not null, each.IsExpected)).OrderBy(each => each.Department, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_register_of_a_region_shows_who_filed_under_a_rubric_of_a_wider_one()
    {
        var (register, county) = (new FilingRegister(Database), new EvaluationScope("440304", 2020, "department"));
        await Store.FileAsync(Some("甲"), None);
        await Store.FileAsync(Some("甲") with { Scope = county }, None);
        var own = await register.ReadAsync("440304/2020/department", county, None);
        Assert.Equal(["440304"], own.Select(each => each.Latest!.Scope.Region));
        await register.ExpectAsync("440303/2020/department", [new("440303/2020/department", "甲", "", "")], Li, Noon, None);
        var wider = await register.ReadAsync("440303/2020/department", Some().Scope, None);
        Assert.Equal([("440303", true), ("440304", true)], wider.Select(each => (each.Latest!.Scope.Region, each.IsExpected)));
    }

    private async Task<int> CountAsync(EvaluationFilter filter) => (await Store.ListAsync(filter, null, 100, None)).Length;

    private NewEvaluation Some(string department = "财政局") => new()
    {
        Id = Guid.CreateVersion7(Noon.AddSeconds(Interlocked.Increment(ref count))).ToString("N"),
        FiledAt = Noon,
        Identity = new("440303/2020/department", department, "", ""),
        Version = "1.0.0",
        Hash = "sha256:1",
        Scope = new("440303", 2020, "department"),
        Submission = "{\"department\":\"财政局\",\"data\":{}}"u8.ToArray(),
        Scorecard = "{\"total\":null}"u8.ToArray(),
        Complete = true,
        FiledBy = Zhang,
    };
}

public sealed class SqliteEvaluationStoreTests : EvaluationStoreTests<SqliteFile>;

public sealed class PostgresEvaluationStoreTests : EvaluationStoreTests<PostgresDatabase>;
