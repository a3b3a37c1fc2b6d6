using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>A request that is sent over and over.</summary>
/// <param name="Head">Further lines of the head, each with its end.</param>
/// <param name="First">Whoever sends it in several rounds goes on counting from here.</param>
internal sealed record LoadRequest(string Target, byte[] Body, string Head = "", int First = 0)
{
    /// <summary>Where a body has this, each request gets a number of its own.</summary>
    public const string Placeholder = "#00000000";

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(Placeholder);
    private static readonly StandardFormat Digits = new('D', (byte)(Placeholder.Length - 1));

    private readonly int fromEnd = Body.Length - Body.AsSpan().IndexOf(Mark);

    /// <summary>The request as it goes over the wire.</summary>
    public byte[] ToBytes(IPEndPoint address) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST {Target} HTTP/1.1\r\nHost: {address}\r\n{Head}Content-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n")),
        .. Body,
    ];

    /// <summary>Puts a number into what <see cref="ToBytes"/> gave, if the body has a place for one.</summary>
    public void Number(Span<byte> request, int number)
    {
        if (fromEnd <= Body.Length)
            Utf8Formatter.TryFormat(First + number, request[^(fromEnd - 1)..], out _, Digits);
    }
}
