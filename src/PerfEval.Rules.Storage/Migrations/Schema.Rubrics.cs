using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

internal static partial class Schema
{
    // Four eyes: whoever touched a draft cannot approve it, and what the studio publishes must be the very text that somebody else approved.
    private const string ApprovedByEditor = """
        NEW.kind = 'approved' AND NEW.by_id IN (
            SELECT account_id FROM draft_editor WHERE draft_id = NEW.draft_id
            UNION SELECT by_id FROM draft_revision WHERE draft_id = NEW.draft_id
            UNION SELECT created_by_id FROM draft WHERE id = NEW.draft_id
            UNION SELECT updated_by_id FROM draft WHERE id = NEW.draft_id)
        """;

    private const string NotApproved = """
        NEW.origin = 'studio' AND NOT EXISTS (
            SELECT 1 FROM draft_event a JOIN draft d ON d.id = a.draft_id
            WHERE a.draft_id = NEW.draft_id AND d.rubric = NEW.rubric AND d.state = 'submitted'
                AND a.kind = 'approved' AND a.by_id = NEW.approver_id AND a.content_hash = NEW.hash
                AND NOT EXISTS (SELECT 1 FROM draft_editor e WHERE e.draft_id = a.draft_id AND e.account_id = a.by_id))
        """;

    // Nobody changes a text without becoming one of its editors.
    private const string ChangedByStranger =
        "NEW.text <> OLD.text AND NOT EXISTS (SELECT 1 FROM draft_editor e WHERE e.draft_id = NEW.id AND e.account_id = NEW.updated_by_id)";

    private static string Rubrics(Dialect dialect) => $"""
        {Drafts(dialect)}
        CREATE TABLE rubric_version (
            rubric TEXT NOT NULL, version TEXT NOT NULL, number INTEGER NOT NULL, region TEXT NOT NULL, year INTEGER NOT NULL, scope TEXT NOT NULL,
            folder TEXT NOT NULL, hash TEXT NOT NULL, text BYTEA NOT NULL, origin TEXT NOT NULL CHECK (origin IN ('pack', 'studio')), draft_id TEXT REFERENCES draft (id),
            author_id TEXT NOT NULL, author_name TEXT NOT NULL, approver_id TEXT, approver_name TEXT, comment TEXT NOT NULL, published_at TEXT NOT NULL,
            PRIMARY KEY (rubric, version), CHECK (origin = 'pack' OR (draft_id IS NOT NULL AND approver_id IS NOT NULL AND approver_id <> author_id)));
        CREATE UNIQUE INDEX rubric_version_number ON rubric_version (rubric, number);
        {AppendOnly(dialect, "rubric_version")}
        {dialect.Refuse("rubric_version_four_eyes", "rubric_version", "INSERT", "the text to be published was not approved by another person", NotApproved)}
        CREATE TABLE rubric_case (
            rubric TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, text BYTEA NOT NULL, PRIMARY KEY (rubric, version, name),
            FOREIGN KEY (rubric, version) REFERENCES rubric_version (rubric, version));
        {AppendOnly(dialect, "rubric_case")}
        CREATE TABLE rubric_retirement (
            rubric TEXT NOT NULL, version TEXT NOT NULL, at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL, comment TEXT NOT NULL,
            PRIMARY KEY (rubric, version), FOREIGN KEY (rubric, version) REFERENCES rubric_version (rubric, version));
        {AppendOnly(dialect, "rubric_retirement")}
        CREATE TABLE catalogue_change (number BIGINT NOT NULL);
        INSERT INTO catalogue_change (number) VALUES (0);
        """;

    private static string Drafts(Dialect dialect) => $"""
        CREATE TABLE draft (
            id TEXT PRIMARY KEY, rubric TEXT NOT NULL, name TEXT NOT NULL, base_version TEXT, seen INTEGER NOT NULL, text TEXT NOT NULL, revision BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('editing', 'submitted', 'published', 'discarded')),
            created_at TEXT NOT NULL, created_by_id TEXT NOT NULL, created_by_name TEXT NOT NULL,
            updated_at TEXT NOT NULL, updated_by_id TEXT NOT NULL, updated_by_name TEXT NOT NULL);
        CREATE UNIQUE INDEX draft_open ON draft (rubric, name) WHERE state IN ('editing', 'submitted');
        CREATE INDEX draft_name ON draft (rubric, name);
        CREATE TABLE draft_case (
            draft_id TEXT NOT NULL REFERENCES draft (id), name TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (draft_id, name));
        CREATE TABLE draft_revision (
            draft_id TEXT NOT NULL REFERENCES draft (id), revision BIGINT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL,
            PRIMARY KEY (draft_id, revision));
        CREATE TABLE draft_editor (
            draft_id TEXT NOT NULL REFERENCES draft (id), account_id TEXT NOT NULL, PRIMARY KEY (draft_id, account_id));
        {AppendOnly(dialect, "draft_editor")}
        CREATE TABLE draft_event (
            draft_id TEXT NOT NULL REFERENCES draft (id), number BIGINT NOT NULL, at TEXT NOT NULL, by_id TEXT NOT NULL, by_name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('created', 'submitted', 'withdrawn', 'approved', 'rejected', 'published', 'discarded')),
            comment TEXT NOT NULL, content_hash TEXT NOT NULL, PRIMARY KEY (draft_id, number));
        {AppendOnly(dialect, "draft_event")}
        {dialect.Refuse("draft_event_four_eyes", "draft_event", "INSERT", "nobody approves a draft of their own", ApprovedByEditor)}
        {dialect.Refuse("draft_stays_ended", "draft", "UPDATE", "a draft that has ended stays as it is", "OLD.state IN ('published', 'discarded')")}
        {dialect.Refuse("draft_submitted_stands", "draft", "UPDATE", "a submitted text is not changed", "OLD.state = 'submitted' AND NEW.text <> OLD.text")}
        {dialect.Refuse("draft_text_by_editor", "draft", "UPDATE", "who changes a draft is one of its editors", ChangedByStranger)}
        {dialect.Refuse("draft_no_delete", "draft", "DELETE", "a draft is discarded, not deleted")}
        {dialect.Refuse("draft_case_insert", "draft_case", "INSERT", "only a draft that is being edited takes a case", NotEditing("NEW"))}
        {dialect.Refuse("draft_case_update", "draft_case", "UPDATE", "only a draft that is being edited takes a case", NotEditing("OLD"))}
        {dialect.Refuse("draft_case_delete", "draft_case", "DELETE", "only a draft that is being edited loses a case", NotEditing("OLD"))}
        """;

    private static string NotEditing(string row) => $"NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = {row}.draft_id AND d.state = 'editing')";
}
