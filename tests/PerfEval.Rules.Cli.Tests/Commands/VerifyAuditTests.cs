using PerfEval.Rules.Cli.Tests.Infra;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class VerifyAuditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Root, "perfeval.db");

    [Fact]
    public async Task A_whole_trail_is_counted_and_its_last_hash_printed_to_be_kept()
    {
        var hash = await RecordAsync(3);
        var run = await VerifyAsync();
        Assert.Equal((0, $"3 entries hold, last hash {hash}\n"), (run.ExitCode, run.Output));
        await RecordAsync(2);
        Assert.Equal(0, (await VerifyAsync("--contains", hash)).ExitCode);
    }

    [Fact]
    public async Task A_byte_changed_in_the_file_is_found_at_its_entry()
    {
        await RecordAsync(3);
        var bytes = await File.ReadAllBytesAsync(Store);
        var place = bytes.AsSpan().IndexOf("第2次"u8);
        Assert.True(place > 0, "the entry lies in the file as text");
        "第9次"u8.CopyTo(bytes.AsSpan(place));
        await File.WriteAllBytesAsync(Store, bytes);
        var run = await VerifyAsync();
        Assert.Equal((1, "the chain breaks at entry 2; the 1 before it hold\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_missed_by_who_kept_its_hash()
    {
        await RecordAsync(1);
        var run = await VerifyAsync("--contains", new string('a', 64));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("entries are missing from its end", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made()
    {
        var run = await VerifyAsync();
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused()
    {
        folder.Write("perfeval.db", string.Concat(Enumerable.Repeat("no database at all ", 500)));
        Assert.Equal(2, (await VerifyAsync()).ExitCode);
    }

    public void Dispose() => folder.Dispose();

    private Task<Run> VerifyAsync(params string[] more) => Perfeval.RunAsync(["verify-audit", "--store", Store, "--lang", "en", .. more]);

    private async Task<string> RecordAsync(int count)
    {
        await using var database = await StoreDatabase.OpenAsync(Store);
        var trail = new AuditTrail(database);
        for (var i = 1; i <= count; i++)
            await trail.RecordAsync(new(DateTimeOffset.UnixEpoch.AddSeconds(i), new("account:1", "张三"), "rubric.published", "rubric", $"第{i}次"), CancellationToken.None);
        return (await trail.VerifyAsync(CancellationToken.None)).LastHash!; // a whole chain has one
    }
}
