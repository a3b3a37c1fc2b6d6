using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

internal static partial class Schema
{
    private static string Evaluations(Dialect dialect) => $"""
        CREATE TABLE evaluation (
            id TEXT PRIMARY KEY, filed_at TEXT NOT NULL, rubric TEXT NOT NULL, version TEXT NOT NULL, hash TEXT NOT NULL,
            region TEXT NOT NULL, year INTEGER NOT NULL, scope TEXT NOT NULL, department TEXT NOT NULL, subject TEXT NOT NULL, period TEXT NOT NULL,
            revision INTEGER NOT NULL, submission BYTEA NOT NULL, scorecard BYTEA NOT NULL, total TEXT, grade TEXT, complete INTEGER NOT NULL,
            filed_by_id TEXT NOT NULL, filed_by_name TEXT NOT NULL, rescored_from TEXT REFERENCES evaluation (id),
            FOREIGN KEY (rubric, version) REFERENCES rubric_version (rubric, version));
        CREATE UNIQUE INDEX evaluation_identity ON evaluation (rubric, department, subject, period, revision);
        CREATE INDEX evaluation_department ON evaluation (department, id);
        {AppendOnly(dialect, "evaluation")}
        CREATE TABLE evaluation_event (
            evaluation_id TEXT NOT NULL REFERENCES evaluation (id), number INTEGER NOT NULL, at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('returned', 'confirmed')), comment TEXT NOT NULL, PRIMARY KEY (evaluation_id, number));
        {AppendOnly(dialect, "evaluation_event")}
        CREATE TABLE review (
            evaluation_id TEXT NOT NULL REFERENCES evaluation (id), number INTEGER NOT NULL, at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL,
            judgements BYTEA NOT NULL, submission BYTEA NOT NULL, scorecard BYTEA NOT NULL, total TEXT, grade TEXT, comment TEXT NOT NULL,
            PRIMARY KEY (evaluation_id, number));
        {AppendOnly(dialect, "review")}
        CREATE TABLE evidence (
            hash TEXT PRIMARY KEY, content BYTEA NOT NULL, media_type TEXT NOT NULL, length BIGINT NOT NULL);
        {AppendOnly(dialect, "evidence")}
        CREATE TABLE evidence_use (
            evaluation_id TEXT NOT NULL REFERENCES evaluation (id), input TEXT NOT NULL, hash TEXT NOT NULL REFERENCES evidence (hash), file_name TEXT NOT NULL,
            at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL, PRIMARY KEY (evaluation_id, input, hash));
        {AppendOnly(dialect, "evidence_use")}
        CREATE TABLE idempotency (
            caller TEXT NOT NULL, key TEXT NOT NULL, request_hash TEXT NOT NULL, evaluation_id TEXT NOT NULL REFERENCES evaluation (id), at TEXT NOT NULL,
            PRIMARY KEY (caller, key));
        CREATE TABLE expected_filer (
            rubric TEXT NOT NULL, department TEXT NOT NULL, subject TEXT NOT NULL, period TEXT NOT NULL, added_at TEXT NOT NULL, added_by TEXT NOT NULL,
            PRIMARY KEY (rubric, department, subject, period));
        """;

    private static string Impact(Dialect dialect) => """
        CREATE TABLE impact (
            id TEXT PRIMARY KEY, rubric TEXT NOT NULL, from_version TEXT NOT NULL, to_label TEXT NOT NULL, to_hash TEXT NOT NULL, to_text BYTEA NOT NULL,
            created_at TEXT NOT NULL, created_by TEXT NOT NULL, created_by_name TEXT NOT NULL,
            submissions BIGINT NOT NULL, cancelled_at TEXT, finished_at TEXT, failure TEXT);
        CREATE TABLE impact_chunk (
            impact_id TEXT NOT NULL REFERENCES impact (id), number INTEGER NOT NULL, after_id TEXT NOT NULL, last_id TEXT NOT NULL, submissions INTEGER NOT NULL,
            done_at TEXT, result BYTEA, PRIMARY KEY (impact_id, number));
        """;
}
