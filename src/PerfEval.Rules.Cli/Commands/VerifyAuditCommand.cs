using System.CommandLine;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval verify-audit</c>: recomputes the chain of hashes of a store's audit trail.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var store = StoreCommand.NewOption();
        var contains = new Option<string?>("--contains") { Description = "A hash kept from an earlier verification: the trail must still hold it, else entries are missing from its end" };
        var command = new Command("verify-audit", "Verify that no entry of a store's audit trail was changed or removed") { store, contains };
        command.SetAction((parsed, cancellation) =>
        {
            var isChinese = CommonOptions.LanguageOf(parsed) == "zh";
            return StoreCommand.RunAsync(parsed.GetValue(store), isChinese, database => VerifyAsync(new(database), parsed.GetValue(contains), isChinese, cancellation));
        });
        return command;
    }

    private static async Task<int> VerifyAsync(AuditTrail trail, string? kept, bool isChinese, CancellationToken cancellation)
    {
        var verification = await trail.VerifyAsync(cancellation);
        if (verification.BrokenAt is { } place)
        {
            await Console.Out.WriteLineAsync(isChinese
                ? $"审计链在第 {place} 条断开；此前 {verification.Entries} 条完好"
                : $"the chain breaks at entry {place}; the {verification.Entries} before it hold");
            return ExitCodes.Findings;
        }

        if (kept is not null && !await trail.ContainsAsync(kept, cancellation))
        {
            await Console.Out.WriteLineAsync(isChinese ? $"审计链中没有 {kept}：末尾有记录缺失" : $"the chain does not hold {kept}: entries are missing from its end");
            return ExitCodes.Findings;
        }

        await Console.Out.WriteLineAsync(isChinese
            ? $"{verification.Entries} 条审计记录完好，末条哈希 {verification.LastHash}"
            : $"{verification.Entries} entries hold, last hash {verification.LastHash}");
        return ExitCodes.Ok;
    }
}
