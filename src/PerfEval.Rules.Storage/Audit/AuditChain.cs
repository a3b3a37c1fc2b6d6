using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Audit;

/// <summary>The chain of hashes: every entry seals all before it, so that none can be changed, removed or slipped in unseen.</summary>
internal static class AuditChain
{
    private const int RowsPerStatement = 100;

    /// <summary>What the first entry refers to.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The hash of an entry in its place. Each member is preceded by its length, so that no two entries read the same.</summary>
    public static string Seal(long seq, AuditEntry entry, string previousHash)
    {
        var text = new StringBuilder();
        foreach (var member in (string[])[previousHash, seq.ToString(CultureInfo.InvariantCulture), Timestamp.Write(entry.At), entry.Actor.Id, entry.Actor.Name, entry.Action, entry.Subject, entry.Detail])
            text.Append(CultureInfo.InvariantCulture, $"{member.Length}:{member};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Chains entries to the end of the trail.</summary>
    public static void Append(WriteSession session, List<AuditEntry> entries)
    {
        if (session.Dialect.AuditLock is { } auditLock)
            session.Execute(auditLock);
        var last = session.Find<Tail>("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1") ?? new Tail { Seq = 0, Hash = Origin };
        var rows = new List<object>(entries.Count);
        foreach (var entry in entries)
        {
            var hash = Seal(last.Seq + 1, entry, last.Hash);
            rows.Add(Row(last.Seq + 1, entry, last.Hash, hash));
            last = new Tail { Seq = last.Seq + 1, Hash = hash };
        }

        foreach (var chunk in rows.Chunk(RowsPerStatement))
            Insert(session, chunk);
    }

    private static object[] Row(long seq, AuditEntry entry, string previousHash, string hash) =>
        [seq, Timestamp.Write(entry.At), entry.Actor.Id, entry.Actor.Name, entry.Action, entry.Subject, entry.Detail, previousHash, hash];

    // One statement for many rows: on a server each statement is a round trip.
    private static void Insert(WriteSession session, object[] rows)
    {
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        var text = new StringBuilder("INSERT INTO audit_entry (seq, at, actor_id, actor_name, action, subject, detail, previous_hash, hash) VALUES ");
        for (var row = 0; row < rows.Length; row++)
        {
            var values = (object[])rows[row];
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < values.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{row}_{column}");
                parameter.Value = values[column];
                command.Parameters.Add(parameter);
                text.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
        command.ExecuteNonQuery();
    }

    private sealed record Tail
    {
        public required long Seq { get; init; }

        public required string Hash { get; init; }
    }
}
