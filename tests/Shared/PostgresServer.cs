using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PerfEval.Rules.Tests.Shared;

/// <summary>
/// A real PostgreSQL: the one that PERFEVAL_POSTGRES names, else one started for this test run on loopback and stopped with it. Without either the tests fail.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<PostgresServer> Lazy = new(Start);
    private static int databases;

    private PostgresServer(string connectionString) => ConnectionString = connectionString;

    public static PostgresServer Shared => Lazy.Value;

    /// <summary>Reaches the server's database <c>postgres</c> as somebody who may create others.</summary>
    public string ConnectionString { get; }

    /// <summary>A new, empty database; its connection string.</summary>
    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"perfeval_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'", connection);
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Takes a database away from whoever is at work in it.</summary>
    /// <param name="database">Its connection string.</param>
    public void DropDatabase(string database)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)", connection);
        command.ExecuteNonQuery();
    }

    private static PostgresServer Start()
    {
        if (Environment.GetEnvironmentVariable("PERFEVAL_POSTGRES") is { Length: > 0 } given)
            return new(given);
        var programs = FindPrograms();
        var folder = Directory.CreateTempSubdirectory("perfeval-postgres-").FullName;
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            Run("chown", ["postgres", folder]);
        RunAsOwner(Path.Combine(programs, "initdb"), ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        string[] options = ["-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -h 127.0.0.1 -k {folder} -c max_connections=200"];
        RunAsOwner(Path.Combine(programs, "pg_ctl"), [.. options, "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsOwner(Path.Combine(programs, "pg_ctl"), ["-D", folder, "-m", "immediate", "stop"]);
            Directory.Delete(folder, recursive: true);
        };
        return new($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres");
    }

    private static string FindPrograms()
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        var found = root.Exists ? root.GetDirectories().OrderByDescending(folder => folder.Name, StringComparer.Ordinal).FirstOrDefault() : null;
        return found is null
            ? throw new InvalidOperationException("no PostgreSQL: install the package postgresql, or name a server in PERFEVAL_POSTGRES")
            : Path.Combine(found.FullName, "bin");
    }

    // The server refuses to run as root.
    private static void RunAsOwner(string program, string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, string[] arguments)
    {
        // The server that pg_ctl leaves behind would keep redirected streams open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
