using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>
/// The text of an API key: <c>pe_</c>, ten hexadecimal digits that find it, <c>_</c>, and a secret of 32 random bytes. Only a hash of the secret is stored;
/// as the secret is random, a fast hash keeps it.
/// </summary>
/// <param name="Prefix">Finds the key; not secret.</param>
/// <param name="Secret">Shown once, to whoever asked for the key.</param>
internal readonly record struct KeySecret(string Prefix, string Secret)
{
    private const string Mark = "pe_";
    private const int PrefixDigits = 10;
    private const int SecretBytes = 32;
    private const int MaxLength = 100;

    /// <summary>A new one.</summary>
    public static KeySecret Generate() =>
        new(RandomNumberGenerator.GetHexString(PrefixDigits, lowercase: true), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads the text of a key, or null when it is none.</summary>
    public static KeySecret? Find(string text)
    {
        var start = Mark.Length + PrefixDigits;
        return text.Length <= MaxLength && text.Length > start + 1 && text.StartsWith(Mark, StringComparison.Ordinal) && text[start] == '_'
            ? new(text[Mark.Length..start], text[(start + 1)..])
            : null;
    }

    /// <summary>What is stored: SHA-256 of the secret, 64 lower-case hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Whether the secret is the one of a stored hash; takes as long for a near miss as for a far one.</summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <inheritdoc/>
    public override string ToString() => Mark + Prefix + "_" + Secret;
}
