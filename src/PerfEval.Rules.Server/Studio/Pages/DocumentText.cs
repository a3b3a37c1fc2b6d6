using System.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Stored documents as people read them.</summary>
internal static class DocumentText
{
    /// <summary>The text, laid out as the formatter does; a text that is no JSON as it is; empty without one.</summary>
    public static string Of(ReadOnlyMemory<byte>? utf8) => utf8 is { } text ? Encoding.UTF8.GetString(RubricFormatter.Format(text) ?? text.ToArray()) : "";
}
