using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A batch over a socket of its own, that is read while it is written: the client of the framework sends the whole body first.</summary>
internal sealed class LineSocket : IAsyncDisposable
{
    private readonly TcpClient socket = new() { NoDelay = true };
    private readonly Queue<string> lines = [];
    private readonly StringBuilder part = new();
    private StreamReader reader = null!; // made by the only way to have one; a letter is a byte, as sizes count bytes
    private bool hasHead;

    private LineSocket()
    {
    }

    public static async Task<LineSocket> OpenAsync(int port, string path)
    {
        var opened = new LineSocket();
        await opened.socket.ConnectAsync("127.0.0.1", port);
        opened.reader = new(opened.socket.GetStream(), Encoding.Latin1);
        await opened.WriteAsync($"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        return opened;
    }

    /// <summary>Sends one chunk of the body; an empty one ends it.</summary>
    public Task SendAsync(string chunk) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(chunk):x}\r\n{chunk}\r\n"));

    /// <summary>The next line of the answer; null at its end.</summary>
    public async Task<string?> ReadAsync()
    {
        while (!hasHead)
            hasHead = (await reader.ReadLineAsync())?.Length == 0;
        while (lines.Count == 0)
        {
            if (!await ReadChunkAsync())
                return null;
        }

        return lines.Dequeue();
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> ReadChunkAsync()
    {
        var size = int.Parse(await reader.ReadLineAsync() ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var chunk = new char[size];
        await reader.ReadBlockAsync(chunk);
        await reader.ReadLineAsync();
        foreach (var letter in chunk)
        {
            if (letter != '\n')
            {
                part.Append(letter);
                continue;
            }

            lines.Enqueue(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part.ToString())));
            part.Clear();
        }

        return size > 0;
    }

    private Task WriteAsync(string text) => socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
}
