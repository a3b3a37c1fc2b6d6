using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>
/// Reads a submission from JSON straight into the slots of a rubric, in one forward pass; never throws for bad data.
/// Property names are read ignoring case, names of inputs and columns as the language normalises them.
/// </summary>
public static class SubmissionReader
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// Reads the object that <paramref name="reader"/> stands on (its StartObject, or just before it) and leaves the reader on its EndObject.
    /// After malformed or truncated JSON (PS0001) the reader stands where the fault is and can't be used further.
    /// </summary>
    public static SubmissionReading Read(ref Utf8JsonReader reader, CompiledRubric rubric)
    {
        var pass = new SubmissionPass(rubric);
        try
        {
            if (reader.TokenType is JsonTokenType.None or JsonTokenType.Comment or JsonTokenType.PropertyName)
                reader.Advance();
            return pass.Read(ref reader);
        }
        catch (JsonException exception)
        {
            return new(null, [SubmissionFaults.NotJson(exception)], []);
        }
    }

    /// <summary>Reads a whole text, comments, trailing commas and a byte order mark allowed; anything behind the object is a fault.</summary>
    public static SubmissionReading Read(ReadOnlySpan<byte> utf8, CompiledRubric rubric)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, Lenient);
        var reading = Read(ref reader, rubric);
        if (reading.Submission is null)
            return reading;
        try
        {
            reader.Read();
            return reading;
        }
        catch (JsonException exception)
        {
            return new(null, [SubmissionFaults.NotJson(exception)], []);
        }
    }
}

/// <summary>What reading gave.</summary>
/// <param name="Submission">The submission as far as it could be read; null when it is not an object of the right shape.</param>
/// <param name="Faults">For which any use is refused (shape, unknown key, wrong JSON type, out of range), in order of place.</param>
/// <param name="FilingFaults">
/// For which filing alone is refused: text in a Number, a share outside its band, the same row twice, in order of place; then what is Required and absent.
/// </param>
public sealed record SubmissionReading(Submission? Submission, ImmutableArray<SubmissionFault> Faults, ImmutableArray<SubmissionFault> FilingFaults);
