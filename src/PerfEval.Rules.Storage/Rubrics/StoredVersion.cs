using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>What is known of one published version (版本), without its text. Immutable but for its retirement.</summary>
public sealed record StoredVersion
{
    /// <summary><c>region/year/scope</c>.</summary>
    public required string Rubric { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>Its place in the order of publication within the rubric, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The folder that it lies in when exported: <c>440303-luohu</c>.</summary>
    public required string Folder { get; init; }

    /// <summary><c>sha256:…</c> over the canonical JSON.</summary>
    public required string Hash { get; init; }

    /// <summary>Where it comes from.</summary>
    public required VersionOrigin Origin { get; init; }

    /// <summary>Who submitted it; of a pack: the service.</summary>
    public required Actor Author { get; init; }

    /// <summary>Who approved it; null for a pack, which is reviewed where it is kept.</summary>
    public required Actor? Approver { get; init; }

    /// <summary>What the approver said; may be empty.</summary>
    public required string Comment { get; init; }

    /// <summary>When it was published or imported.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Since when it no longer scores by itself, or null.</summary>
    public required Retirement? Retirement { get; init; }
}

/// <summary>Where a version comes from.</summary>
public enum VersionOrigin
{
    /// <summary>A file of the packs.</summary>
    Pack,

    /// <summary>An approved draft.</summary>
    Studio,
}

/// <summary>The end of a version's service (停用): it stays addressable, and no longer is the one in force.</summary>
public sealed record Retirement(DateTimeOffset At, Actor By, string Comment);

/// <summary>A case as it is kept.</summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Text">The file's text.</param>
public sealed record StoredCase(string Name, string Text)
{
    /// <summary>Of its text, as <c>sha256:</c> and 64 hexadecimal digits: whoever changes a case says by it which text the change was made from.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>A pack whose version is already published with another content: the stored one keeps serving.</summary>
public sealed record PackConflict(string Path, string Version, string PackHash, string StoredHash);

/// <summary>A file of an export.</summary>
/// <param name="Path">Path below <c>rubrics/</c>, with forward slashes.</param>
public sealed record ExportedFile(string Path, ReadOnlyMemory<byte> Utf8);

/// <summary>What came of retiring a version.</summary>
public enum RetireOutcome
{
    /// <summary>It is retired now.</summary>
    Done,

    /// <summary>There is no such version.</summary>
    Missing,

    /// <summary>It was retired already.</summary>
    Already,
}
