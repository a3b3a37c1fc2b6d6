using System.CommandLine;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval verify</c>: computes stored scorecards again from the stored rubric and submission.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ids") { Description = "Ids of evaluations", Arity = ArgumentArity.OneOrMore };
        var store = StoreCommand.NewOption();
        var command = new Command("verify", "Compute stored scorecards again and compare them byte for byte") { ids, store };
        command.SetAction((parsed, cancellation) =>
        {
            var isChinese = CommonOptions.LanguageOf(parsed) == "zh";
            return StoreCommand.RunAsync(parsed.GetValue(store), isChinese, database => VerifyAsync(database, parsed.GetValue(ids) ?? [], CommonOptions.ScriptsOf(parsed), isChinese, cancellation));
        });
        return command;
    }

    private static async Task<int> VerifyAsync(StoreDatabase database, string[] ids, IScriptCompiler? scripts, bool isChinese, CancellationToken cancellation)
    {
        var verifier = new EvaluationVerifier(database, new(database), new(database), scripts);
        var exitCode = ExitCodes.Ok;
        foreach (var id in ids)
        {
            if (await verifier.FindAsync(id, cancellation) is not { } checks)
            {
                await Console.Error.WriteLineAsync(isChinese ? $"没有评价 {id}" : $"there is no evaluation {id}");
                return ExitCodes.Usage;
            }

            foreach (var check in checks)
            {
                await Console.Out.WriteLineAsync($"{check.EvaluationId}{(check.Review == 0 ? "" : $" #{check.Review}")}: {Describe(check.Verdict, isChinese)}");
                if (check.Verdict is not (VerificationVerdict.Same or VerificationVerdict.OtherWording))
                    exitCode = ExitCodes.Findings;
            }
        }

        return exitCode;
    }

    private static string Describe(VerificationVerdict verdict, bool isChinese) => (verdict, isChinese) switch
    {
        (VerificationVerdict.Same, true) => "逐字节一致",
        (VerificationVerdict.Same, false) => "the same, byte for byte",
        (VerificationVerdict.OtherWording, true) => "数字全部一致，说明文字由另一版本的程序写成",
        (VerificationVerdict.OtherWording, false) => "every figure is the same, the sentences are those of another build",
        (VerificationVerdict.Differs, true) => "不一致",
        (VerificationVerdict.Differs, false) => "differs",
        (VerificationVerdict.OtherRubric, true) => "库中指标体系的哈希与评价所记不符",
        (VerificationVerdict.OtherRubric, false) => "the stored rubric does not have the hash that the evaluation names",
        (_, true) => "指标体系或填报数据已无法读取",
        _ => "the rubric or the submission can no longer be read",
    };
}
