using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Http;

/// <summary>A query parameter that an endpoint takes: checked before the handler runs, and shown in the OpenAPI document.</summary>
/// <param name="Allowed">Its values; the first is the default. Empty: any text that fits <see cref="Pattern"/>.</param>
internal sealed record QueryParameter(string Name, ImmutableArray<string> Allowed, string Description)
{
    /// <summary>A GB/T 2260 code.</summary>
    public static QueryParameter Region { get; } = Text("region", "^[0-9]{6}$", "GB/T 2260 code of the region.");

    public static QueryParameter Year { get; } = Text("year", "^[1-9][0-9]{3}$", "Budget year.");

    public static QueryParameter Scope { get; } = Text("scope", "^[a-z]+(\\.[^\\s/?#]{1,40})?$", "department, project, monitoring or accounts, with a variant after a dot.");

    /// <summary>What a free text has to look like; null: one of the allowed values.</summary>
    public string? Pattern { get; private init; }

    public static QueryParameter Flag(string name, string description) => new(name, ["false", "true"], description);

    /// <summary>Any text that fits a pattern; it may be left out.</summary>
    public static QueryParameter Text(string name, string pattern, string description) => new(name, [], description) { Pattern = pattern };

    public bool IsFlag => Allowed is ["false", "true"];

    /// <summary>The value given, or the default.</summary>
    public string Of(HttpRequest request) => Find(request) ?? Allowed[0];

    /// <summary>The value given, or null.</summary>
    public string? Find(HttpRequest request) => request.Query.TryGetValue(Name, out var value) ? value.ToString() : null;

    /// <summary>Whether a value may be given. No parameter has use for control characters: databases refuse U+0000, and a pattern's end overlooks a last line feed.</summary>
    public bool Allows(string value) =>
        Pattern is null ? Allowed.Contains(value) : !value.Any(char.IsControl) && Regex.IsMatch(value, Pattern, RegexOptions.NonBacktracking);

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
            else if (!parameter.Allows(values.ToString()))
                faults.Add(parameter.Pattern is null ? ApiFaults.BadQuery(name, parameter.Allowed) : ApiFaults.BadQueryText(name, parameter.Pattern));
        }

        return faults.DrainToImmutable();
    }
}
