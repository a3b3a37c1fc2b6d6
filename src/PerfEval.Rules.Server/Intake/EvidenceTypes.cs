using System.Collections.Frozen;

namespace PerfEval.Rules.Server.Intake;

/// <summary>The kinds of files that are kept as evidence. The first bytes have to be those of the kind that the sender names: nothing else of a file is looked at.</summary>
internal static class EvidenceTypes
{
    /// <summary>A file is at most this long.</summary>
    public const int MaxMegabytes = 20;

    /// <summary>The same in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    private static readonly FrozenDictionary<string, byte[]> Beginnings = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = "%PDF-"u8.ToArray(),
        ["image/png"] = [0x89, .. "PNG\r\n\u001a\n"u8],
        ["image/jpeg"] = [0xFF, 0xD8, 0xFF],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [.. "PK"u8, 3, 4],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [.. "PK"u8, 3, 4],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be sent.</summary>
    public static IEnumerable<string> Known => Beginnings.Keys;

    /// <summary>Whether a file may be kept under a type.</summary>
    public static bool Fits(string mediaType, ReadOnlySpan<byte> content) => Beginnings.TryGetValue(mediaType, out var beginning) && content.StartsWith(beginning);
}
