using System.CommandLine;
using System.Text;
using PerfEval.Rules.Cli;
using PerfEval.Rules.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("perfeval: scores, tests and checks rubrics for public budget performance evaluation. Exit codes: 0 done, 1 findings or failed cases, 2 wrong command line, 3 submission refused.")
{
    EvaluateCommand.Create(),
    TestCommand.Create(),
    DiffCommand.Create(),
    CompareCommand.Create(),
    AuditCommand.Create(),
    CheckCommand.Create(),
    SchemaCommand.Create(),
    FormatCommand.Create(),
    VerifyCommand.Create(),
    VerifyAuditCommand.Create(),
};
root.Options.Add(CommonOptions.Rubrics);
root.Options.Add(CommonOptions.Language);
root.Options.Add(CommonOptions.Scripts);

// A name may begin with @; files of arguments are not taken.
var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0 && !args.Any(arg => arg is "-h" or "--help" or "-?" or "--version"))
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message); // a folder that cannot be entered, a file that goes away while it is read
    return ExitCodes.Usage;
}
