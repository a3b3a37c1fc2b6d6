using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Storage.Rubrics;

public sealed partial class RubricStore
{
    /// <summary>
    /// Publishes every pack whose version is absent, with the cases that name it, in one transaction; processes that start together import once. What is
    /// already published stays as it is: of such a version only cases with new names are added. Packs that did not load are passed over.
    /// </summary>
    /// <param name="packs">Each version at most once.</param>
    /// <returns>The packs whose version is published with another content.</returns>
    public Task<ImmutableArray<PackConflict>> ImportAsync(ImmutableArray<Pack> packs, ImmutableArray<PackCase> cases, DateTimeOffset at, CancellationToken cancellation)
    {
        var imports = packs
            .Where(pack => pack.Loaded.Rubric is not null)
            .OrderBy(pack => SemanticVersion.Of(pack.Loaded.Rubric!.Document.Version)) // filtered
            .Select(pack => Import.Of(pack, cases))
            .ToImmutableArray();
        return database.Writes.WriteAsync(session => ImportAll(session, imports, Timestamp.Write(at), at), cancellation);
    }

    private static ImmutableArray<PackConflict> ImportAll(WriteSession session, ImmutableArray<Import> imports, string time, DateTimeOffset at)
    {
        var conflicts = ImmutableArray.CreateBuilder<PackConflict>();
        var added = 0;
        foreach (var import in imports)
        {
            var (rubric, version) = (import.Document.WorkflowName, import.Document.Version);
            var stored = session.Scalar<string>("SELECT hash FROM rubric_version WHERE rubric = @rubric AND version = @version", new { rubric, version });
            if (stored is not null && stored != import.Hash)
            {
                conflicts.Add(new(import.Path, version, import.Hash, stored));
                continue;
            }

            if (stored is null)
            {
                added += Publish(session, import, time);
                session.Record(new(at, Actor.Service, "rubric.imported", $"{rubric}@{version}", import.Hash));
            }

            foreach (var (name, utf8) in import.Cases)
                added += AddCase(session, rubric, version, name, utf8);
        }

        if (added > 0)
            CountChange(session);
        return conflicts.ToImmutable();
    }

    private static int Publish(WriteSession session, Import import, string time) => session.Execute(
        """
        INSERT INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, author_id, author_name, comment, published_at)
        VALUES (@rubric, @Version, (SELECT coalesce(max(number), 0) + 1 FROM rubric_version WHERE rubric = @rubric),
            @region, @Year, @Scope, @Folder, @Hash, @Utf8, 'pack', @Id, @Name, '', @time)
        """,
        new
        {
            rubric = import.Document.WorkflowName,
            import.Document.Version,
            region = import.Document.Region.Code,
            import.Document.Year,
            import.Document.Scope,
            import.Folder,
            import.Hash,
            import.Utf8,
            Actor.Service.Id,
            Actor.Service.Name,
            time,
        });

    private static int AddCase(WriteSession session, string rubric, string version, string name, byte[] text) => session.Execute(
        "INSERT INTO rubric_case (rubric, version, name, text) VALUES (@rubric, @version, @name, @text) ON CONFLICT DO NOTHING",
        new { rubric, version, name, text });

    private sealed record Import(string Path, string Folder, Rubric Document, string Hash, byte[] Utf8, ImmutableArray<(string Name, byte[] Utf8)> Cases)
    {
        public static Import Of(Pack pack, ImmutableArray<PackCase> cases)
        {
            var rubric = pack.Loaded.Rubric!; // only packs that loaded are imported
            var scope = pack.Path[..Math.Max(0, pack.Path.LastIndexOf('/'))];
            var own = cases.Where(file => file.Scope == scope && CaseReader.Read(file.Utf8).Case?.AppliesTo(rubric.Document.Version) == true);
            return new(
                pack.Path,
                pack.Path[..pack.Path.IndexOf('/', StringComparison.Ordinal)],
                rubric.Document,
                rubric.Hash,
                pack.Utf8.ToArray(),
                [.. own.Select(file => (System.IO.Path.GetFileNameWithoutExtension(file.Path), file.Utf8.ToArray()))]);
        }
    }
}
