using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

internal sealed partial class DocumentComparer
{
    private void CompareRules(JsonObject old, JsonObject @new)
    {
        var match = RuleMatching.Of(RuleNode.Of(old), RuleNode.Of(@new), oldUtf8, newUtf8);
        foreach (var gone in match.Removed.Where(rule => rule.Parent is null || !match.IsRemoved(rule.Parent)))
            Report(Site(gone, gone), new(ChangeKind.Removed, Weighing(gone)), ChangeWords.Removed(Site(gone, gone).Name, Inside(gone).Zh, Inside(gone).En), null, (gone.Json, null));
        var moved = match.Reordered();
        foreach (var rule in match.New)
        {
            if (match.OldOf(rule) is { } earlier)
                ComparePair(earlier, rule, match, moved);
            else if (rule.Parent is null || match.OldOf(rule.Parent) is not null)
                Report(Site(rule, rule), new(ChangeKind.Added, Weighing(rule)), ChangeWords.Added(Site(rule, rule).Name, Inside(rule).Zh, Inside(rule).En), null, (null, rule.Json));
        }
    }

    private void ComparePair(RuleNode old, RuleNode @new, RuleMatching match, HashSet<RuleNode> moved)
    {
        var site = Site(old, @new);
        var isRecoded = old.Code != @new.Code;
        if (isRecoded && (old.HasCode || @new.HasCode || old.Name != @new.Name))
            Report(site, new(ChangeKind.Recoded, VersionPart.Major), ChangeWords.Recoded(site.Name, old.Code, @new.Code), "Code", (old.Json.Find("Code"), @new.Json.Find("Code")));
        if (!match.IsSameParent(old, @new))
            Report(site, new(ChangeKind.Moved, VersionPart.Major), ChangeWords.Moved(site.Name, @new.Parent is { } parent ? Site(parent, parent).Name : new("指标体系", "the rubric")));
        else if (moved.Contains(@new))
            Report(site, new(ChangeKind.Moved, VersionPart.Patch), ChangeWords.Reordered(site.Name));
        if (!isRecoded && old.HasCode != @new.HasCode)
            Report(site, Rewritten, ChangeWords.Rewritten(site.Of("指标代码", "Code")), "Code", (old.Json.Find("Code"), @new.Json.Find("Code")));
        CompareObjects("Rule", old.Json, @new.Json, site, "");
    }

    // A parent may leave its weight to its children.
    private void CompareWeights((JsonNode? Old, JsonNode? New) values, ChangeSite site, (JsonObject Old, JsonObject New) rules)
    {
        if (values.Old is null != values.New is null && RuleNode.WeightOf(rules.Old) is { } weight && weight == RuleNode.WeightOf(rules.New))
            Report(site, Rewritten, ChangeWords.Rewritten(site.Of("分值", "Weight")), "Weight", values);
        else
            ReportProperty("Rule", "分值", "Weight", values, site);
    }

    // What is switched off or only shown takes no part in the total.
    private static VersionPart Weighing(RuleNode rule) => rule switch
    {
        { IsOff: true } => VersionPart.Patch,
        { IsInformation: true } => VersionPart.Minor,
        _ => VersionPart.Major,
    };

    private static (string Zh, string En) Inside(RuleNode rule)
    {
        var weight = RuleNode.WeightOf(rule.Json) is { } points ? ($"，分值 {CanonicalRubric.Plain(points)}", $", weight {CanonicalRubric.Plain(points)}") : ("", "");
        return rule.Descendants == 0 ? weight : ($"{weight.Item1}，含下级指标 {rule.Descendants} 个", $"{weight.Item2}, with {rule.Descendants} below it");
    }

    private static ChangeSite Site(RuleNode old, RuleNode @new) => ChangeSite.OfRule(@new.Code, @new.Name, old.Path, @new.Path);
}
