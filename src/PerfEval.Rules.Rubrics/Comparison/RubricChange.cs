using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>What of a rubric a change is about.</summary>
public enum ChangeSubject
{
    /// <summary>The rubric as a whole (指标体系).</summary>
    Rubric,

    /// <summary>An indicator (指标).</summary>
    Rule,

    /// <summary>An input (数据项).</summary>
    Input,

    /// <summary>A column of an input or of a constant table (列).</summary>
    Column,

    /// <summary>A named value (参数).</summary>
    Param,

    /// <summary>A constant table (常量表).</summary>
    Table,

    /// <summary>A row of a constant table (行).</summary>
    Row,

    /// <summary>A qualitative scale (定性分档).</summary>
    Scale,

    /// <summary>A band of a scale (档次).</summary>
    Band,

    /// <summary>A grade (等级).</summary>
    Grade,

    /// <summary>A rubric-wide veto (一票否决).</summary>
    Override,

    /// <summary>A check (勾稽关系).</summary>
    Check,
}

/// <summary>What happened to it.</summary>
public enum ChangeKind
{
    /// <summary>It is new (新增).</summary>
    Added,

    /// <summary>It is gone (删去).</summary>
    Removed,

    /// <summary>It stands elsewhere (移动).</summary>
    Moved,

    /// <summary>It has another code (改代码).</summary>
    Recoded,

    /// <summary>Its points (分值).</summary>
    Weight,

    /// <summary>How it is computed (算法).</summary>
    Expression,

    /// <summary>A figure that something is compared with, alone (标准值).</summary>
    Threshold,

    /// <summary>Any other setting (设置).</summary>
    Setting,

    /// <summary>It is written otherwise and means the same (改写).</summary>
    Rewritten,

    /// <summary>Wording (文字).</summary>
    Text,
}

/// <summary>The part of a version number that a change must raise at least, in rising order.</summary>
public enum VersionPart
{
    /// <summary>None: what is scored and shown stays the same.</summary>
    None,

    /// <summary>The third: wording only.</summary>
    Patch,

    /// <summary>The second: scores may differ and can still be compared.</summary>
    Minor,

    /// <summary>The first: scores cannot be compared with the earlier ones.</summary>
    Major,
}

/// <summary>One difference between two versions of a rubric, in words. Immutable.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Key">Its key: the code of a rule or check, the name of anything else, empty for the rubric itself.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Consequence">Which part of the version it raises.</param>
/// <param name="Message">The change in one line.</param>
public sealed record RubricChange(ChangeSubject Subject, string Key, ChangeKind Kind, VersionPart Consequence, Bilingual Message)
{
    /// <summary>The code of the rule that it is about or lies within; null: none.</summary>
    public string? RuleCode { get; init; }

    /// <summary>The property, <c>Rounding.Total.Digits</c>; null where the whole was added, removed or moved.</summary>
    public string? Property { get; init; }

    /// <summary>The old text or figure; null: there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The new text or figure; null: there is none.</summary>
    public string? After { get; init; }

    /// <summary>JSON Pointer in the old document; null for what is new.</summary>
    public string? OldPath { get; init; }

    /// <summary>JSON Pointer in the new document; null for what is gone.</summary>
    public string? NewPath { get; init; }

    /// <summary>The message in English, for logs and tests.</summary>
    public override string ToString() => Message.En;
}
