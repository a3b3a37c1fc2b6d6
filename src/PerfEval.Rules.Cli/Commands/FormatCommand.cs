using System.CommandLine;

namespace PerfEval.Rules.Cli.Commands;

internal static class FormatCommand
{
    public static Command Create() => new("fmt", "Print rubric files the way the house writes them");
}
