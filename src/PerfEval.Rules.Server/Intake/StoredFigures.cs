using System.Text.Json;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>Figures of a stored scorecard.</summary>
internal static class StoredFigures
{
    /// <summary>The total, or a value that the scorecard shows, as a submission writes it; null: it has no single value there.</summary>
    /// <param name="name"><c>total</c>, or the name of a shown value.</param>
    /// <param name="unit">The unit of the input that takes it; an amount of money is converted.</param>
    public static JsonElement? Find(StoredEvaluation evaluation, string name, string? unit)
    {
        using var scorecard = JsonDocument.Parse(evaluation.Scorecard);
        if (name == "total")
            return Known(scorecard.RootElement.GetProperty("total"));
        foreach (var value in scorecard.RootElement.GetProperty("values").EnumerateArray())
        {
            if (value.GetProperty("name").GetString() == name && value.TryGetProperty("value", out var figure))
                return Convert(Known(figure), value.TryGetProperty("unit", out var shown) ? shown.GetString() : null, unit);
        }

        return null;
    }

    private static JsonElement? Convert(JsonElement? figure, string? from, string? to)
    {
        if (from == to || figure is not { ValueKind: JsonValueKind.Number } number || Units.Scale(from) == Units.Scale(to))
            return figure;
        return JsonSerializer.SerializeToElement(number.GetDecimal() * Units.Scale(from) / Units.Scale(to));
    }

    private static JsonElement? Known(JsonElement figure) => figure.ValueKind == JsonValueKind.Null ? null : figure.Clone();
}
