using System.CommandLine;

namespace PerfEval.Rules.Cli.Commands;

internal static class TestCommand
{
    public static Command Create() => new("test", "Run the cases");
}
