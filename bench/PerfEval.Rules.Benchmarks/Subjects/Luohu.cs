using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>What everything is measured on: the Luohu rubric and the data of its case <c>quarters</c>.</summary>
internal static class Luohu
{
    private const string Folder = "440303-luohu/2020/department";

    /// <summary>Chinese as it is.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonSerializerOptions Text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder <c>rubrics</c>, in the current folder or one above it.</summary>
    public static string RubricsFolder { get; } = FindRubrics();

    /// <summary>The rubric's file.</summary>
    public static byte[] Document { get; } = File.ReadAllBytes(Path.Combine(RubricsFolder, Folder, "1.0.0.json"));

    /// <summary>The rubric.</summary>
    public static CompiledRubric Rubric { get; } = Load();

    /// <summary>The case's submission, without what the report printed: that is another measurement.</summary>
    public static JsonObject CaseSubmission()
    {
        var path = Path.Combine(RubricsFolder, Folder, "cases", "quarters.json");
        var submission = JsonNode.Parse(File.ReadAllBytes(path))!["Submission"]!.AsObject(); // a case has one
        submission.Remove("reported");
        return submission;
    }

    /// <summary>The submission that is measured: the case's with a number where the case gives a bound, which the hand-written program does not know.</summary>
    /// <param name="department">Null: the case's own.</param>
    public static byte[] Submission(string? department = null)
    {
        var submission = CaseSubmission();
        submission["department"] = department ?? submission["department"]?.GetValue<string>();
        submission["data"]!["满意度"] = 96.5m; // read from the case
        return Bytes(submission);
    }

    /// <summary>The body of POST /evaluate for a submission.</summary>
    public static byte[] Request(byte[] submission) => Bytes(new JsonObject
    {
        ["region"] = "440303",
        ["year"] = 2020,
        ["scope"] = "department",
        ["version"] = "1.0.0",
        ["submission"] = JsonNode.Parse(submission),
    });

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Text);

    /// <summary>The submission as the engine reads it.</summary>
    public static Submission Read(byte[] submission, CompiledRubric? rubric = null)
    {
        var reading = SubmissionReader.Read(submission, rubric ?? Rubric);
        return reading is { Submission: { } read, Faults.IsEmpty: true }
            ? read
            : throw new InvalidOperationException(string.Join('\n', reading.Faults.Select(fault => $"{fault.Code} {fault.Path}")));
    }

    /// <summary>The rubric with another Score in the rule with this code.</summary>
    public static Rubric Edit(Rubric document, string code, string score) => document with { Rules = [.. document.Rules.Select(rule => Edit(rule, code, score))] };

    private static Rule Edit(Rule rule, string code, string score) =>
        rule.Code?.Text == code && rule.Score is { } written
            ? rule with { Score = written with { Text = score } }
            : rule with { Rules = [.. rule.Rules.Select(child => Edit(child, code, score))] };

    private static CompiledRubric Load()
    {
        var loaded = RubricLoader.Load(Document);
        return loaded.Rubric ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
    }

    private static string FindRubrics()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var rubrics = Path.Combine(folder.FullName, "rubrics");
            if (Directory.Exists(rubrics))
                return rubrics;
        }

        throw new DirectoryNotFoundException("rubrics: run this inside the repository");
    }
}
