using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests;

/// <summary>A server process over a store that cannot be used ends at once, and says in one line what to do.</summary>
public sealed class StoreOpeningTests : IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();

    public void Dispose() => packs.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        packs.Write("store.db", new string('x', 10_000));
        var path = Path.Combine(packs.Root, "store.db");
        await RefusedAsync(path, $"文件 {path} 不是 SQLite 数据库，或已损坏：请由备份恢复", "is no SQLite database, or is damaged: restore it from a backup");
    }

    [Fact]
    public async Task A_database_whose_pages_are_damaged_is_refused()
    {
        var path = Path.Combine(packs.Root, "store.db");
        using (var server = await RunningServer.StartAsync(packs.Root, path))
        {
            await server.TerminateAsync();
            Assert.Equal(0, await server.WaitForExitAsync());
        }

        await using (var file = File.OpenWrite(path))
        {
            file.Position = 100; // behind the header: the root of the schema
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)file.Length - 100).ToArray());
        }

        await RefusedAsync(path, "已损坏：请由备份恢复", "is damaged: restore it from a backup");
    }

    [Theory]
    [InlineData("/proc/perfeval/store.db")]
    [InlineData("{0}/440300-shenzhen/2020/project/1.0.0.json/store.db")]
    [InlineData("{0}/440300-shenzhen")]
    public async Task A_place_where_no_file_can_be_made_is_refused(string path) =>
        await RefusedAsync(string.Format(null, path, packs.Root), "请检查所在文件夹是否存在、运行本服务的账户能否写入", "look whether its folder exists and the service's account may write there");

    [Fact]
    public async Task A_schema_of_a_later_build_is_refused()
    {
        var store = PostgresServer.Shared.CreateDatabase();
        await using (var source = NpgsqlDataSource.Create(store))
        {
            await using var later = source.CreateCommand("CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL); INSERT INTO schema_migration VALUES (9999, 'tomorrow')");
            await later.ExecuteNonQueryAsync();
        }

        await RefusedAsync(store, "数据库结构为第 9999 版", "the database has schema 9999");
    }

    [Fact]
    public async Task A_server_that_refuses_who_comes_or_lacks_the_database_is_named()
    {
        var server = new NpgsqlConnectionStringBuilder(PostgresServer.Shared.CreateDatabase()) { Password = "hidden-word" };
        await RefusedAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "nobody" }.ConnectionString, "不接受用户 nobody", "does not let nobody in");
        await RefusedAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "nowhere" }.ConnectionString, "没有数据库 nowhere", "has no database nowhere: make it first");
        await RefusedAsync("Host=127.0.0.1;Prot=5432", "不是有效的 PostgreSQL 连接串", "is no valid connection string of PostgreSQL");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_waited_for_and_then_refused()
    {
        var output = await RefusedAsync($"Host=127.0.0.1;Port={FreePort()};Username=u;Password=hidden-word", "连不上 PostgreSQL 127.0.0.1:", "cannot be reached: see that it runs", lines: 2, wait: 2);
        Assert.Contains("(waiting up to 2 s)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_comes_up_meanwhile_is_used()
    {
        var real = new NpgsqlConnectionStringBuilder(PostgresServer.Shared.CreateDatabase());
        var port = FreePort();
        var waits = new TaskCompletionSource();
        void Hear(string line)
        {
            if (line.Contains("(waiting up to 100 s)", StringComparison.Ordinal))
                waits.TrySetResult();
        }

        var starting = RunningServer.StartAsync(packs.Root, new NpgsqlConnectionStringBuilder(real.ConnectionString) { Port = port }.ConnectionString, Hear, "--StoreWait=100");
        Assert.Same(waits.Task, await Task.WhenAny(waits.Task, starting)); // it has asked in vain
        using var stop = new CancellationTokenSource();
        var forwarding = ForwardAsync(port, real.Port, stop.Token);
        using (var server = await starting)
        using (var client = new HttpClient { BaseAddress = server.Address })
        using (var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), stop.Token))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await stop.CancelAsync();
        await forwarding;
    }

    private async Task<string> RefusedAsync(string store, string zh, string en, int lines = 1, double wait = 0)
    {
        string[] arguments = [typeof(Program).Assembly.Location, $"--Rubrics={packs.Root}", $"--ConnectionStrings:Store={store}", $"--StoreWait={wait}", "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production"; // a line of the log is a line of the console
        using var process = Process.Start(start)!; // null only with shell execution
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var text = System.Text.RegularExpressions.Regex.Unescape(await output); // the log's JSON escapes Chinese
        Assert.True(process.ExitCode == 2, text + await errors);
        Assert.Equal("", await errors);
        Assert.Equal(lines, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(zh, text, StringComparison.Ordinal);
        Assert.Contains(en, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", text, StringComparison.Ordinal);
        return text;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // A server that starts late: connections are passed on to the real one.
    private static async Task ForwardAsync(int port, int to, CancellationToken stop)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var passing = new List<Task>();
        try
        {
            while (true)
                passing.Add(PassAsync(await listener.AcceptTcpClientAsync(stop), to, stop));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing);
        }
    }

    private static async Task PassAsync(TcpClient from, int port, CancellationToken stop)
    {
        using var near = from;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync("127.0.0.1", port, stop);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), stop), far.GetStream().CopyToAsync(near.GetStream(), stop));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Either side has gone.
        }
    }
}
