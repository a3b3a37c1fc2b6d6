using System.Collections.Immutable;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>Adds the schemas of what is read and written by hand, and what the document says about itself.</summary>
internal sealed class ComponentTransformer : IOpenApiDocumentTransformer
{
    /// <summary>How callers are known, by name: any one of them will do.</summary>
    public static ImmutableArray<KeyValuePair<string, OpenApiSecurityScheme>> Schemes { get; } =
    [
        new("key", new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = KeyAuthentication.Header, Description = "An API key." }),
        new("bearer", new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The same key as a bearer token." }),
        new("session", new()
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = IdentityHost.SessionCookie,
            Description = $"From POST /session. Changes carry the antiforgery token of GET /session as {RequestForgery.Header}.",
        }),
    ];

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
        foreach (var (name, scheme) in Schemes)
            document.AddComponent<IOpenApiSecurityScheme>(name, scheme);
    }
}
