using System.Data.Common;
using System.Text;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;
using PerfEval.Rules.Storage.Tests.Infra;

namespace PerfEval.Rules.Storage.Tests.Rubrics;

public abstract class RubricStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private RubricStore Store => new(Database);

    [Fact]
    public async Task A_pack_is_published_when_its_version_is_absent()
    {
        Assert.Empty(await ImportAsync(Some.Pack("1.10.0"), Some.Pack("1.9.0")));
        var versions = await Store.ListAsync(Some.Rubric, None);
        Assert.Equal([("1.9.0", 1), ("1.10.0", 2)], versions.Select(version => (version.Version, version.Number)));
        Assert.Equal(
            new()
            {
                Rubric = Some.Rubric,
                Version = "1.9.0",
                Number = 1,
                Folder = "440300-shenzhen",
                Hash = Some.Hash(Some.Text("1.9.0")),
                Origin = VersionOrigin.Pack,
                Author = Actor.Service,
                Approver = null,
                Comment = "",
                PublishedAt = Noon,
                Retirement = null,
            },
            versions[0]);
        Assert.Equal(Some.Text("1.9.0"), Encoding.UTF8.GetString((await Store.FindTextAsync(Some.Rubric, "1.9.0", None))!));
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await ImportAsync(Some.Pack());
        var number = await Store.ReadChangeNumberAsync(None);
        Assert.Empty(await ImportAsync(Some.Pack()));
        Assert.Equal(number, await Store.ReadChangeNumberAsync(None));
        Assert.Single(await Store.ListAsync(null, None));
        Assert.Single(await new AuditTrail(Database).ReadAsync(null, null, 10, None));
    }

    [Fact]
    public async Task A_published_version_with_another_content_is_reported_and_the_stored_one_stays()
    {
        await ImportAsync(Some.Pack());
        var conflict = Assert.Single(await ImportAsync(Some.Pack(title: "改过的"), Some.Pack("1.1.0")));
        Assert.Equal(new("440300-shenzhen/2020/project/1.0.0.json", "1.0.0", Some.Hash(Some.Text(title: "改过的")), Some.Hash(Some.Text())), conflict);
        Assert.Equal(Some.Text(), Encoding.UTF8.GetString((await Store.FindTextAsync(Some.Rubric, "1.0.0", None))!));
        Assert.NotNull(await Store.FindAsync(Some.Rubric, "1.1.0", None));
    }

    [Fact]
    public async Task Processes_that_start_together_import_once()
    {
        await using var other = await Target.OpenAsync();
        var stores = (RubricStore[])[Store, new(other)];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => stores[i % 2].ImportAsync([Some.Pack(), Some.Pack("1.1.0")], [], Noon, None))));
        Assert.Equal(2, (await Store.ListAsync(null, None)).Length);
        Assert.Equal(2, (await new AuditTrail(Database).ReadAsync(null, null, 10, None)).Length);
    }

    [Fact]
    public async Task A_version_has_the_cases_that_name_it()
    {
        await Store.ImportAsync([Some.Pack(), Some.Pack("1.1.0")], [Some.PackCase("all", Some.Case), Some.PackCase("first", ForFirst)], Noon, None);
        Assert.Equal([new("all", Some.Case), new("first", ForFirst)], (await Store.ReadCasesAsync(Some.Rubric, "1.0.0", None)).AsEnumerable());
        Assert.Equal([new("all", Some.Case)], (await Store.ReadCasesAsync(Some.Rubric, "1.1.0", None)).AsEnumerable());
    }

    [Fact]
    public async Task A_case_that_comes_later_is_added_and_one_that_changed_is_not()
    {
        await Store.ImportAsync([Some.Pack()], [Some.PackCase("a", Some.Case)], Noon, None);
        await Store.ImportAsync([Some.Pack()], [Some.PackCase("a", ForFirst), Some.PackCase("b", ForFirst)], Noon, None);
        Assert.Equal([new("a", Some.Case), new("b", ForFirst)], (await Store.ReadCasesAsync(Some.Rubric, "1.0.0", None)).AsEnumerable());
    }

    [Fact]
    public async Task An_export_is_the_files_that_were_imported()
    {
        await Store.ImportAsync([Some.Pack()], [Some.PackCase("all", Some.Case)], Noon, None);
        var files = await Store.ExportAsync(Some.Rubric, "1.0.0", None);
        Assert.Equal(
            [("440300-shenzhen/2020/project/1.0.0.json", Some.Text()), ("440300-shenzhen/2020/project/cases/all.json", Some.Case)],
            files!.Value.Select(file => (file.Path, Encoding.UTF8.GetString(file.Utf8.Span))));
        Assert.Null(await Store.ExportAsync(Some.Rubric, "9.0.0", None));
    }

    [Fact]
    public async Task A_version_is_retired_once_and_for_good()
    {
        await ImportAsync(Some.Pack());
        var number = await Store.ReadChangeNumberAsync(None);
        Assert.Equal(RetireOutcome.Missing, await Store.RetireAsync(Some.Rubric, "9.0.0", Li, Noon, "", None));
        Assert.Equal(RetireOutcome.Done, await Store.RetireAsync(Some.Rubric, "1.0.0", Li, Noon, "已有新办法", None));
        Assert.Equal(RetireOutcome.Already, await Store.RetireAsync(Some.Rubric, "1.0.0", Zhang, Noon, "", None));
        Assert.Equal(new(Noon, Li, "已有新办法"), (await Store.FindAsync(Some.Rubric, "1.0.0", None))!.Retirement);
        Assert.Equal(number + 1, await Store.ReadChangeNumberAsync(None));
        Assert.Equal("rubric.retired", (await new AuditTrail(Database).ReadAsync(Some.Rubric + "@1.0.0", null, 10, None))[0].Entry.Action);
        Assert.NotNull(await Store.FindTextAsync(Some.Rubric, "1.0.0", None));
    }

    [Theory]
    [InlineData("UPDATE rubric_version SET hash = 'x'")]
    [InlineData("UPDATE rubric_version SET version = '3.0.0'")]
    [InlineData("DELETE FROM rubric_version")]
    [InlineData("UPDATE rubric_case SET text = text")]
    [InlineData("DELETE FROM rubric_case")]
    [InlineData("DELETE FROM rubric_retirement")]
    public async Task The_database_refuses_to_change_what_is_published(string sql)
    {
        await Store.ImportAsync([Some.Pack()], [Some.PackCase("all", Some.Case)], Noon, None);
        await Store.RetireAsync(Some.Rubric, "1.0.0", Li, Noon, "", None);
        await Assert.ThrowsAnyAsync<DbException>(() => TamperAsync(sql));
    }

    private static string ForFirst => Some.Case.Replace("\"Name\"", "\"Versions\": [\"1.0.0\"], \"Name\"", StringComparison.Ordinal);

    private async Task<IEnumerable<PackConflict>> ImportAsync(params Pack[] packs) => await Store.ImportAsync([.. packs], [], Noon, None);
}

public sealed class SqliteRubricStoreTests : RubricStoreTests<SqliteFile>;

public sealed class PostgresRubricStoreTests : RubricStoreTests<PostgresDatabase>;
