using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Cli.Commands;
using PerfEval.Rules.Cli.Tests.Infra;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class EvaluateBatchTests
{
    [Fact]
    public async Task Each_line_is_answered_in_its_place_and_a_bad_one_does_not_stop_the_others()
    {
        using var packs = Some.Packs();
        var run = await RunAsync(packs, $"\uFEFF{Line(90)}\r\n\n{{\"data\":{{\"预算书\":1}}}}\n{Line(80)}\nno JSON\n{new string('x', 300_000)}\n{Line(70)}");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            ["1 94", "3 submission-refused PS0004 /data/预算书", "4 88", "5 submission-refused PS0001 ", "6 invalid-request PA0050 ", "7 82"],
            run.OutputLines.Select(Describe));
    }

    [Fact]
    public async Task A_line_is_scored_as_it_would_be_alone()
    {
        using var packs = Some.Packs();
        var batch = await RunAsync(packs, Line(77), "--explain", "Summary");
        var alone = await Perfeval.RunAsync(["evaluate", Some.Name, "-", "--json", "--rubrics", packs.Root], Line(77));
        Assert.Equal((0, ""), (batch.ExitCode, batch.Errors));
        using var single = JsonDocument.Parse(alone.Output);
        Assert.Equal($"{{\"line\":1,\"scorecard\":{JsonSerializer.Serialize(single.RootElement, Readable)}}}\n", batch.Output);
    }

    [Fact]
    public async Task Filing_refuses_the_line_that_lacks_something()
    {
        using var packs = Some.Packs();
        const string Partial = """{"data":{"预算数":100,"执行数":90}}""";
        Assert.Equal(["1 54–94"], (await RunAsync(packs, Partial)).OutputLines.Select(Describe));
        Assert.Equal(["1 submission-refused PS0101 /data/满意度", "2 94"], (await RunAsync(packs, Partial + "\n" + Line(90), "--filing")).OutputLines.Select(Describe));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_an_unknown_rubric_ends_with_2()
    {
        using var packs = Some.Packs();
        Assert.Equal(2, (await Perfeval.RunAsync("evaluate", Some.Name, "nowhere.ndjson", "--batch", "--rubrics", packs.Root)).ExitCode);
        Assert.Equal(2, (await Perfeval.RunAsync(["evaluate", "440300/2020/none", "-", "--batch", "--rubrics", packs.Root], Line(1))).ExitCode);
    }

    [Fact]
    public void Lines_are_answered_before_more_are_read()
    {
        var (answered, asked) = (0, 0);
        using var input = new EndlessLines(10_000, () => Assert.Equal(asked, answered));
        var run = new BatchRun(
            submission =>
            {
                asked++;
                Assert.Equal(Line(1).Length, System.Text.Encoding.UTF8.GetString(submission.Span).Length);
                return new(null, []);
            },
            "en");
        using var output = new CountedLines(lines => answered += lines);
        Assert.False(run.Run(input, output));
        Assert.Equal((10_000, 10_000), (asked, answered));
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Line(int executed) => Some.Submission.Replace("90", executed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static Task<Run> RunAsync(TemporaryFolder packs, string input, params string[] options) =>
        Perfeval.RunAsync(["evaluate", Some.Name, "-", "--batch", "--rubrics", packs.Root, .. options], input);

    private static string Describe(string line)
    {
        using var answer = JsonDocument.Parse(line);
        var number = answer.RootElement.GetProperty("line").GetInt32();
        if (answer.RootElement.TryGetProperty("code", out var code))
            return $"{number} {code.GetString()} {answer.RootElement.GetProperty("errors")[0].GetProperty("code").GetString()} {answer.RootElement.GetProperty("errors")[0].GetProperty("path").GetString()}";
        var card = answer.RootElement.GetProperty("scorecard");
        var range = card.GetProperty("range");
        return card.GetProperty("total").ValueKind == JsonValueKind.Number ? $"{number} {card.GetProperty("total")}" : $"{number} {range.GetProperty("min")}–{range.GetProperty("max")}";
    }

    /// <summary>The same line again and again, a read each; before each it asks how far the answers are.</summary>
    private sealed class EndlessLines(int lines, Action beforeEach) : MemoryStream
    {
        private readonly byte[] line = System.Text.Encoding.UTF8.GetBytes(Line(1) + "\n");
        private int given;

        public override int Read(byte[] buffer, int offset, int count)
        {
            beforeEach();
            if (given == lines)
                return 0;
            given++;
            Assert.True(count >= LineCutter.BatchLineBytes, "there is no room for a line");
            line.CopyTo(buffer, offset);
            return line.Length;
        }
    }

    private sealed class CountedLines(Action<int> counted) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => counted(buffer.Count((byte)'\n'));
    }
}
