using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>The changes that give a name another one.</summary>
/// <param name="Changes">By position, not overlapping; empty when refused.</param>
/// <param name="Obstacle">Why it cannot be done, or null.</param>
public sealed record Renaming(ImmutableArray<TextChange> Changes, Bilingual? Obstacle)
{
    /// <summary>Nothing is changed.</summary>
    public static Renaming Refused(Bilingual obstacle) => new([], obstacle);

    /// <summary>Why a name cannot be given in a scope: it is no name, a word of the language, or taken; null: it can.</summary>
    public static Bilingual? FindObstacle(string newName, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(newName);
        ArgumentNullException.ThrowIfNull(scope);
        var normal = Names.Normalize(newName);
        if (!Names.IsName(newName) || ReservedNames.Contains(normal))
            return new($"`{newName}` 不能用作名称：名称由文字、数字和下划线组成，不以数字开头，也不能是关键字", $"`{newName}` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in");
        return scope.Find(normal) is null ? null : new($"名称 `{newName}` 已被使用", $"the name `{newName}` is already taken");
    }
}
