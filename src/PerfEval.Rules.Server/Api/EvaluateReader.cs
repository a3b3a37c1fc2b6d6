using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>
/// Reads {region, year, scope, version?, submission} in one pass over its bytes, properties in any order. A submission that comes before its rubric is known
/// is skipped, and read when the rest has been. Dies with the request.
/// </summary>
internal sealed class EvaluateReader(RubricLookup rubrics, bool canFallBack)
{
    private const int Version = 3;
    private static readonly string[] Known = ["region", "year", "scope", "version", "submission"];

    private readonly ImmutableArray<ApiFault>.Builder faults = ImmutableArray.CreateBuilder<ApiFault>();
    private string? region;
    private int? year;
    private string? scope;
    private string? version;
    private RubricFound found;
    private SubmissionReading? reading;
    private Range? submission;
    private int seen;

    /// <summary>Reads a body; never throws for a bad one.</summary>
    public EvaluateRequest Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (ReadBody(ref reader))
                Finish(utf8);
        }
        catch (JsonException exception)
        {
            return new(default, null, [ApiFaults.NotJson(exception)]);
        }

        return new(found, reading, faults.DrainToImmutable()) { Region = region, Submission = submission ?? default };
    }

    /// <summary>Reads the object; false when there is none, or it is broken inside the submission.</summary>
    private bool ReadBody(ref Utf8JsonReader reader)
    {
        reader.Next();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add(ApiFaults.WrongType("", new("对象", "an object")));
            reader.Skip();
            reader.Read(); // throws for anything behind the value
            return false;
        }

        while (reader.Next() == JsonTokenType.PropertyName)
        {
            if (!ReadProperty(ref reader))
                return false;
        }

        reader.Read();
        return true;
    }

    private bool ReadProperty(ref Utf8JsonReader reader)
    {
        var index = FindName(reader);
        var isRepeated = index >= 0 && (seen & (1 << index)) != 0;
        if (index < 0 || isRepeated)
        {
            var name = reader.FindText() ?? "\uFFFD";
            faults.Add(isRepeated ? ApiFaults.GivenTwice(name) : ApiFaults.UnknownProperty(name, Known));
            reader.Skip();
            return true;
        }

        seen |= 1 << index;
        reader.Next();
        switch (index)
        {
            case 0:
                region = ReadText(ref reader, "/region");
                break;
            case 1:
                year = ReadYear(ref reader);
                break;
            case 2:
                scope = ReadText(ref reader, "/scope");
                break;
            case Version:
                version = ReadText(ref reader, "/version");
                break;
            default:
                return ReadSubmission(ref reader);
        }

        return true;
    }

    /// <summary>Reads the submission if its rubric is known by now, else remembers where it stands; false when it is broken JSON.</summary>
    private bool ReadSubmission(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        Find();
        if (found.Rubric is { } rubric)
            reading = SubmissionReader.Read(ref reader, rubric.Compiled);
        else
            reader.Skip();
        submission = start..(int)reader.BytesConsumed;
        return reading is not { Submission: null, Faults: [{ Code: "PS0001" }, ..] };
    }

    private void Finish(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < Known.Length; i++)
        {
            if (i != Version && (seen & (1 << i)) == 0)
                faults.Add(ApiFaults.Missing(Known[i]));
        }

        var before = found.Rubric;
        Find();
        if (found.Rubric is null)
            reading = null;
        else if (found.Rubric != before && submission is { } place)
            reading = SubmissionReader.Read(utf8[place], found.Rubric.Compiled);
    }

    private void Find()
    {
        if (region is not null && year is { } given && scope is not null)
            found = rubrics.Find(new(region, given, scope), version, canFallBack);
    }

    private static int FindName(in Utf8JsonReader reader)
    {
        for (var i = 0; i < Known.Length && !reader.ValueIsEscaped; i++) // comparing would throw for an escape that is no character
        {
            if (reader.ValueTextEquals(Known[i]))
                return i;
        }

        var name = reader.FindText();
        return Array.FindIndex(Known, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private string? ReadText(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType == JsonTokenType.Null && path == "/version")
            return null;
        if (reader.TokenType != JsonTokenType.String)
            faults.Add(ApiFaults.WrongType(path, new("文本", "a text")));
        else if (reader.FindText() is { Length: > 0 and <= 100 } text)
            return text;
        else
            faults.Add(ApiFaults.NotAllowed(path, new("不超过 100 个字的文本", "a text of at most 100 characters")));
        reader.Skip();
        return null;
    }

    private int? ReadYear(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            faults.Add(ApiFaults.WrongType("/year", new("数字", "a number")));
        else if (reader.TryGetInt32(out var given) && given is >= 1000 and <= 9999)
            return given;
        else
            faults.Add(ApiFaults.NotAllowed("/year", new("四位整数", "a whole number of four digits")));
        reader.Skip();
        return null;
    }
}
