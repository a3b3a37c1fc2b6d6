using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class ApiDocument
{
    private const string Address = "/openapi/v1.json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer<ComponentTransformer>();
        options.AddOperationTransformer<OperationTransformer>();
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi().RequireAuthorization(Policies.Public);
        app.UseSwaggerUI(page =>
        {
            page.SwaggerEndpoint(Address, "PerfEval.Rules");
            page.DocumentTitle = "PerfEval.Rules";
        });
    }
}
