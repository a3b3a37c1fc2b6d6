using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>Adds the schemas of what is read and written by hand, and what the document says about itself.</summary>
internal sealed class ComponentTransformer : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "PerfEval.Rules",
            Version = "v1",
            Description = "Scores budget performance submissions under published rubrics. Problems (RFC 9457) carry a stable code, and messages in the language of Accept-Language: zh-CN or en.",
        };
        document.Servers = []; // the address it was asked at says nothing about where it will be called
        await using var stream = Resources.Open("components.json");
        var parts = await OpenApiDocument.LoadAsync(stream, "json", cancellationToken: cancellationToken);
        foreach (var (name, schema) in parts.Document?.Components?.Schemas ?? throw new InvalidDataException("components.json holds no schemas"))
            document.AddComponent(name, schema);
    }
}
