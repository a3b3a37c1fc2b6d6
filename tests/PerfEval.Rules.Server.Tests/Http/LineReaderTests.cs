using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Tests.Http;

public sealed class LineReaderTests
{
    private const int MaxBytes = 20;

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n", "1a 2b")]
    [InlineData("a\nb", "1a 2b")]
    [InlineData("\n\na\n\n", "1 2 3a 4")]
    [InlineData("01234567890123456789\nb", "101234567890123456789 2b")]
    [InlineData("012345678901234567890\nb", "1! 2b")]
    [InlineData("a\n012345678901234567890", "1a 2!")]
    [InlineData("012345678901234567890012345678901234567890\n012345678901234567890\n\nb\n", "1! 2! 3 4b")]
    public async Task Lines_are_numbered_and_one_that_is_too_long_is_told_of_once(string text, string expected)
    {
        for (var size = 1; size <= text.Length + 1; size++)
            Assert.Equal(expected, string.Join(' ', await ReadAsync(text, _ => size)));
    }

    [Fact]
    public async Task However_the_bytes_arrive_the_lines_are_the_same()
    {
        var random = new Random(20201231);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(12) == 0 ? '\n' : 'x'));
            var lines = text.Split('\n');
            var expected = (text.EndsWith('\n') || text.Length == 0 ? lines[..^1] : lines).Select((line, index) => $"{index + 1}{(line.Length > MaxBytes ? "!" : line)}");
            Assert.Equal(expected, await ReadAsync(text, left => random.Next(1, left + 1)));
        }
    }

    [Fact]
    public async Task What_has_arrived_is_taken_without_waiting_and_what_has_not_is_not_waited_for()
    {
        var pipe = new Pipe();
        var (reader, found) = (new LineReader(pipe.Reader, MaxBytes), new List<string>());
        Assert.False(reader.TryFill());
        await pipe.Writer.WriteAsync("a\nb"u8.ToArray());
        Assert.True(reader.TryFill());
        Collect(reader, found);
        Assert.False(reader.TryFill()); // half a line is looked at once
        await pipe.Writer.WriteAsync("c\n"u8.ToArray());
        Assert.True(await reader.FillAsync(CancellationToken.None));
        Collect(reader, found);
        await pipe.Writer.CompleteAsync();
        while (reader.TryFill())
            Collect(reader, found);
        Assert.False(await reader.FillAsync(CancellationToken.None));
        Assert.Equal(["1a", "2bc"], found);
    }

    // Each read gives one more piece, whatever was left over before it.
    private static async Task<List<string>> ReadAsync(string text, Func<int, int> nextSize)
    {
        var pipe = new Pipe();
        var (reader, found, bytes) = (new LineReader(pipe.Reader, MaxBytes), new List<string>(), Encoding.UTF8.GetBytes(text));
        for (var at = 0; at < bytes.Length;)
        {
            var size = Math.Min(nextSize(bytes.Length - at), bytes.Length - at);
            await pipe.Writer.WriteAsync(bytes.AsMemory(at, size));
            at += size;
            Assert.True(await reader.FillAsync(CancellationToken.None));
            Collect(reader, found);
        }

        await pipe.Writer.CompleteAsync();
        while (await reader.FillAsync(CancellationToken.None))
            Collect(reader, found);
        return found;
    }

    private static void Collect(LineReader reader, List<string> found)
    {
        while (reader.TryRead(out var line))
            found.Add($"{line.Number}{(line.IsTooLong ? "!" : Encoding.UTF8.GetString(line.Bytes.ToArray()))}");
    }
}
