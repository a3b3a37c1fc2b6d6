using System.Text.Json;

namespace PerfEval.Rules.Server.Intake;

/// <summary>A judgement of the bureau (复评意见).</summary>
/// <param name="Value">As the input takes it: points, true or false, a band with its share.</param>
/// <param name="Reason">Why; never empty.</param>
internal sealed record Judgement(JsonElement Value, string Reason);

/// <summary>The judgements of a review as they are stored, by name of the input.</summary>
internal static class Judgements
{
    public static byte[] Write(IReadOnlyDictionary<string, Judgement> judgements) => JsonSerializer.SerializeToUtf8Bytes(judgements, JsonSerializerOptions.Web);

    /// <summary>Reads them, in whichever case an earlier build wrote their properties.</summary>
    public static IReadOnlyDictionary<string, Judgement> Read(ReadOnlyMemory<byte> stored) =>
        JsonSerializer.Deserialize<Dictionary<string, Judgement>>(stored.Span, JsonSerializerOptions.Web)!; // none is stored as null
}
