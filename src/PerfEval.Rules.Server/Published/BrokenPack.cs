using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Published;

/// <summary>One reason for which a file of the packs, or a stored version, does not serve.</summary>
/// <param name="File">Path below the folder of the packs; of a stored version: <c>store/</c>, its rubric and version.</param>
public sealed record BrokenPack(string File, int Line, int Column, string Code, Bilingual Message)
{
    /// <summary>A version that another file already serves.</summary>
    public const string RepeatedCode = "PA0013";

    /// <summary>A version that is published with another content.</summary>
    public const string ConflictCode = "PA0015";

    /// <summary>A stored text that is not the one that was published.</summary>
    public const string TamperedCode = "PA0016";

    /// <summary>The errors of a file that did not load.</summary>
    public static ImmutableArray<BrokenPack> Of(string file, LoadedRubric loaded) =>
    [
        .. from diagnostic in loaded.Diagnostics
           where diagnostic.Severity == DiagnosticSeverity.Error
           let start = loaded.Positions.Locate(diagnostic.Path, diagnostic.Span).Start
           select new BrokenPack(file, start.Line, start.Column, diagnostic.Code, diagnostic.Message),
    ];

    /// <summary>Another file already serves the version.</summary>
    public static BrokenPack Repeated(Pack pack) =>
        new(pack.Path, 1, 1, RepeatedCode, new("另一个文件已发布了同一版本", "another file already serves this version"));

    /// <summary>The version is published with another content, which keeps serving.</summary>
    public static BrokenPack Conflict(PackConflict conflict)
    {
        var (version, pack, stored) = (conflict.Version, conflict.PackHash, conflict.StoredHash);
        return new(conflict.Path, 1, 1, ConflictCode, new(
            $"版本 {version} 已发布，内容不同：文件为 {pack}，已发布的为 {stored}，仍用已发布的",
            $"version {version} is published with another content: the file has {pack}, published and serving is {stored}"));
    }

    /// <summary>The stored text does not have the hash that it was published with.</summary>
    public static BrokenPack Tampered(string file, string stored, string found) =>
        new(file, 1, 1, TamperedCode, new($"库中文本的哈希为 {found}，发布时为 {stored}", $"the stored text has the hash {found}; it was published with {stored}"));

    /// <summary><c>file:line:column: error code: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: error {Code}: {Message.En}");
}
