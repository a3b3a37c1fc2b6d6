namespace PerfEval.Rules.Storage.Databases;

/// <summary>Where the store lies when nothing says so.</summary>
public static class StoreLocation
{
    private const string File = "perfeval.db";

    /// <summary>Whether a location names a PostgreSQL server; else it is the path of an SQLite file.</summary>
    public static bool IsServer(string location) => StoreDatabase.IsServer(location);

    /// <summary>Whether there is anything to open: an SQLite file; a server is found out by asking it.</summary>
    public static bool Exists(string location) => StoreDatabase.IsServer(location) || System.IO.File.Exists(location);

    /// <summary>
    /// The connection string or path given; else <c>data/perfeval.db</c> beside the solution at or above the current directory; else beside the program.
    /// </summary>
    public static string Find(string? given = null)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return given;
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "PerfEval.Rules.sln")))
                return Path.Combine(folder.FullName, "data", File);
        }

        return Path.Combine(AppContext.BaseDirectory, "data", File);
    }
}
