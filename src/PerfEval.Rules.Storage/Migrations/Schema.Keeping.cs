using System.Collections.Immutable;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

internal static partial class Schema
{
    // What the triggers of earlier steps keep from being updated and deleted, with the keys by which a row could be put in another's place.
    private static readonly ImmutableArray<(string Table, ImmutableArray<string> Keys)> Kept =
    [
        ("audit_entry", ["seq"]),
        ("api_key", ["id", "prefix"]),
        ("draft", ["id"]),
        ("draft_event", ["draft_id, number"]),
        ("rubric_version", ["rubric, version", "rubric, number"]),
        ("evaluation", ["id", "rubric, department, subject, period, region, revision"]),
        ("evaluation_event", ["evaluation_id, number"]),
        ("review", ["evaluation_id, number"]),
    ];

    // Of these the program inserts what may be there already, and means to change nothing then.
    private static readonly ImmutableArray<(string Table, string Key)> KeptAsTheyCame =
    [
        ("draft_editor", "draft_id, account_id"),
        ("rubric_case", "rubric, version, name"),
        ("rubric_retirement", "rubric, version"),
        ("evidence", "hash"),
        ("evidence_use", "evaluation_id, input, hash"),
    ];

    // A rubric of a wider region answers for many, and departments of one name occur in several: each region's revisions are counted by themselves.
    private static string Keeping(Dialect dialect) => $"""
        DROP INDEX evaluation_identity;
        CREATE UNIQUE INDEX evaluation_identity ON evaluation (rubric, department, subject, period, region, revision);
        {(dialect == Dialect.Sqlite ? RefuseReplacing() : RefuseTruncating())}
        """;

    // INSERT OR REPLACE deletes what is in its way without asking the triggers of DELETE.
    private static string RefuseReplacing() => string.Join('\n',
    [
        .. Kept.Select(kept => RefuseReplacing(kept.Table, kept.Keys, $"RAISE(ABORT, '{kept.Table} holds this already')")),
        .. KeptAsTheyCame.Select(kept => RefuseReplacing(kept.Table, [kept.Key], "RAISE(IGNORE)")),
    ]);

    // A row can be named by its rowid, too; it is -1 while the statement names none.
    private static string RefuseReplacing(string table, ImmutableArray<string> keys, string refusal) => $"""
        CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE rowid = NEW.rowid{string.Concat(keys.Select(key => " OR " + Equal(key)))})
        BEGIN SELECT {refusal}; END;
        """;

    private static string Equal(string key) => "(" + string.Join(" AND ", key.Split(", ").Select(column => $"{column} = NEW.{column}")) + ")";

    // TRUNCATE deletes rows without asking the triggers of each.
    private static string RefuseTruncating()
    {
        var tables = Kept.Select(kept => kept.Table).Concat(KeptAsTheyCame.Select(kept => kept.Table));
        return $"""
            CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $refuse$
            BEGIN RAISE EXCEPTION '% is not emptied', TG_TABLE_NAME; END $refuse$;
            {string.Join('\n', tables.Select(table => $"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();"))}
            """;
    }
}
