using System.Globalization;
using System.Text.Json;

namespace PerfEval.Rules.Benchmarks.HandWritten;

internal static partial class LuohuReader
{
    /// <summary>Reads the submission's object from its StartObject to its EndObject.</summary>
    public static LuohuInputs Read(ref Utf8JsonReader reader, out string? department)
    {
        var inputs = default(LuohuInputs);
        department = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                ReadData(ref reader, ref inputs);
            }
            else if (reader.ValueTextEquals("department"u8))
            {
                reader.Read();
                department = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return inputs;
    }

    private static void ReadData(ref Utf8JsonReader reader, ref LuohuInputs inputs)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref reader, expected);
            reader.Read();
            Set(ref inputs, field, ref reader);
            expected = field + 1;
        }
    }

    private static int Find(ref Utf8JsonReader reader, int expected)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            var field = (expected + i) % Names.Length;
            if (reader.ValueTextEquals(Names[field]))
                return field;
        }

        throw new JsonException("unknown input");
    }

    // A bound such as "≥95%" is taken at its end; what is compared with it here steps there.
    private static decimal ReadNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetDecimal()
            : decimal.Parse(reader.GetString()!.Trim('≥', '%'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static decimal ReadPercent(ref Utf8JsonReader reader) => ReadNumber(ref reader) * 0.01m;

    private static Disclosure ReadDisclosure(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("按要求公开"u8))
            return Disclosure.AsRequired;
        return reader.ValueTextEquals("公开不符合要求"u8) ? Disclosure.Defective : Disclosure.None;
    }

    private static int CountTexts(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
            count++;
        return count;
    }
}
