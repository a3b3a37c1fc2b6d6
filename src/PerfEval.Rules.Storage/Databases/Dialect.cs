using Microsoft.Data.Sqlite;
using Npgsql;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>What differs between the two databases; everything else is SQL that both understand. Immutable.</summary>
public sealed record Dialect
{
    private const int SqliteConstraint = 19;

    private Dialect()
    {
    }

    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Serialises migrations between processes; held until the transaction ends. SQLite's transaction is such a lock by itself.</summary>
    public required string? MigrationLock { get; init; }

    /// <summary>Serialises appending to the audit trail between processes; held until the transaction ends.</summary>
    public required string? AuditLock { get; init; }

    /// <summary>Ends a statement that holds the rows it reads until the transaction ends, so that no other process decides upon them meanwhile. SQLite has one writer anyway.</summary>
    public required string RowLock { get; init; }

    /// <summary>What follows a column whose value is to be one of those of the parameter <c>values</c>.</summary>
    public required string AmongValues { get; init; }

    /// <summary>SQLite: one file, one writer at a time.</summary>
    public static Dialect Sqlite { get; } = new()
    {
        Name = "sqlite",
        MigrationLock = null,
        AuditLock = null,
        RowLock = "",
        AmongValues = "IN @values",
    };

    /// <summary>PostgreSQL 15 or later.</summary>
    public static Dialect PostgreSql { get; } = new()
    {
        Name = "postgresql",
        MigrationLock = "SELECT pg_advisory_xact_lock(7310381)",
        AuditLock = "SELECT pg_advisory_xact_lock(7310382)",
        RowLock = "FOR UPDATE",
        AmongValues = "= ANY (@values)",
    };

    /// <summary>A trigger that refuses a statement.</summary>
    /// <param name="name">The trigger's own name, unique in the database.</param>
    /// <param name="table">The table it watches.</param>
    /// <param name="operation"><c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</param>
    /// <param name="message">What the refused statement fails with; no quotation marks.</param>
    /// <param name="when">A condition over NEW and OLD; null: always.</param>
    public string Refuse(string name, string table, string operation, string message, string? when = null) =>
        this == Sqlite ? RefuseInSqlite(name, table, operation, message, when) : RefuseInPostgreSql(name, table, operation, message, when);

    /// <summary>Whether a statement failed only because another process was faster: run again it sees what that process did.</summary>
    internal static bool IsRace(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteErrorCode: SqliteConstraint, SqliteExtendedErrorCode: 1555 or 2067 } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        _ => false,
    };

    private static string RefuseInSqlite(string name, string table, string operation, string message, string? when) => $"""
        CREATE TRIGGER {name} BEFORE {operation} ON {table} {(when is null ? "" : $"WHEN {when}")}
        BEGIN SELECT RAISE(ABORT, '{message}'); END;
        """;

    private static string RefuseInPostgreSql(string name, string table, string operation, string message, string? when) => $"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $refuse$
        BEGIN
            IF {when ?? "TRUE"} THEN RAISE EXCEPTION '{message}'; END IF;
            {(operation == "DELETE" ? "RETURN OLD;" : "RETURN NEW;")}
        END $refuse$;
        CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
        """;
}
