using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>What came of a file that was sent as evidence.</summary>
/// <param name="Hash">SHA-256 of its bytes in hexadecimal digits; null: refused.</param>
/// <param name="Length">In bytes.</param>
internal sealed record KeptEvidence(string? Hash, long Length, EvidenceRefusal? Refusal)
{
    public static KeptEvidence Refused(EvidenceRefusal refusal) => new(null, 0, refusal);
}

/// <summary>Why a file is not kept.</summary>
internal enum EvidenceRefusal
{
    /// <summary>Longer than <see cref="EvidenceTypes.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Of no kind that is kept, or not of the kind that the sender names.</summary>
    WrongType,
}

/// <summary>Keeps files that support an evaluation's figures (佐证材料). Safe to share between threads.</summary>
internal sealed class EvidenceKeeper(EvidenceStore store, TimeProvider clock)
{
    /// <summary>Keeps a file, of which no more is read than may be kept.</summary>
    /// <param name="input">Name of an input of the evaluation's rubric.</param>
    /// <param name="length">As far as the sender says.</param>
    /// <param name="by">Who may file for the evaluation's department.</param>
    public async Task<KeptEvidence> KeepAsync(
        string evaluationId, string input, string fileName, string mediaType, long? length, Stream content, Caller by, CancellationToken cancellation)
    {
        if (!EvidenceTypes.Known.Contains(mediaType, StringComparer.OrdinalIgnoreCase))
            return KeptEvidence.Refused(EvidenceRefusal.WrongType);
        if (length > EvidenceTypes.MaxBytes || await ReadAsync(content, cancellation) is not { } bytes)
            return KeptEvidence.Refused(EvidenceRefusal.TooLarge);
        if (!EvidenceTypes.Fits(mediaType, bytes))
            return KeptEvidence.Refused(EvidenceRefusal.WrongType);
        return new(await store.AddAsync(evaluationId, input, fileName, mediaType, bytes, by.Actor, clock.GetUtcNow(), cancellation), bytes.Length, null);
    }

    // Null: larger than a file may be.
    private static async Task<byte[]?> ReadAsync(Stream source, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + count > EvidenceTypes.MaxBytes)
                return null;
            await content.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return content.ToArray();
    }
}
