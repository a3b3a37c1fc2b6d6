using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>
/// The keys that seal sessions, shared by all replicas of the service. Synchronous, because the framework asks for them so; they are read once a day and
/// written once a quarter, on connections of their own. Safe to share between threads.
/// </summary>
public sealed class ProtectionKeyStore(StoreDatabase database)
{
    /// <summary>Every key, as the framework wrote it, oldest first.</summary>
    public ImmutableArray<string> Read()
    {
        using var connection = database.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM protection_key ORDER BY length(id), id")];
    }

    /// <summary>
    /// Adds a key, if nobody else has added one since <paramref name="known"/> were read. Replicas that start together on an empty store
    /// each make a key; the first is kept and the others take it, else a session sealed by one would mean nothing to another.
    /// </summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(string xml, int known)
    {
        using var connection = database.OpenConnection();
        try
        {
            // The id is the place: of two at once the second breaks the primary key.
            return connection.Execute(
                """
                INSERT INTO protection_key (id, xml)
                SELECT @id, @xml WHERE (SELECT count(*) FROM protection_key) = @known
                """,
                new { id = (known + 1).ToString(CultureInfo.InvariantCulture), xml, known }) == 1;
        }
        catch (DbException exception) when (Dialect.IsRace(exception))
        {
            return false;
        }
    }
}
