using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.OpenApi;

/// <summary>Adds what an endpoint's metadata says: query, body, answer, problems.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document ?? throw new ArgumentException("an operation belongs to a document", nameof(context));
        foreach (var metadata in context.Description.ActionDescriptor.EndpointMetadata)
        {
            switch (metadata)
            {
                case QueryParameters query:
                    AddQuery(operation, query);
                    break;
                case Body body:
                    operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(body.Type, body.Schema, body.Example, document) };
                    break;
                case Answer answer:
                    AddResponse(operation, answer.Status, new OpenApiResponse { Description = answer.Status == StatusCodes.Status200OK ? "OK" : "Accepted", Content = Content(answer.Type, answer.Schema, answer.Example, document) });
                    break;
                case IAuthorizeData { Policy: not Policies.Anyone } guarded:
                    AddSecurity(operation, guarded.Policy is Policies.Public or Policies.Evaluate, document);
                    break;
                case Refusals refusals:
                    AddProblems(operation, refusals, document);
                    break;
            }
        }

        return Task.CompletedTask;
    }

    private static void AddQuery(OpenApiOperation operation, QueryParameters query)
    {
        operation.Parameters ??= [];
        foreach (var known in query.Known)
            operation.Parameters.Add(new OpenApiParameter { Name = known.Name, In = ParameterLocation.Query, Description = known.Description, Schema = SchemaOf(known) });
    }

    private static OpenApiSchema SchemaOf(QueryParameter known) => known.IsFlag
        ? new() { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) }
        : known.Pattern is { } pattern ? new() { Type = JsonSchemaType.String, Pattern = pattern }
        : new() { Type = JsonSchemaType.String, Enum = [.. known.Allowed.Select(value => (JsonNode)JsonValue.Create(value))], Default = JsonValue.Create(known.Allowed[0]) };

    // Where a policy is open by default, naming oneself is possible and not needed: the empty requirement says so.
    private static void AddSecurity(OpenApiOperation operation, bool isOpen, OpenApiDocument document)
    {
        operation.Security = [.. ComponentTransformer.Schemes.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme.Key, document)] = [] })];
        if (isOpen)
            operation.Security.Add([]);
        AddProblems(operation, new(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests), document);
    }

    private static void AddProblems(OpenApiOperation operation, Refusals refusals, OpenApiDocument document)
    {
        foreach (var status in refusals.Statuses)
        {
            var kinds = Problems.All.Where(problem => problem.Status == status).Select(problem => $"{problem.Code}: {problem.Title.En}");
            AddResponse(operation, status, new() { Description = string.Join("; ", kinds), Content = Content(Problem.ContentType, "Problem", null, document) });
        }
    }

    private static void AddResponse(OpenApiOperation operation, int status, OpenApiResponse response)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = response;
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, string schema, string? example, OpenApiDocument document) => new()
    {
        [type] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(schema, document), Example = example is null ? null : Resources.ReadExample(example) },
    };
}
