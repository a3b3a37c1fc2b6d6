using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>The accounts of staff (账号). Every change is recorded in the audit trail with it. Safe to share between threads.</summary>
public sealed partial class AccountStore(StoreDatabase database)
{
    private const string Select = $"SELECT {AccountRow.Columns} FROM account";

    private const string Insert = $"""
        INSERT INTO account ({AccountRow.Columns})
        VALUES (@Id, @Name, @DisplayName, @Roles, @Region, @Department, @PasswordHash, @SecurityStamp, @MustChangePassword, @FailedCount, @LockedUntil,
            @DisabledAt, @CreatedAt, @CreatedBy)
        """;

    /// <summary>One account by its id, or null.</summary>
    public async Task<Account?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<AccountRow>(new CommandDefinition(Select + " WHERE id = @id", new { id }, cancellationToken: cancellation));
        return row?.ToAccount();
    }

    /// <summary>Every account, by name.</summary>
    public async Task<ImmutableArray<Account>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<AccountRow>(new CommandDefinition(Select + " ORDER BY name", cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>Adds an account; false when its name is taken.</summary>
    public Task<bool> AddAsync(Account account, Actor by, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (session.Scalar<int>("SELECT count(*) FROM account WHERE name = @Name", new { account.Name }) > 0)
                return false;
            Add(session, account, by);
            return true;
        },
        cancellation);

    /// <summary>Adds the first account; false when there is one already, whoever was faster.</summary>
    public Task<bool> AddFirstAsync(Account account, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (session.Scalar<int>("SELECT count(*) FROM account") > 0)
                return false;
            Add(session, account, Actor.Service);
            return true;
        },
        cancellation);

    private static void Add(WriteSession session, Account account, Actor by)
    {
        session.Execute(Insert, AccountRow.Of(account));
        session.Record(new(account.CreatedAt, by, "account.created", account.Id, Describe(account)));
    }

    private static string Describe(Account account) =>
        string.Join("; ", new[] { account.Name, string.Join(',', account.Roles), account.Region, account.Department }.Where(part => !string.IsNullOrEmpty(part)));
}
