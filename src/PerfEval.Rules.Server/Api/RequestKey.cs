using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>The caller's name for a request, from its Idempotency-Key.</summary>
internal sealed record RequestKey(string Text, bool CanFallBack)
{
    private const string Header = "Idempotency-Key";

    /// <summary>The key that a request carries, or null; false when it can't be one.</summary>
    public static bool TryRead(HttpRequest request, out RequestKey? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(Header, out var values))
            return true;
        if (values is not [{ Length: >= 1 and <= 200 } text] || !text.All(char.IsAscii) || text.Any(char.IsControl))
            return false;
        key = new(text, EvaluateOptions.Fallback.IsSet(request));
        return true;
    }

    /// <summary>The key of a line of a batch, so that a batch sent again files nothing twice.</summary>
    public RequestKey OfLine(long line) => this with { Text = string.Create(CultureInfo.InvariantCulture, $"{Text}/{line}") };

    /// <summary>The key together with what it was used for: the same key for other bytes, or for other parameters, is another request.</summary>
    public IdempotencyKey For(ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(CanFallBack ? "true" : "false"));
        hash.AppendData(body);
        return new(Text, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
