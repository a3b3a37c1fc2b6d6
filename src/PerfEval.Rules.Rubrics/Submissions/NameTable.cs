using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>
/// Declared names, found from the bytes of a JSON property name without decoding it. Immutable and safe to share between threads.
/// A name that is written otherwise (escaped, full-width) is decoded and normalised.
/// </summary>
internal sealed class NameTable
{
    private readonly ImmutableArray<byte[]> utf8;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> byBytes;

    // Made for the first name that is not found as it is written.
    private Dictionary<string, int>? byNormalizedName;

    public NameTable(IEnumerable<string> names)
    {
        Declared = [.. names];
        utf8 = [.. Declared.Select(Encoding.UTF8.GetBytes)];
        var positions = new Dictionary<byte[], int>(ByteComparer.Instance);
        for (var i = 0; i < utf8.Length; i++)
            positions.TryAdd(utf8[i], i);
        byBytes = positions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>A table without names: most inputs have neither columns nor choices.</summary>
    private static NameTable None { get; } = new([]);

    /// <summary>The table of these names.</summary>
    public static NameTable Of(ImmutableArray<string> names) => names.IsEmpty ? None : new(names);

    /// <summary>The names in declared order.</summary>
    public ImmutableArray<string> Declared { get; }

    /// <summary>Position of the name on which the reader stands, or −1.</summary>
    /// <param name="expected">The position tried first: most documents keep the declared order.</param>
    public int Find(in Utf8JsonReader reader, int expected)
    {
        if (reader.ValueIsEscaped || reader.HasValueSequence)
            return FindDecoded(reader.FindText());
        if ((uint)expected < (uint)utf8.Length && reader.ValueSpan.SequenceEqual(utf8[expected]))
            return expected;
        return byBytes.TryGetValue(reader.ValueSpan, out var position) ? position : FindDecoded(reader.FindText());
    }

    /// <summary>Position of a decoded name, exactly or else as normalised, or −1.</summary>
    public int FindDecoded(string? name)
    {
        if (name is null)
            return -1;
        var exact = Declared.IndexOf(name, StringComparer.Ordinal);
        return exact >= 0 ? exact : (byNormalizedName ??= Normalize()).GetValueOrDefault(Names.Normalize(name.Trim()), -1);
    }

    private Dictionary<string, int> Normalize()
    {
        var normalized = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Declared.Length; i++)
            normalized.TryAdd(Names.Normalize(Declared[i]), i);
        return normalized;
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static ByteComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
