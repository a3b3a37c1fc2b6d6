using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Storage.Packs;

/// <summary>One rubric file of a pack folder, with what loading it gave.</summary>
/// <param name="Path">Path below the folder, with forward slashes: <c>440303-luohu/2020/department/1.0.0.json</c>.</param>
/// <param name="Loaded">The rubric, or the diagnostics for which it does not serve.</param>
/// <param name="Utf8">The file's bytes.</param>
public sealed record Pack(string Path, LoadedRubric Loaded, ReadOnlyMemory<byte> Utf8);

/// <summary>One case file beside the versions of a rubric.</summary>
/// <param name="Path">Path below the folder, with forward slashes.</param>
/// <param name="Scope">Path of the folder that holds the versions it is for: <c>440303-luohu/2020/department</c>.</param>
/// <param name="Utf8">The file's bytes.</param>
public sealed record PackCase(string Path, string Scope, ReadOnlyMemory<byte> Utf8);
