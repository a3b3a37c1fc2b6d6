using System.Buffers;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

public sealed class SubmissionReaderHostileTests
{
    private const string Good = """
        { "department": "中心", "subject": "经费", "period": "2021-06",
          "data": { "预算数": 917.02, "执行率": "≥87.2%", "人数": 12, "系数": "1.5", "违规": false, "说明": "好\ud83d\ude00", "日期": "2020-01-31", "公开": "未公开",
                    "方面": ["经济效益", "社会效益"], "项目": [{ "名称": "网络", "预算": 3, "执行数": "2.5万元" }, { "名称": "机房", "预算": null }],
                    "J1": 3, "J2": true, "J3": { "band": "部分达成", "share": 0.65 } },
          "evidence": { "预算数": "表7" }, "reasons": { "A": "b" }, "reported": { "scores": { "A": 6 }, "values": { "B": "30%" }, "total": 82, "grade": "良" } }
        """;

    private static readonly string[] Fragments =
        ["{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e9", "-", "≥", "％", "\\ud800", "\\u0000", "99999999999999999999999999999", "\"share\":", "\"data\":", "//", "/*", "\uffff"];

    [Fact]
    public void No_mutation_makes_it_throw()
    {
        var random = new Random(20200101);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Mutate(random, Encoding.UTF8.GetBytes(Good).ToList());
            var reading = SubmissionReader.Read(bytes, SomeRubric.WithEverything);
            Assert.True(reading.Submission is not null || !reading.Faults.IsEmpty);
        }
    }

    [Fact]
    public void A_text_in_pieces_reads_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var size = 1; size < 40; size++)
        {
            var reader = new Utf8JsonReader(Pieces(bytes, size));

            var reading = SubmissionReader.Read(ref reader, SomeRubric.WithEverything);

            Assert.Empty(reading.Faults);
            Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
            Assert.Equal(
                SubmissionReader.Read(bytes, SomeRubric.WithEverything).Submission!.Values.Select(value => value.ToString()),
                reading.Submission!.Values.Select(value => value.ToString()));
        }
    }

    [Fact]
    public void It_reads_an_object_inside_another_and_leaves_the_reader_on_its_end()
    {
        var reader = new Utf8JsonReader("""{"submission": {"data": {"x": [{}]}}, "next": 1}"""u8);
        reader.Read();
        reader.Read();

        var reading = SubmissionReader.Read(ref reader, SomeRubric.WithEverything);

        Assert.Equal("PS0004", Assert.Single(reading.Faults).Code);
        Assert.True(reader.Read());
        Assert.True(reader.ValueTextEquals("next"));
    }

    [Fact]
    public void An_unfinished_block_is_a_fault()
    {
        var reader = new Utf8JsonReader("""{"data": {"x": [1, 2"""u8, isFinalBlock: false, default);

        Assert.Equal("PS0001", Assert.Single(SubmissionReader.Read(ref reader, SomeRubric.WithEverything).Faults).Code);
    }

    [Fact]
    public void Nesting_without_end_is_a_fault() =>
        Assert.Equal("PS0001", Assert.Single(SubmissionReaderTests.Read("{\"data\":" + new string('[', 100_000)).Faults).Code);

    [Theory]
    [InlineData("""{"data": {"项目": [#{}]}}""", "PS0021 /data/项目")]
    [InlineData("""{"data": {"项目": [#1]}}""", "PS0002 /data/项目/0")]
    [InlineData("""{"reasons": {#"k": "x"}}""", "PS0021 /reasons")]
    [InlineData("""{"reported": {"scores": {#"k": 1}}}""", "PS0021 /reported/scores")]
    [InlineData("""{"reported": {"values": {#"k": "1"}}}""", "PS0021 /reported/values")]
    [InlineData("""{"data": {#"k": 1}}""", "PS0004 /data/k0")]
    public void More_than_any_form_has_is_a_fault(string pattern, string expected)
    {
        var (start, entry) = (pattern.IndexOf('#', StringComparison.Ordinal), pattern[(pattern.IndexOf('#', StringComparison.Ordinal) + 1)..].TrimEnd('}', ']'));
        entry = entry == "{" ? "{}" : entry;
        var end = pattern[(start + 1 + entry.Length)..];
        var text = pattern[..start] + string.Join(", ", Enumerable.Range(0, 6000).Select(i => entry.Replace("\"k\"", $"\"k{i}\"", StringComparison.Ordinal))) + end;
        var faults = SubmissionReader.Read(Encoding.UTF8.GetBytes(text), SomeRubric.WithEverything).Faults;
        Assert.Equal(expected, $"{faults[0].Code} {faults[0].Path}");
        Assert.InRange(faults.Length, 1, 1001);
        Assert.Equal(faults.Length > 1, expected.StartsWith("PS0002", StringComparison.Ordinal) || expected.StartsWith("PS0004", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_texts_are_quoted_in_part()
    {
        var fault = Assert.Single(SubmissionReaderTests.Read($$"""{"data": {"公开": "{{string.Concat(Enumerable.Repeat("😀", 5000))}}"} }""").Faults);

        Assert.InRange(fault.Message.En.Length, 1, 200);
        Assert.Equal(fault.Message.En, fault.Message.En.Normalize());
    }

    private static ReadOnlySpan<byte> Mutate(Random random, List<byte> bytes)
    {
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.Slice(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
            }

            if (bytes.Count == 0)
                bytes.Add((byte)' ');
        }

        return bytes.ToArray();
    }

    private static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, size), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
            last = last.Append(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
