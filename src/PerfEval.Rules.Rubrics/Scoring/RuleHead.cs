using System.Buffers;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// The properties with which most rules of a scorecard begin, encoded once: code, name, kind, and the printed weight as the effective one too.
/// </summary>
internal sealed class RuleHead
{
    private const int InitialCapacity = 256;

    private readonly string code;
    private readonly string name;
    private readonly RuleKind kind;
    private readonly decimal weight;
    private readonly byte[] properties;

    private RuleHead(string code, string name, RuleKind kind, decimal weight)
    {
        (this.code, this.name, this.kind, this.weight) = (code, name, kind, weight);
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer, ScorecardWriter.Options))
        {
            writer.WriteStartObject();
            ScorecardWriter.WriteHead(writer, code, name, kind, weight, weight);
            writer.WriteEndObject();
        }

        properties = buffer.WrittenSpan["{\"code\":"u8.Length..^1].ToArray();
    }

    /// <summary>The head of a rule, or null where code, name or weight depend on values.</summary>
    public static RuleHead? Find(LinkedRule rule) =>
        rule is { Weight: { } weight, Name.HasHoles: false, CodeTemplate: null, IsPerRow: false } ? new(rule.Code, rule.Name.Prefix, rule.Kind, weight) : null;

    /// <summary>Writes the head of a rule; false where it is not this one, and nothing is written.</summary>
    public bool TryWrite(Utf8JsonWriter writer, RuleScore rule)
    {
        if (!ReferenceEquals(rule.Code, code) || !ReferenceEquals(rule.Name, name) || rule.Kind != kind || rule.Weight != weight || rule.EffectiveWeight != weight)
            return false;
        writer.WritePropertyName(Properties.Code);
        writer.WriteRawValue(properties, skipInputValidation: true); // the code's value, and behind it the other properties
        return true;
    }
}
