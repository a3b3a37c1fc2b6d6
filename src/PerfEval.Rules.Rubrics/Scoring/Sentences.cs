using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>What the scorecard says of a rule, one sentence in each language: what was won or lost, and why.</summary>
internal static class Sentences
{
    private const int MostDigits = 4;

    /// <summary>The names of what is missing, each once; a gap without a name tells its reason elsewhere.</summary>
    public static IEnumerable<string> Names(Absence absence) => absence.Gaps.Select(gap => gap.Name).Where(name => name.Length > 0).Distinct();

    public static Bilingual CheckFails(string expression) => new($"不成立：{expression}", $"does not hold: {expression}");

    public static Bilingual CheckDiffers(string left, string right, string difference) =>
        new($"{left} 与 {right} 不符，相差 {difference}", $"{left} against {right}: they differ by {difference}");

    public static Bilingual CheckLacks(Absence absence) => Lacks(absence);

    /// <summary>Both figures, where the weights of rules do not add up to what is due; null where they do, or one is not known. The residue of a division decides nothing.</summary>
    public static Bilingual? WeightsThatDoNotAddUp(List<RuleInstance> rules, decimal due)
    {
        if (rules.Exists(static rule => rule.Weight is null))
            return null;
        var (sum, weight) = (Rounding.Exact(rules.Sum(static rule => rule.Weight ?? 0)), Rounding.Exact(due));
        return sum == weight
            ? null
            : new($"各行分值合计 {LinkingDiagnostics.Show(sum)}，应为 {LinkingDiagnostics.Show(weight)}", $"the rows' weights add up to {LinkingDiagnostics.Show(sum)} where {LinkingDiagnostics.Show(weight)} is due");
    }

    /// <summary>What was won or lost and why.</summary>
    public static Bilingual Why(Sentence sentence, RuleInstance rule, Facts facts)
    {
        if (HasPlainFullMarks(rule))
            return rule.Rule.FullMarks;
        switch (rule.Status)
        {
            case RuleStatus.NotApplicable:
                sentence.Add(NotApplicable(rule));
                break;
            case RuleStatus.Undetermined:
                sentence.Add(Undetermined(rule));
                break;
            case RuleStatus.Failed:
                sentence.Add($"无法计算：{rule.Fault?.Zh}", $"cannot be computed: {rule.Fault?.En}");
                break;
            default:
                AddScored(sentence, rule, facts);
                break;
        }

        if (rule.Overruled)
            sentence.Add("（上级指标已定分，不计入）", " (not counted: the rule above decides)");
        return sentence.Take();
    }

    /// <summary>What is said of a rule that earns all of its weight.</summary>
    public static Bilingual FullMarks(decimal weight) => AddFullMarks(new(), weight).Take();

    private static Sentence AddFullMarks(Sentence sentence, decimal points) => sentence.Add("得满分 ", "all ").Add(points).Add(" 分", " points");

    // Half the rules of a good report: an assessor's points, all of them.
    private static bool HasPlainFullMarks(RuleInstance rule) =>
        rule is { Status: RuleStatus.Scored, Decision: Decision.Computed, Overruled: false, IsScoredKind: true, Children.Count: 0, Rule.Facts.IsEmpty: true, Score: { } score, Weight: { } weight }
        && score == weight && rule.EffectiveWeight == weight;

    private static void AddScored(Sentence sentence, RuleInstance rule, Facts facts)
    {
        if (rule.Rule.Kind == RuleKind.Information)
            sentence.Add("供参考", "for information");
        else
            AddEarned(sentence, rule);
        switch (rule.Decision)
        {
            case Decision.Computed:
                facts.AddTo(sentence, rule);
                break;
            case var _ when rule.Rule.Kind == RuleKind.Information:
                break;
            case Decision.Zero:
                sentence.Add("：符合不得分条件（", ": it earns nothing when ").Add(rule.Rule.ZeroWhen!.Parsed.Text).Add("）", ""); // it holds, so it is there
                break;
            case Decision.Full:
                sentence.Add("：符合直接得满分条件（", ": it earns all when ").Add(rule.Rule.FullWhen!.Parsed.Text).Add("）", ""); // likewise
                break;
            default:
                sentence.Add($"：不适用（{rule.Reason?.Zh}），按规定得满分", $": not applicable ({rule.Reason?.En}), which counts as full marks");
                break;
        }
    }

