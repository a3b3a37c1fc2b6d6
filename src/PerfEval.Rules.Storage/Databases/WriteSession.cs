using System.Data.Common;
using Dapper;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>A transaction that a group of writes shares. Used by the writing thread alone; dies with the transaction.</summary>
internal sealed class WriteSession(DbConnection connection, DbTransaction transaction, Dialect dialect)
{
    private readonly List<AuditEntry> entries = [];

    /// <summary>Which database it is.</summary>
    public Dialect Dialect => dialect;

    /// <summary>The connection, for what the shorthands below cannot do.</summary>
    public DbConnection Connection => connection;

    /// <summary>The transaction.</summary>
    public DbTransaction Transaction => transaction;

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters, transaction);

    /// <summary>The only row, or null.</summary>
    public T? Find<T>(string sql, object? parameters = null)
        where T : class => connection.QuerySingleOrDefault<T>(sql, parameters, transaction);

    /// <summary>The rows.</summary>
    public IEnumerable<T> Query<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters, transaction);

    /// <summary>The first column of the first row; the type's default where there is none.</summary>
    public T? Scalar<T>(string sql, object? parameters = null) => connection.ExecuteScalar<T>(sql, parameters, transaction);

    /// <summary>
    /// Holds a row until the transaction ends, and waits for who holds it. What is read before may be out of date by then: read what a decision rests on afterwards.
    /// </summary>
    public void Hold(string table, string id)
    {
        if (dialect.RowLock.Length > 0)
            Scalar<string>($"SELECT id FROM {table} WHERE id = @id {dialect.RowLock}", new { id });
    }

    /// <summary>Adds an entry to the audit trail; it is committed with the rest, in the order of recording.</summary>
    public void Record(AuditEntry entry) => entries.Add(entry);

    /// <summary>Chains the recorded entries to the trail; once, as the last step before the commit: it holds a lock that other processes wait for.</summary>
    public void AppendAuditEntries()
    {
        if (entries.Count > 0)
            AuditChain.Append(this, entries);
    }
}
