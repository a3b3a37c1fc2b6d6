using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

internal static partial class Schema
{
    // The tables of step 5 were never written to. Both texts are kept, so that a draft that is edited meanwhile changes nothing; a chunk names its members, so
    // that computing it again gives the same whatever was filed meanwhile.
    private static string Impacts(Dialect dialect) => """
        DROP TABLE impact_chunk;
        DROP TABLE impact;
        CREATE TABLE impact (
            id TEXT PRIMARY KEY, rubric TEXT NOT NULL, region TEXT NOT NULL,
            from_label TEXT NOT NULL, from_hash TEXT NOT NULL, from_text BYTEA NOT NULL, to_label TEXT NOT NULL, to_hash TEXT NOT NULL, to_text BYTEA NOT NULL,
            created_at TEXT NOT NULL, created_by_id TEXT NOT NULL, created_by_name TEXT NOT NULL,
            submissions BIGINT, ended_at TEXT, outcome TEXT CHECK (outcome IN ('done', 'cancelled', 'failed')), failed_chunk INTEGER, result BYTEA,
            CHECK ((ended_at IS NULL) = (outcome IS NULL)), CHECK ((result IS NULL) = (coalesce(outcome, '') <> 'done')));
        CREATE INDEX impact_rubric ON impact (rubric, id);
        CREATE INDEX impact_open ON impact (id) WHERE ended_at IS NULL;
        CREATE TABLE impact_chunk (
            impact_id TEXT NOT NULL REFERENCES impact (id), number INTEGER NOT NULL, members BYTEA NOT NULL, submissions INTEGER NOT NULL,
            attempts INTEGER NOT NULL, begun_at TEXT, result BYTEA, PRIMARY KEY (impact_id, number));
        """;
}
