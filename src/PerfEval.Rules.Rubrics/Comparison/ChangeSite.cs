using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>Where in the two documents the comparison stands.</summary>
/// <param name="Name">How it is called in a message; empty for the rubric itself.</param>
internal sealed record ChangeSite(ChangeSubject Subject, string Key, Bilingual Name, string? RuleCode, string OldPath, string NewPath)
{
    public static ChangeSite Root { get; } = new(ChangeSubject.Rubric, "", Bilingual.Same(""), null, "", "");

    /// <summary>Something inside, by its key.</summary>
    public ChangeSite Inside(ChangeSubject subject, string key, string oldPath, string newPath, string? shown = null)
    {
        var word = ChangeWords.Of(subject);
        return this with
        {
            Subject = subject,
            Key = key,
            Name = Join(new($"{word.Zh}“{shown ?? key}”", $"{word.En} `{shown ?? key}`")),
            OldPath = oldPath,
            NewPath = newPath,
        };
    }

    /// <summary>A rule; rules are named by themselves, not by those around them.</summary>
    public static ChangeSite OfRule(string code, string name, string oldPath, string newPath) => new(
        ChangeSubject.Rule,
        code,
        code == name ? new($"指标“{name}”", $"indicator `{name}`") : new($"指标“{name}”（{code}）", $"indicator `{name}` ({code})"),
        code,
        oldPath,
        newPath);

    /// <summary>A property of it, <c>Weight</c>.</summary>
    public Bilingual Of(string title, string property) => Join(new(title, $"`{property}`"));

    private Bilingual Join(Bilingual own) =>
        Name.En.Length == 0 ? own : new($"{Name.Zh}的{own.Zh}", $"{Name.En}, {own.En}");
}

/// <summary>The words of changes.</summary>
internal static class ChangeWords
{
    public static Bilingual Of(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Rubric => new("指标体系", "rubric"),
        ChangeSubject.Rule => new("指标", "indicator"),
        ChangeSubject.Input => new("数据项", "input"),
        ChangeSubject.Column => new("列", "column"),
        ChangeSubject.Param => new("参数", "param"),
        ChangeSubject.Table => new("常量表", "table"),
        ChangeSubject.Row => new("行", "row"),
        ChangeSubject.Scale => new("定性分档", "scale"),
        ChangeSubject.Band => new("档次", "band"),
        ChangeSubject.Grade => new("等级", "grade"),
        ChangeSubject.Override => new("一票否决", "override"),
        _ => new("勾稽关系", "check"),
    };

    public static Bilingual Changed(Bilingual what, ShownValue? before, ShownValue? after) => (before, after) switch
    {
        (null, { } added) => new($"新增{what.Zh}：{added.Zh}", $"{what.En} added: {added.En}"),
        ({ } removed, null) => new($"删去{what.Zh}（原为 {removed.Zh}）", $"{what.En} removed (it was {removed.En})"),
        ({ } old, { } @new) => new($"{what.Zh}由 {old.Zh} 改为 {@new.Zh}", $"{what.En} changed from {old.En} to {@new.En}"),
        _ => new($"{what.Zh}有修改", $"{what.En} changed"),
    };

    public static Bilingual Figures(Bilingual what, IEnumerable<(string Old, string New)> figures)
    {
        var pairs = figures.Distinct().ToList();
        return new(
            $"{what.Zh}中 {string.Join("，", pairs.Select(pair => $"{pair.Old} 改为 {pair.New}"))}",
            $"in {what.En}: {string.Join(", ", pairs.Select(pair => $"{pair.Old} became {pair.New}"))}");
    }

    public static Bilingual Rewritten(Bilingual what) => new($"{what.Zh}的写法有变化，含义不变", $"{what.En} is written otherwise and means the same");

    public static Bilingual Reworded(Bilingual what) => new($"{what.Zh}的文字有修改", $"the wording of {what.En} changed");

    public static Bilingual Added(Bilingual what, string zh, string en) => new($"新增{what.Zh}{zh}", $"{what.En} added{en}");

    public static Bilingual Removed(Bilingual what, string zh, string en) => new($"删去{what.Zh}{zh}", $"{what.En} removed{en}");

    public static Bilingual Reordered(Bilingual what) => new($"{what.Zh}的先后次序有变化", $"{what.En} stands in another place among its neighbours");

    public static Bilingual Moved(Bilingual what, Bilingual where) => new($"{what.Zh}移到{where.Zh}之下", $"{what.En} moved below {where.En}");

    public static Bilingual Recoded(Bilingual what, string old, string @new) => new($"{what.Zh}的代码由 {old} 改为 {@new}", $"the code of {what.En} changed from {old} to {@new}");
}
