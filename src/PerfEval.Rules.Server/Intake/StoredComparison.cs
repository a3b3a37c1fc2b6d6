using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>
/// Finds what the department's own stored evaluations gave for inputs with <c>From</c> that it typed itself, so that the audit can tell of a difference. It belongs
/// to the answer of a request, never to a stored scorecard: that depends on nothing but rubric and submission.
/// </summary>
internal sealed class StoredComparison(OriginFiller origins)
{
    /// <summary>The stored values of a submission's inputs; empty where the caller may not see what the department filed.</summary>
    public async Task<ImmutableArray<StoredValue>> FindAsync(FilingRequest request, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<StoredValue>();
        if (!OriginFiller.Fills(request.Rubric) || request.Reading.Submission is not { Department: { } department } || !request.Caller.MaySee(department, request.Scope.Region))
            return [];
        foreach (var (input, sources) in await origins.FindTypedAsync(request, cancellation))
            found.AddRange(input.Type == InputType.Table ? OfRows(input, sources) : OfValue(input, sources, request.Reading.Submission.Subject));
        return found.DrainToImmutable();
    }

    private static IEnumerable<StoredValue> OfValue(Input input, ImmutableArray<StoredEvaluation> sources, string? subject) =>
        OriginFiller.SourceFor(sources, subject) is { } source && Read(source, input) is { } value ? [new(Names.Normalize(input.Name), value) { Origin = Describe(source) }] : [];

    private static IEnumerable<StoredValue> OfRows(Input table, ImmutableArray<StoredEvaluation> sources) =>
        from source in sources
        where source.Summary.Identity.Subject.Length > 0
        from column in table.Columns
        where column.From is not null
        let value = Read(source, column)
        where value is not null
        select new StoredValue(Names.Normalize(table.Name), value.Value) { Column = Names.Normalize(column.Name), Row = source.Summary.Identity.Subject, Origin = Describe(source) };

    // Stored figures stand in the input's unit; the audit compares in the kept one.
    private static Value? Read(StoredEvaluation source, Input input) => StoredFigures.Find(source, input.From!.Value, input.Unit) switch // asked only of those with an origin
    {
        { ValueKind: JsonValueKind.Number } number => Value.Of(number.GetDecimal() * Units.Scale(input.Unit)),
        { ValueKind: JsonValueKind.String } text => Value.Of(text.GetString()!), // a text
        { ValueKind: JsonValueKind.True or JsonValueKind.False } truth => Value.Of(truth.GetBoolean()),
        _ => null,
    };

    private static Bilingual Describe(StoredEvaluation source)
    {
        var (id, revision) = (source.Summary.Id, source.Summary.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new($"评价 {id}（{source.Summary.Identity.Rubric} 第 {revision} 次）", $"evaluation {id} ({source.Summary.Identity.Rubric}, revision {revision})");
    }
}