    private static void AddEarned(Sentence sentence, RuleInstance rule)
    {
        var score = rule.Score ?? 0;
        var weight = rule.EffectiveWeight ?? rule.Weight ?? 0;
        _ = rule.Rule.Kind switch
        {
            RuleKind.Bonus => sentence.Add("加 ", "adds ").Add(score).Add(" 分", ""),
            RuleKind.Penalty => sentence.Add("扣 ", "takes ").Add(score).Add(" 分", ""),
            _ when score == weight => AddFullMarks(sentence, score),
            _ when score == 0 => sentence.Add("不得分，扣 ", "0 of ").Add(weight).Add(" 分", " points"),
            _ => AddPart(sentence, score, weight),
        };
    }

    // The order of the figures differs between the languages.
    private static Sentence AddPart(Sentence sentence, decimal score, decimal weight)
    {
        var (points, full, lost) = (Points(score), Points(weight), Points(weight - score));
        return sentence.Add($"得 {points} 分，扣 {lost} 分（满分 {full} 分）", $"{points} of {full} points, {lost} lost");
    }

    private static Bilingual NotApplicable(RuleInstance rule)
    {
        var where = rule.Redistributes ? new Bilingual("分值由同级指标分担", "its weight goes to its siblings") : new Bilingual("分值不计入", "its weight does not count");
        return new($"不适用：{rule.Reason?.Zh}；{where.Zh}", $"not applicable: {rule.Reason?.En}; {where.En}");
    }

    private static Bilingual Undetermined(RuleInstance rule)
    {
        var lacks = Lacks(rule.Missing);
        if (rule.Range is not { } range)
            return lacks;
        var (min, max) = (Points(range.Min), Points(range.Max));
        return new($"{lacks.Zh}，得分在 {min} 至 {max} 之间", $"{lacks.En}; the score lies between {min} and {max}");
    }

    private static Bilingual Lacks(Absence absence)
    {
        var absent = absence.Gaps.Where(gap => gap.Reason is null && !gap.IsBound).Select(gap => gap.Name).Distinct().ToList();
        var bound = absence.Gaps.Where(gap => gap.Reason is null && gap.IsBound).Select(gap => gap.Name).Distinct().ToList();
        var reasons = absence.Gaps.Where(gap => gap.Reason is not null).Select(gap => gap.Reason!).Distinct().ToList(); // filtered
        var zh = new List<string>();
        var en = new List<string>();
        if (absent.Count > 0)
            (zh, en) = ([.. zh, $"缺少{string.Join("、", absent)}"], [.. en, $"{string.Join(", ", absent)} missing"]);
        if (bound.Count > 0)
            (zh, en) = ([.. zh, $"{string.Join("、", bound)}只给出范围"], [.. en, $"only a bound is given for {string.Join(", ", bound)}"]);
        foreach (var reason in reasons)
            (zh, en) = ([.. zh, reason.Zh], [.. en, reason.En]);
        return zh.Count == 0 ? new("数据不全", "data are missing") : new(string.Join("；", zh), string.Join("; ", en));
    }

    /// <summary>Points as written in a sentence.</summary>
    public static string Points(decimal points) => Shown(points).ToString(CultureInfo.InvariantCulture);

    /// <summary>Points with the digits that a sentence shows: at most two more than any rubric rounds to.</summary>
    public static decimal Shown(decimal points) => Decimals.Trim(points.Scale <= MostDigits ? points : decimal.Round(points, MostDigits, MidpointRounding.AwayFromZero));
}
