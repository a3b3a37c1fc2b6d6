using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>
/// Fills in what an input takes <c>From</c> the department's own stored evaluations, where the department left it out. The submission's evidence then says
/// which evaluation each figure came from.
/// </summary>
internal sealed class OriginFiller(EvaluationStore evaluations)
{
    private const int MostSubjects = 500;

    /// <summary>Whether a rubric takes figures from elsewhere at all.</summary>
    public static bool Fills(PublishedRubric rubric) => rubric.Compiled.Inputs.Any(input => TakesFromElsewhere(input.Definition));

    /// <summary>The request with its submission completed; the same one when there is nothing to fill in.</summary>
    public async Task<FilingRequest> FillAsync(FilingRequest request, CancellationToken cancellation)
    {
        var open = request.Rubric.Compiled.Inputs.Where(input => TakesFromElsewhere(input.Definition) && !IsGiven(request, input)).ToList();
        if (open.Count == 0)
            return request;
        var (data, evidence) = (new Dictionary<string, JsonElement>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var input in open)
        {
            var sources = await FindSourcesAsync(request, OriginOf(input.Definition), cancellation);
            if (ValueOf(input.Definition, sources, request.Reading.Submission?.Subject) is not { } value)
                continue;
            data[input.Name] = value;
            evidence[input.Name] = Describe(sources);
        }

        if (data.Count == 0)
            return request;
        var filled = SubmissionEdits.Set(request.Submission, data, evidence);
        return request with { Submission = filled, Reading = SubmissionReader.Read(filled, request.Rubric.Compiled) };
    }

    /// <summary>The inputs that take figures from elsewhere and were typed all the same, with the evaluations that they could have come from.</summary>
    public async Task<ImmutableArray<(Input Input, ImmutableArray<StoredEvaluation> Sources)>> FindTypedAsync(FilingRequest request, CancellationToken cancellation)
    {
        var typed = ImmutableArray.CreateBuilder<(Input, ImmutableArray<StoredEvaluation>)>();
        foreach (var input in request.Rubric.Compiled.Inputs.Where(input => TakesFromElsewhere(input.Definition) && IsGiven(request, input)))
            typed.Add((input.Definition, await FindSourcesAsync(request, OriginOf(input.Definition), cancellation)));
        return typed.DrainToImmutable();
    }

    /// <summary>Of evaluations of several subjects, that of the submission's own, else that of the department itself; or null.</summary>
    public static StoredEvaluation? SourceFor(ImmutableArray<StoredEvaluation> sources, string? subject) =>
        sources.FirstOrDefault(stored => stored.Summary.Identity.Subject == (subject ?? "")) ?? sources.FirstOrDefault(stored => stored.Summary.Identity.Subject.Length == 0);

    private static InputOrigin OriginOf(Input input) => input.From ?? input.Columns.First(column => column.From is not null).From!; // it takes from elsewhere

    private static bool TakesFromElsewhere(Input input) => input.From is not null || input.Columns.Any(column => column.From is not null);

    private static bool IsGiven(FilingRequest request, LinkedInput input) =>
        request.Reading.Submission is { } submission && submission.Values[submission.Rubric.Inputs.IndexOf(input)].IsKnown
            && !submission.Defaulted.Contains(submission.Rubric.Inputs.IndexOf(input));

    private async Task<ImmutableArray<StoredEvaluation>> FindSourcesAsync(FilingRequest request, InputOrigin origin, CancellationToken cancellation)
    {
        var filter = new EvaluationFilter
        {
            Region = request.Scope.Region,
            Year = request.Scope.Year + origin.Year,
            Scope = origin.Scope,
            Department = request.Reading.Submission?.Department,
            LatestOnly = true,
        };
        var found = ImmutableArray.CreateBuilder<StoredEvaluation>();
        foreach (var summary in await evaluations.ListAsync(filter, null, MostSubjects, cancellation))
        {
            if (summary.Scope.Region == request.Scope.Region && await evaluations.FindAsync(summary.Id, cancellation) is { } stored)
                found.Add(stored);
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Summary.Identity.Subject, right.Summary.Identity.Subject));
        return found.DrainToImmutable();
    }

    private static JsonElement? ValueOf(Input input, ImmutableArray<StoredEvaluation> sources, string? subject)
    {
        if (input.Type == InputType.Table)
            return RowsOf(input, sources);
        return SourceFor(sources, subject) is not { } source ? null : StoredFigures.Find(source, input.From!.Value, input.Unit); // only inputs with an origin come here
    }

    // One row per subject; the key column names it.
    private static JsonElement? RowsOf(Input table, ImmutableArray<StoredEvaluation> sources)
    {
        var rows = new List<Dictionary<string, object>>();
        foreach (var source in sources.Where(stored => stored.Summary.Identity.Subject.Length > 0))
        {
            var row = new Dictionary<string, object>(StringComparer.Ordinal);
            if (table.Key is { } key)
                row[key] = source.Summary.Identity.Subject;
            foreach (var column in table.Columns.Where(column => column.From is not null))
            {
                if (StoredFigures.Find(source, column.From!.Value, column.Unit) is { } value) // filtered above
                    row[column.Name] = value;
            }

            rows.Add(row);
        }

        return rows.Count == 0 ? null : JsonSerializer.SerializeToElement(rows);
    }

    private static string Describe(ImmutableArray<StoredEvaluation> sources) => string.Join('；', sources.Take(5).Select(source => string.Create(
        CultureInfo.InvariantCulture, $"取自评价 {source.Summary.Id}（{source.Summary.Identity.Rubric} {source.Summary.Version} 第 {source.Summary.Revision} 次）")));
}
