using System.Collections.Frozen;
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
    private const string Json = "application/json";

    private static readonly FrozenDictionary<string, JsonNode> PathExamples = new Dictionary<string, JsonNode>
    {
        ["region"] = "440303",
        ["year"] = 2020,
        ["scope"] = "department",
        ["version"] = "1.0.0",
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
                    AddBody(operation, body, document);
                    break;
                case BodyExample example:
                    operation.RequestBody!.Content![Json].Example = Resources.ReadExample(example.Name); // it accepts JSON of a type
                    break;
                case Answer answer:
                    AddAnswer(operation, answer, document);
                    break;
                case IAuthorizeData { Policy: not Policies.Anyone } guarded:
                    AddSecurity(operation, guarded.Policy is Policies.Public or Policies.Evaluate, document);
                    break;
                case Refusals refusals:
                    AddProblems(operation, refusals, document);
                    break;
            }
        }

        AddPathExamples(operation);
        AddProblems(operation, new(StatusCodes.Status400BadRequest), document); // every query is checked
        return Task.CompletedTask;
    }

    private static void AddBody(OpenApiOperation operation, Body body, OpenApiDocument document)
    {
        if (operation.RequestBody is not OpenApiRequestBody { Content: not null })
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>() };
        operation.RequestBody.Content![body.Type] = MediaType(body.Schema, body.Example, document); // made above at the latest
    }

    private static void AddAnswer(OpenApiOperation operation, Answer answer, OpenApiDocument document)
    {
        var isOk = answer.Status == StatusCodes.Status200OK;
        if (!isOk)
            operation.Responses?.Remove("200"); // the framework's guess where nothing else is said
        if (operation.Responses?.TryGetValue(answer.Status.ToString(CultureInfo.InvariantCulture), out var known) == true && known.Content is { Count: > 0 } content)
            content[answer.Type] = MediaType(answer.Schema, answer.Example, document);
        else
            AddResponse(operation, answer.Status, new OpenApiResponse { Description = isOk ? "OK" : "Accepted", Content = Content(answer.Type, answer.Schema, answer.Example, document) });
    }

    // A rubric that ships, so that what is tried out finds something.
    private static void AddPathExamples(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
        {
            if (PathExamples.TryGetValue(parameter.Name ?? "", out var example))
                parameter.Example = example.DeepClone();
        }
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
        AddProblems(operation, new(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable), document);
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

    private static Dictionary<string, OpenApiMediaType> Content(string type, string schema, string? example, OpenApiDocument document) =>
        new() { [type] = MediaType(schema, example, document) };

    private static OpenApiMediaType MediaType(string schema, string? example, OpenApiDocument document) =>
        new() { Schema = new OpenApiSchemaReference(schema, document), Example = example is null ? null : Resources.ReadExample(example) };
}
