using System.Collections.Immutable;

namespace PerfEval.Rules.Server.OpenApi;

// What an endpoint that reads or writes JSON by hand says about it. Schemas and examples are named in components.json.

/// <summary>The body that an endpoint reads; one for each type that it may have.</summary>
/// <param name="Example">Null: none, as for files.</param>
internal sealed record Body(string Schema, string? Example, string Type = "application/json");

/// <summary>An example of a body whose schema the framework knows.</summary>
internal sealed record BodyExample(string Name);

/// <summary>What an endpoint answers when it does what was asked.</summary>
internal sealed record Answer(string Schema, string? Example, string Type = "application/json", int Status = StatusCodes.Status200OK);

/// <summary>The problems that an endpoint answers with.</summary>
internal sealed record Refusals
{
    public Refusals(params ReadOnlySpan<int> statuses) => Statuses = [.. statuses];

    public ImmutableArray<int> Statuses { get; }
}
