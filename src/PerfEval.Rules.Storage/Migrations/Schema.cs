using System.Collections.Immutable;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

/// <summary>
/// The schema, step by step. Types are the few that both databases take alike: text, bigint, integer (0 and 1 for no and yes), bytea. Times and decimals are
/// text, so that no database rounds them. What must never change is held by triggers, not by the program's good will.
/// </summary>
internal static partial class Schema
{
    /// <summary>Every step, in order.</summary>
    public static ImmutableArray<Migration> Migrations { get; } =
    [
        new(1, "the audit trail", AuditTrail),
        new(2, "accounts and keys", Identity),
        new(3, "rubrics, drafts and their publication", Rubrics),
        new(4, "evaluations, reviews and evidence", Evaluations),
        new(5, "impact of a rubric over stored submissions", Impact),
        new(6, "impacts that pin their texts and members", Impacts),
        new(7, "the job store", JobStore),
        new(8, "revisions by region, and what is kept cannot be replaced", Keeping),
    ];

    private static string AppendOnly(Dialect dialect, string table) =>
        dialect.Refuse(table + "_no_update", table, "UPDATE", table + " is append-only") + "\n" +
        dialect.Refuse(table + "_no_delete", table, "DELETE", table + " is append-only");

    private static string AuditTrail(Dialect dialect) => $"""
        CREATE TABLE audit_entry (
            seq BIGINT PRIMARY KEY, at TEXT NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
            detail TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE INDEX audit_entry_subject ON audit_entry (subject, seq);
        {AppendOnly(dialect, "audit_entry")}
        """;

    private static string Identity(Dialect dialect) => $"""
        CREATE TABLE account (
            id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, roles TEXT NOT NULL, region TEXT, department TEXT,
            password_hash TEXT NOT NULL, security_stamp TEXT NOT NULL, must_change_password INTEGER NOT NULL,
            failed_count INTEGER NOT NULL, locked_until TEXT, disabled_at TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL);
        CREATE TABLE api_key (
            id TEXT PRIMARY KEY, prefix TEXT NOT NULL UNIQUE, secret_hash TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, region TEXT, department TEXT,
            created_at TEXT NOT NULL, created_by TEXT NOT NULL, expires_at TEXT, revoked_at TEXT, revoked_by TEXT);
        {dialect.Refuse("api_key_stays_revoked", "api_key", "UPDATE", "a revoked key stays revoked", "OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL")}
        {dialect.Refuse("api_key_no_delete", "api_key", "DELETE", "a key is revoked, not deleted")}
        CREATE TABLE protection_key (id TEXT PRIMARY KEY, xml TEXT NOT NULL);
        """;
}
