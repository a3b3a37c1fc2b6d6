using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>A folder of packs with the Luohu rubric and a version of it that scores two indicators otherwise; gone when disposed of.</summary>
internal sealed class TwoVersions : IDisposable
{
    public const string Later = "2.0.0";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("perfeval-packs-");

    public TwoVersions()
    {
        var folder = root.CreateSubdirectory("440303-luohu/2020/department").FullName;
        var changed = Luohu.Edit(Luohu.Edit(Luohu.Rubric.Document, "LH13", "Weight / 3"), "LH16", "Weight * 0.7");
        File.WriteAllBytes(Path.Combine(folder, "1.0.0.json"), Luohu.Document);
        File.WriteAllBytes(Path.Combine(folder, Later + ".json"), CanonicalRubric.Write(changed with { Version = Later }));
    }

    public string Folder => root.FullName;

    public void Dispose() => root.Delete(recursive: true);
}
