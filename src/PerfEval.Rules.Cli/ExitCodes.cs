namespace PerfEval.Rules.Cli;

/// <summary>What the process ends with; documented in docs/cli.md.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>It ran, and found something: a diagnostic that is an error, a case that fails, a file that is not formatted, a version that is too low.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong, or names a file, folder or rubric that is not there or cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The submission was refused, or one of a batch.</summary>
    public const int Refused = 3;
}
