using System.Text.Json.Nodes;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>The files that are built into the program.</summary>
internal static class Resources
{
    public static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"no resource `{name}`", nameof(name));

    /// <summary>An example by its name without the extension.</summary>
    public static JsonNode? ReadExample(string name)
    {
        using var stream = Open(name + ".json");
        return JsonNode.Parse(stream);
    }
}
