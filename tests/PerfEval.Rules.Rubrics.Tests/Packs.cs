using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests;

/// <summary>The packs that ship with the product.</summary>
internal static class Packs
{
    /// <summary>The folder <c>rubrics</c> beside the solution.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "rubrics");

    public static CompiledRubric Load(string path)
    {
        var loaded = RubricLoader.Load(File.ReadAllBytes(Path.Combine(Folder, path)), path);
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric!;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PerfEval.Rules.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the solution is not above the tests");
        return folder;
    }
}
