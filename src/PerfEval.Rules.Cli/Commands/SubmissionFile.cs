using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Cases;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>A submission that a command line names: a file of its own, the submission of a case, or standard input.</summary>
/// <param name="Utf8">The submission; null where there is none, which has been said on standard error.</param>
/// <param name="Versions">The versions that the case is for; empty: any.</param>
/// <param name="ExitCode">What the program ends with where there is none.</param>
internal readonly record struct SubmissionFile(ReadOnlyMemory<byte>? Utf8, ImmutableArray<string> Versions, int ExitCode)
{
    /// <summary>Reads it. A case holds its submission in a property; anything else is a submission itself, good or bad.</summary>
    public static SubmissionFile Read(string file, string language)
    {
        if (InputFile.ReadOrStandardInput(file, language) is not { } bytes)
            return new(null, [], ExitCodes.Usage);
        var reading = CaseReader.Read(bytes);
        if (reading is not { HoldsSubmission: true, Case: null })
            return new(reading.Case?.Submission ?? bytes, reading.Case?.Versions ?? [], ExitCodes.Ok);
        DiagnosticText.Write(Console.Error, file, reading.Diagnostics, reading.Positions, language);
        return new(null, [], ExitCodes.Findings);
    }
}
