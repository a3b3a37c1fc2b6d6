using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Server.Published;

/// <summary>One reason for which a file of the packs does not serve.</summary>
/// <param name="File">Path below the folder of the packs.</param>
public sealed record BrokenPack(string File, int Line, int Column, string Code, Bilingual Message)
{
    /// <summary>A version that another file already serves.</summary>
    public const string RepeatedCode = "PA0013";

    /// <summary>The errors of a pack that did not load.</summary>
    public static ImmutableArray<BrokenPack> Of(Pack pack) =>
    [
        .. from diagnostic in pack.Loaded.Diagnostics
           where diagnostic.Severity == DiagnosticSeverity.Error
           let start = pack.Loaded.Positions.Locate(diagnostic.Path, diagnostic.Span).Start
           select new BrokenPack(pack.Path, start.Line, start.Column, diagnostic.Code, diagnostic.Message),
    ];

    /// <summary>A version that an earlier file already serves.</summary>
    public static BrokenPack Repeated(Pack pack) =>
        new(pack.Path, 1, 1, RepeatedCode, new("另一个文件已发布了同一版本", "another file already serves this version"));

    /// <summary><c>file:line:column: error code: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: error {Code}: {Message.En}");
}
