using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

internal sealed partial class DocumentValidator
{
    private void CheckRules()
    {
        foreach (var rule in rubric.Rules)
            CheckRule(rule, rule.Kind ?? RuleKind.Scored, isTop: true, isPerRow: false);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in AllRules(rubric.Rules).Where(rule => rule.Code is { } code && !code.Text.Contains("$(", StringComparison.Ordinal)))
        {
            if (!codes.Add(rule.Code!.Text)) // filtered above
                diagnostics.Error("PR0050", rule.Path + "/Code", $"指标代码 `{rule.Code.Text}` 重复", $"the code `{rule.Code.Text}` stands twice");
        }
    }

    private void CheckRule(Rule rule, RuleKind kind, bool isTop, bool isPerRow)
    {
        CheckForm(rule, kind);
        CheckKind(rule, kind, isTop);
        if (rule.ForEach is not null && isPerRow)
            diagnostics.Error("PR0053", rule.Path + "/ForEach", "ForEach 不能嵌套", "ForEach cannot be nested");
        if (rule.Judged is not null)
            CheckJudged(rule, isPerRow || rule.ForEach is not null);
        if (rule.Weight is < 0)
            diagnostics.Error("PR0057", rule.Path + "/Weight", "分值不能为负", "a weight cannot be negative");
        if (rule.Min > (rule.Weight ?? decimal.MaxValue))
            diagnostics.Error("PR0058", rule.Path + "/Min", "最低分大于分值", "Min is greater than Weight");
        if (rule.Min < 0 && kind is RuleKind.Bonus or RuleKind.Penalty)
            diagnostics.Error("PR0061", rule.Path + "/Min", "加分、扣分不能为负，最低为 0", "a Bonus or Penalty is never negative: its least is 0");
        foreach (var child in rule.Rules.Where(child => child.Enabled != false))
            CheckRule(child, child.Kind == RuleKind.Information ? RuleKind.Information : kind, isTop: false, isPerRow || rule.ForEach is not null);
    }

    // Exactly one of Score, Expression, Judged and Rules; Rules may stand beside a Score.
    private void CheckForm(Rule rule, RuleKind kind)
    {
        var hasChildren = rule.Rules.Any(child => child.Enabled != false);
        var own = new[] { rule.Score is not null, rule.Expression is not null, rule.Judged is not null }.Count(has => has);
        if (own == 0 && !hasChildren)
            diagnostics.Error("PR0051", rule.Path, $"`{rule.RuleName}` 须有 Score、Expression、Judged 或 Rules 之一", $"`{rule.RuleName}` needs one of Score, Expression, Judged and Rules");
        else if (own > 1 || (hasChildren && (rule.Expression is not null || rule.Judged is not null)))
            diagnostics.Error("PR0051", rule.Path, $"`{rule.RuleName}` 只能有 Score、Expression、Judged、Rules 之一（Score 可与 Rules 并列）", $"`{rule.RuleName}` may have only one of Score, Expression, Judged and Rules (Score may stand beside Rules)");
        if (kind == RuleKind.Information && (rule.Score is not null || rule.Judged is not null || rule.Weight is not null || rule.WeightExpression is not null))
            diagnostics.Error("PR0052", rule.Path, "Information 只有 Expression，没有分值", "an Information has an Expression and no Weight");
        if (kind == RuleKind.Scored && own > 0 && rule.Weight is null && rule.WeightExpression is null)
            diagnostics.Error("PR0059", rule.Path, $"`{rule.RuleName}` 没有分值", $"`{rule.RuleName}` has no Weight");
    }

    private void CheckKind(Rule rule, RuleKind kind, bool isTop)
    {
        if (!isTop && rule.Kind is { } own && own != kind)
            diagnostics.Error("PR0054", rule.Path + "/Kind", "加分、扣分指标只能在最上层，下级与其相同", "Bonus and Penalty stand at the top level; descendants share the kind");
    }

    private void CheckJudged(Rule rule, bool isPerRow)
    {
        if (isPerRow)
            diagnostics.Error("PR0055", rule.Path + "/Judged", "ForEach 之内不能用 Judged，请用表的列填报评定结果", "Judged cannot stand inside ForEach; use columns of the table instead");
        else if (rule.Code is null || !Names.IsName(rule.Code.Text))
            diagnostics.Error("PR0055", rule.Path, "评定指标需要能作名称的 Code", "a judged rule needs a Code that is a name");
        if (rule.Judged is { Form: JudgedForm.Scale, ScaleName: null, Bands: var bands })
            CheckBands(bands, rule.Path + "/Judged", rule.Path + "/Judged");
    }

    private void CheckWeights()
    {
        var scored = Counted(rubric.Rules).Where(rule => rule.Kind is null or RuleKind.Scored).ToImmutableArray();
        if (!AllRules(scored).Any(rule => rule.Weight is not null || rule.WeightExpression is not null))
            return;
        CheckSum(scored, FullScore, "/Rules", null);
        foreach (var rule in scored)
            CheckWeightsWithin(rule);
    }

    private void CheckWeightsWithin(Rule rule)
    {
        var children = Counted(rule.Rules).Where(child => child.Kind != RuleKind.Information).ToImmutableArray();
        if (children.IsEmpty)
            return;
        if (rule.Score is null && rule.Weight is { } weight)
            CheckSum(children, weight, rule.Path, rule.RuleName.Text);
        foreach (var child in children)
            CheckWeightsWithin(child);
    }

    private static IEnumerable<Rule> Counted(ImmutableArray<Rule> rules) => rules.Where(rule => rule.Enabled != false);

    private void CheckSum(ImmutableArray<Rule> rules, decimal whole, string path, string? name)
    {
        if (rules.Any(rule => WeightOf(rule) is null))
            return; // rows give it; the scorer checks
        var sum = rules.Sum(rule => WeightOf(rule) ?? 0);
        if (sum == whole)
            return;
        var (zh, en) = name is null ? ("各一级指标", "the top-level weights") : ($"`{name}` 的下级指标", $"the weights below `{name}`");
        var (off, offEn) = sum > whole ? ($"多出 {CanonicalRubric.Plain(sum - whole)}", $"{CanonicalRubric.Plain(sum - whole)} too many") : ($"少 {CanonicalRubric.Plain(whole - sum)}", $"{CanonicalRubric.Plain(whole - sum)} too few");
        diagnostics.Error("PR0060", path, $"{zh}分值合计 {CanonicalRubric.Plain(sum)}，应为 {CanonicalRubric.Plain(whole)}，{off}", $"{en} add up to {CanonicalRubric.Plain(sum)} where {CanonicalRubric.Plain(whole)} is due: {offEn}");
    }

    // Its own, or the sum of its children's; null where rows give it.
    private static decimal? WeightOf(Rule rule)
    {
        if (rule.ForEach is not null)
            return null; // its weight is that of one row
        if (rule.Weight is not null || rule.WeightExpression is not null)
            return rule.Weight;
        var children = Counted(rule.Rules).Where(child => child.Kind != RuleKind.Information).ToList();
        return children.Exists(child => WeightOf(child) is null) ? null : children.Sum(child => WeightOf(child) ?? 0);
    }
}
