using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Http;

/// <summary>A query parameter that an endpoint takes: checked before the handler runs, and shown in the OpenAPI document.</summary>
/// <param name="Allowed">Its values; the first is the default.</param>
internal sealed record QueryParameter(string Name, ImmutableArray<string> Allowed, string Description)
{
    public static QueryParameter Flag(string name, string description) => new(name, ["false", "true"], description);

    public bool IsFlag => Allowed is ["false", "true"];

    /// <summary>The value given, or the default.</summary>
    public string Of(HttpRequest request) => request.Query.TryGetValue(Name, out var value) ? value.ToString() : Allowed[0];

    /// <summary>Whether a flag is set.</summary>
    public bool IsSet(HttpRequest request) => Of(request) == "true";
}

/// <summary>All that an endpoint takes.</summary>
internal sealed record QueryParameters(ImmutableArray<QueryParameter> Known)
{
    public static QueryParameters None { get; } = new([]);

    /// <summary>What is wrong with the query: unknown names, values that are not allowed, repetitions.</summary>
    public ImmutableArray<ApiFault> FindFaults(IQueryCollection query)
    {
        if (query.Count == 0)
            return [];
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        foreach (var (name, values) in query)
        {
            // The framework finds names ignoring case; ours are exact, so that a cache or a log sees one spelling.
            if (Known.FirstOrDefault(known => known.Name == name) is not { } parameter)
                faults.Add(ApiFaults.UnknownQuery(name, Known.Select(known => known.Name)));
            else if (values.Count > 1)
                faults.Add(ApiFaults.QueryTwice(name));
            else if (!parameter.Allowed.Contains(values.ToString()))
                faults.Add(ApiFaults.BadQuery(name, parameter.Allowed));
        }

        return faults.DrainToImmutable();
    }
}
