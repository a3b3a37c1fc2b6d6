using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>Reads a submission from JSON straight into the slots of a rubric; never throws for bad data.</summary>
public static class SubmissionReader
{
    /// <summary>Reads the object that <paramref name="reader"/> stands on (its StartObject) and leaves the reader on its EndObject.</summary>
    public static SubmissionReading Read(ref Utf8JsonReader reader, CompiledRubric rubric) => throw new NotSupportedException();
}

/// <summary>What reading gave.</summary>
/// <param name="Submission">The submission as far as it could be read; null when it is not an object of the right shape.</param>
/// <param name="Faults">For which any use is refused (shape, unknown key, wrong JSON type, out of range), in order of place.</param>
/// <param name="FilingFaults">For which filing alone is refused: required and absent, text in a Number, a share outside its band.</param>
public sealed record SubmissionReading(Submission? Submission, ImmutableArray<SubmissionFault> Faults, ImmutableArray<SubmissionFault> FilingFaults);
