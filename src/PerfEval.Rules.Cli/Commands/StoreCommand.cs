using System.CommandLine;
using System.Data.Common;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>What the commands have in common that read a store.</summary>
internal static class StoreCommand
{
    // Where the service looks, too: a password in an argument would be seen by everybody on the machine.
    private const string Variable = "ConnectionStrings__Store";

    /// <summary>Which store; each command has an option of its own.</summary>
    public static Option<string?> NewOption() => new("--store")
    {
        Description = $"SQLite file or PostgreSQL connection string (default: the environment's {Variable}, then data/perfeval.db beside the solution, then beside the program)",
    };

    /// <summary>Opens the store as it is, and does something with it; says what is wrong when there is none.</summary>
    public static async Task<int> RunAsync(string? given, bool isChinese, Func<StoreDatabase, Task<int>> read)
    {
        var location = StoreLocation.Find(given ?? Environment.GetEnvironmentVariable(Variable));
        if (!StoreLocation.Exists(location))
        {
            await Console.Error.WriteLineAsync(isChinese ? $"没有数据库文件 {location}" : $"there is no database file {location}");
            return ExitCodes.Usage;
        }

        try
        {
            await using var database = StoreDatabase.OpenAsItIs(location);
            return await read(database);
        }
        catch (Exception exception) when (exception is DbException or ArgumentException && StoreRefusal.Find(exception, location) is { } refusal)
        {
            await Console.Error.WriteLineAsync(isChinese ? refusal.Message.Zh : refusal.Message.En);
            return ExitCodes.Usage;
        }
    }
}
