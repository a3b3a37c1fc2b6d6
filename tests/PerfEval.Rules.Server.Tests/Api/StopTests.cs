using System.Net.Sockets;
using System.Text;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>The server stops as an orchestrator asks it to: what is under way is finished first.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_request_under_way_is_answered_when_the_server_is_told_to_stop()
    {
        using var packs = Some.Packs();
        using var server = await RunningServer.StartAsync(packs.Root);
        var body = Some.Body(version: "1.0.0");
        using var socket = await server.SendAsync(Encoding.UTF8.GetByteCount(body), body[..50]);
        await AnswersAsync(server); // by now the first request is being read
        await server.TerminateAsync();
        await RefusesAsync(server);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(body[50..]));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"total\":94,", answer, StringComparison.Ordinal);
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    private static async Task AnswersAsync(RunningServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.GetAsync("/health/live");
        Assert.True(response.IsSuccessStatusCode);
    }

    // It has heard the signal when it takes no new connections.
    private static async Task RefusesAsync(RunningServer server)
    {
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync("127.0.0.1", server.Port);
                await Task.Delay(50);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
