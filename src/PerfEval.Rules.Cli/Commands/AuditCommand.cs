using System.Collections.Immutable;
using System.CommandLine;
using PerfEval.Rules.Cli.Output;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval audit</c>: sets the figures that published cases report against what their rubrics give.</summary>
internal static class AuditCommand
{
    private const string CasesFolder = "cases";

    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Cases, or folders of rubric packs", Arity = ArgumentArity.OneOrMore };
        var all = new Option<bool>("--all") { Description = "Also the cases that report nothing, and the figures that agree" };
        var json = new Option<bool>("--json") { Description = "JSON, in both languages" };
        var command = new Command("audit", "Reconcile reported figures, checks and findings of cases; ends with a line of counts") { paths, all, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(all), parsed.GetValue(json), CommonOptions.ScriptsOf(parsed), CommonOptions.LanguageOf(parsed)));
        return command;
    }

    private static int Run(string[] paths, bool all, bool json, IScriptCompiler? scripts, string language)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } lost)
        {
            Console.Error.WriteLine(language == "zh" ? $"没有文件或文件夹 {lost}" : $"there is no file or folder {lost}");
            return ExitCodes.Usage;
        }

        var audits = new List<CaseAudit>();
        var isSound = true;
        foreach (var file in paths.SelectMany(Cases))
            isSound &= Audit(file, all, scripts, language, audits);
        if (json)
            AuditText.WriteJson(audits);
        else
            AuditText.Write(Console.Out, audits, all, language);
        return isSound && audits.TrueForAll(audit => !audit.Entries.Any(AuditText.IsWrong)) ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private static IEnumerable<string> Cases(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == CasesFolder)
            .Order(StringComparer.Ordinal);

    // False when the case can't be audited, which has been said.
    private static bool Audit(string file, bool all, IScriptCompiler? scripts, string language, List<CaseAudit> audits)
    {
        var reading = CaseReader.Read(File.ReadAllBytes(file));
        if (reading.Case is not { } testCase)
            return Complain(file, string.Join("; ", reading.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Path}: {diagnostic.Message.For(language)}")));
        var versions = Versions(file, scripts);
        var used = versions.Where(rubric => testCase.AppliesTo(rubric.Document.Version)).ToList();
        if (used.Count == 0)
            return Complain(file, language == "zh" ? "没有适用的版本" : "there is no version it is for");
        foreach (var rubric in used)
        {
            if (SubmissionReader.Read(testCase.Submission.Span, rubric) is not { Submission: { } submission, Faults.IsEmpty: true })
                continue; // a case of a refusal
            if (all || submission.Reported is not null)
                audits.Add(new(file, testCase.Name, Scorer.Score(submission, ExplainLevel.None, new() { Versions = versions })));
        }

        return true;
    }

    private static bool Complain(string file, string message)
    {
        Console.Error.WriteLine($"{file}: {message}");
        return false;
    }

    private static ImmutableArray<CompiledRubric> Versions(string file, IScriptCompiler? scripts)
    {
        var scope = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)));
        return scope is null ? [] : [.. Directory.EnumerateFiles(scope, "*.json").Order(StringComparer.Ordinal).Select(path => RubricLoader.Load(File.ReadAllBytes(path), scripts: scripts).Rubric).OfType<CompiledRubric>()];
    }
}

/// <summary>A case audited under one version.</summary>
internal sealed record CaseAudit(string File, string Name, Scorecard Scorecard)
{
    public ImmutableArray<AuditEntry> Entries { get; } = AuditList.Of(Scorecard);
}
