namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>Which evaluations to list; what is null does not matter.</summary>
public sealed record EvaluationFilter
{
    /// <summary>A region with all below it: 440300 lists 440303 too.</summary>
    public string? Region { get; init; }

    /// <summary>The rubric's year.</summary>
    public int? Year { get; init; }

    /// <summary>The rubric's scope.</summary>
    public string? Scope { get; init; }

    /// <summary>One department.</summary>
    public string? Department { get; init; }

    /// <summary>Where it stands.</summary>
    public FilingState? State { get; init; }

    /// <summary>Leave out revisions that a later one replaced.</summary>
    public bool LatestOnly { get; init; }

    internal string? RegionPrefix => Region is null ? null : RegionCode.Prefix(Region) + "%";

    internal string? StateName => State switch
    {
        FilingState.Filed => "",
        FilingState.Returned => "returned",
        FilingState.Confirmed => "confirmed",
        _ => null,
    };

    /// <summary>The condition over the evaluation.</summary>
    internal string Where(string? before)
    {
        List<string> conditions = [];
        Add(RegionPrefix, "e.region LIKE @RegionPrefix");
        Add(Year, "e.year = @Year");
        Add(Scope, "e.scope = @Scope");
        Add(Department, "e.department = @Department");
        Add(before, "e.id < @before");
        return conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

        void Add(object? given, string condition)
        {
            if (given is not null)
                conditions.Add(condition);
        }
    }

    /// <summary>The condition over the summary.</summary>
    internal string WhereListed => (State, LatestOnly) switch
    {
        (null, false) => "",
        (null, true) => " WHERE is_latest",
        (_, false) => " WHERE coalesce(state, '') = @State",
        (_, true) => " WHERE is_latest AND coalesce(state, '') = @State",
    };
}
