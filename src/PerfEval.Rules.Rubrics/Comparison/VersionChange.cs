using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>Which version number the changes of a rubric call for, and why.</summary>
/// <param name="Part">The part that must be raised at least.</param>
/// <param name="Least">The lowest version number allowed; the old one where nothing changed but the number.</param>
/// <param name="Changes">All changes.</param>
public sealed record VersionChange(VersionPart Part, string Least, ImmutableArray<RubricChange> Changes)
{
    /// <summary>The changes that call for it.</summary>
    public ImmutableArray<RubricChange> Reasons => Part == VersionPart.None ? [] : [.. Changes.Where(change => change.Consequence == Part)];

    /// <summary>The rule by which the part was chosen, in words.</summary>
    public Bilingual Rule => Part switch
    {
        VersionPart.Major => new("指标、分值或满分有变化，得分与旧版本不可比：主版本号加一", "indicators, weights or the total changed, so scores cannot be compared with earlier ones: a new major version"),
        VersionPart.Minor => new("标准值、数据项或算法有变化，得分可能不同：次版本号加一", "thresholds, inputs or expressions changed, so scores may differ: a new minor version"),
        VersionPart.Patch => new("只有文字变化，得分不变：修订号加一", "only wording changed, scores stay the same: a new patch version"),
        _ => new("内容没有变化", "nothing changed"),
    };

    /// <summary>Compares two rubrics and draws the consequence.</summary>
    public static VersionChange Of(Rubric old, Rubric @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        var changes = RubricComparison.Compare(old, @new);
        var part = changes.Select(change => change.Consequence).DefaultIfEmpty().Max();
        return new(part, Raise(old.Version, part), changes);
    }

    /// <summary>Whether a version number is high enough.</summary>
    public bool Allows(string version) => SemanticVersion.Of(version) >= SemanticVersion.Of(Least);

    private static string Raise(string version, VersionPart part)
    {
        var old = SemanticVersion.Of(version);
        return part switch
        {
            VersionPart.Major => Write(old.Major + 1, 0, 0),
            VersionPart.Minor => Write(old.Major, old.Minor + 1, 0),
            VersionPart.Patch => Write(old.Major, old.Minor, old.Patch + 1),
            _ => version,
        };
    }

    private static string Write(int major, int minor, int patch) => string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}");
}
