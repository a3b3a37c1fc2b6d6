using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>One pass over one submission: what was read so far, and what is wrong with it. Dies with the pass.</summary>
internal sealed partial class SubmissionPass(CompiledRubric rubric)
{
    /// <summary>A hostile body of a megabyte could otherwise be answered by a hundred.</summary>
    private const int MaxFaults = 1000;

    /// <summary>Rows of a table, entries of a list of reasons: more than any real form has, and few enough for rules that compare each row with every other.</summary>
    internal const int MaxEntries = 5000;

    /// <summary>Looking for the nearest name is the dearest part of a fault.</summary>
    private const int MaxSuggestions = 100;

    private static readonly NameTable Envelope = new(["department", "subject", "period", "data", "evidence", "reasons", "reported"]);

    private readonly SubmissionShape shape = rubric.SubmissionShape;
    private readonly Value[] values = rubric.SubmissionShape.CopyUntouched();
    private readonly Presence[] presence = new Presence[rubric.Inputs.Length];
    private readonly List<SubmissionFault> faults = [];
    private readonly List<SubmissionFault> filingFaults = [];
    private readonly List<Finding> findings = [];
    private readonly HashSet<string> full = new(StringComparer.Ordinal);
    private readonly Dictionary<InputShape, (InputShape Table, List<string> Rows)> defaultedCells = [];
    private string? department;
    private string? subject;
    private string? period;

    private enum Presence : byte
    {
        Absent,
        Null,
        Given,
    }

    /// <summary>Reads the object on which the reader stands.</summary>
    public SubmissionReading Read(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject, ""))
            return new(null, [.. faults], []);
        var seen = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var property = FindProperty(ref reader, Envelope, "", ref seen);
            if (property >= 0)
                ReadProperty(ref reader, Envelope.Declared[property]);
        }

        return Finish();
    }

    private void ReadProperty(ref Utf8JsonReader reader, string property)
    {
        switch (property)
        {
            case "department":
                department = ReadText(ref reader, "/department");
                break;
            case "subject":
                subject = ReadText(ref reader, "/subject");
                break;
            case "period":
                period = ReadText(ref reader, "/period");
                break;
            case "data":
                ReadInputs(ref reader);
                break;
            case "evidence":
                ReadEvidence(ref reader);
                break;
            case "reasons":
                ReadReasons(ref reader);
                break;
            default:
                ReadReported(ref reader);
                break;
        }
    }

    /// <summary>
    /// The known property on which the reader stands, which then stands on its value; −1 when that was reported and skipped.
    /// </summary>
    /// <param name="seen">One bit per property met so far.</param>
    private int FindProperty(ref Utf8JsonReader reader, NameTable names, string path, ref int seen)
    {
        var position = FindIgnoringCase(reader, names);
        var isRepeated = position >= 0 && (seen & (1 << position)) != 0;
        if (position >= 0 && !isRepeated)
        {
            seen |= 1 << position;
            reader.Advance();
            return position;
        }

        var name = reader.ShownName();
        var place = JsonPointer.Append(path, name);
        Report(isRepeated ? SubmissionFaults.GivenTwice(place, name) : SubmissionFaults.UnknownProperty(place, name, FindNearest(name, names.Declared)));
        reader.Leave();
        return -1;
    }

    private static int FindIgnoringCase(in Utf8JsonReader reader, NameTable names)
    {
        var position = names.Find(reader, -1);
        return position >= 0 ? position : names.FindDecoded(reader.FindText()?.ToLowerInvariant());
    }

    /// <summary>Whether the reader stands on an object or array as needed; otherwise that is reported (but for null) and the value skipped.</summary>
    private bool Enter(ref Utf8JsonReader reader, JsonTokenType needed, string path)
    {
        if (reader.TokenType == needed)
            return true;
        if (reader.TokenType != JsonTokenType.Null || path.Length == 0)
            Report(SubmissionFaults.WrongType(path, needed == JsonTokenType.StartObject ? new("对象", "an object") : new("数组", "an array"), reader.TokenType));
        reader.Leave();
        return false;
    }

    private string? ReadText(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
        {
            Report(SubmissionFaults.WrongType(path, new Bilingual("文本", "a text"), reader.TokenType));
            reader.Leave();
            return null;
        }

        var text = reader.FindText();
        if (text is null)
            Report(SubmissionFaults.BadText(path));
        return text;
    }

    private string? FindNearest(string name, IEnumerable<string> known) => faults.Count < MaxSuggestions ? Spelling.FindNearest(name, known) : null;

    /// <summary>Whether as many were taken as may be; the first that is too many is reported, and what the reader stands on skipped.</summary>
    private bool IsFull(ref Utf8JsonReader reader, int count, string path)
    {
        if (count < MaxEntries)
            return false;
        if (full.Add(path))
            Report(SubmissionFaults.TooManyEntries(path, MaxEntries));
        reader.Leave();
        return true;
    }

    private void Report(SubmissionFault fault)
    {
        if (faults.Count < MaxFaults)
            faults.Add(fault);
        else if (faults.Count == MaxFaults)
            faults.Add(SubmissionFaults.TooMany(MaxFaults));
    }

    /// <summary>Reports what is kept as written: refused on filing, elsewhere a finding.</summary>
    private void Report(Finding finding, Func<string, Bilingual, SubmissionFault> fault)
    {
        if (findings.Count >= MaxFaults)
            return;
        findings.Add(finding);
        filingFaults.Add(fault(finding.Path, finding.Message));
    }

    private SubmissionReading Finish()
    {
        var submission = new Submission
        {
            Rubric = rubric,
            Department = department,
            Subject = subject,
            Period = period,
            Values = ImmutableCollectionsMarshal.AsImmutableArray(values),
            Defaulted = FindDefaulted(),
            DefaultedCells = FindDefaultedCells(),
            Evidence = evidence?.ToImmutable() ?? Texts,
            Reasons = reasons?.ToImmutable() ?? Texts,
            Reported = reported,
            Findings = [.. findings],
        };
        return new(submission, [.. faults], [.. filingFaults, .. FilingRules.RequiredFaults(submission)]);
    }

    private ImmutableArray<DefaultedCells> FindDefaultedCells() => defaultedCells.Count == 0
        ? []
        : [.. from table in shape.Inputs from column in table.Columns where defaultedCells.ContainsKey(column) select new DefaultedCells(table.Input, column.Input, [.. defaultedCells[column].Rows])];

    private ImmutableArray<int> FindDefaulted()
    {
        var defaulted = ImmutableArray<int>.Empty;
        for (var i = 0; i < values.Length; i++)
        {
            if (presence[i] != Presence.Given && values[i].IsKnown)
                defaulted = defaulted.Add(i);
        }

        return defaulted;
    }
}
