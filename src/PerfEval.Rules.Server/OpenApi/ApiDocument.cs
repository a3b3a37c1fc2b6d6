using Microsoft.AspNetCore.Routing.Constraints;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string OnlyThis = "is";
    private const string Address = $"/openapi/{Name}.json";

    public static void AddApiDocument(this IServiceCollection services) => services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<StringRouteConstraint>(OnlyThis)).AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer<ComponentTransformer>();
        options.AddOperationTransformer<OperationTransformer>();
        options.AddSchemaTransformer<PresenceTransformer>();
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi($"/openapi/{{documentName:{OnlyThis}({Name})}}.json").RequireAuthorization(Policies.Public);
        app.UseSwaggerUI(page =>
        {
            page.SwaggerEndpoint(Address, "PerfEval.Rules");
            page.DocumentTitle = "PerfEval.Rules";
        });
    }
}
