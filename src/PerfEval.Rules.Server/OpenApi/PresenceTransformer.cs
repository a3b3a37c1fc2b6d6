using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>What may be null is left out of answers, so the document does not promise it.</summary>
internal sealed class PresenceTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var property in context.JsonTypeInfo.Properties.Where(property => property.IsGetNullable))
            schema.Required?.Remove(property.Name);
        return Task.CompletedTask;
    }
}
