using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Analysis;

/// <summary>What is reached, by place and outcome.</summary>
/// <param name="Outcome">What came of it: <c>true</c>, <c>cap</c>, the name of a band; empty for a branch.</param>
internal sealed record CoverageKey(string Path, TextSpan? Span, string Outcome);

/// <summary>Something to be reached.</summary>
internal sealed record CoverageTarget(CoverageKey Key, CoverageKind Kind, Bilingual What, string? Code);

/// <summary>Lists what there is to be reached in a rubric.</summary>
internal sealed class CoverageTargets
{
    private readonly ImmutableArray<CoverageTarget>.Builder targets = ImmutableArray.CreateBuilder<CoverageTarget>();
    private readonly CompiledRubric rubric;
    private readonly Evaluation blank;

    private CoverageTargets(CompiledRubric rubric)
    {
        this.rubric = rubric;
        blank = new(new Submission { Rubric = rubric, Values = [.. rubric.Inputs.Select(input => Value.Missing(Absence.Of(new(input.Name, null, input.Range))))] });
    }

    public static ImmutableArray<CoverageTarget> Of(CompiledRubric rubric)
    {
        var all = new CoverageTargets(rubric);
        foreach (var param in rubric.Params)
            all.AddBranches(param.Definition.Expression.Path, param.Expression, new($"参数“{param.Definition.Name}”", $"param `{param.Definition.Name}`"), null);
        all.AddRules(rubric.Rules);
        foreach (var item in rubric.Overrides)
            all.Add(CoverageKind.Override, item.Definition.When.Path, "true", new($"一票否决“{item.Definition.Name}”成立", $"override `{item.Definition.Name}` holds"), null);
        foreach (var check in rubric.Checks)
            all.AddCheck(check);
        for (var i = 0; i < rubric.Document.Grades.Length; i++)
            all.Add(CoverageKind.Grade, $"/Grades/{i}", "", new($"等级“{rubric.Document.Grades[i].Name}”", $"grade `{rubric.Document.Grades[i].Name}`"), null);
        return [.. all.targets.DistinctBy(target => target.Key)];
    }

    /// <summary>The expressions of a rule with the places they stand at.</summary>
    public static IEnumerable<(SourcedText Source, Expression Expression)> ExpressionsOf(LinkedRule rule)
    {
        var own = rule.Definition;
        (SourcedText?, Expression?)[] all = [(own.NotApplicableWhen, rule.NotApplicableWhen), (own.ZeroWhen, rule.ZeroWhen), (own.FullWhen, rule.FullWhen), (own.Score, rule.Judged is null ? rule.Score : null), (own.Expression, rule.Condition)];
        return rule.Params.Select(param => (param.Definition.Expression, param.Expression))
            .Concat(all.Where(item => item is (not null, not null)).Select(item => (item.Item1!, item.Item2!))); // filtered
    }

    private void AddRules(ImmutableArray<LinkedRule> rules)
    {
        foreach (var rule in rules)
        {
            var name = new Bilingual($"指标“{rule.Definition.RuleName}”（{rule.Code}）", $"indicator `{rule.Definition.RuleName}` ({rule.Code})");
            AddPaths(rule, name);
            foreach (var (source, expression) in ExpressionsOf(rule))
                AddBranches(source.Path, expression, name, rule.Code);
            AddOutcomes(rule, name);
            AddRules(rule.Rules);
        }
    }

    private void AddPaths(LinkedRule rule, Bilingual name)
    {
        (SourcedText?, string, string)[] paths = [(rule.Definition.NotApplicableWhen, "不适用", "not applicable"), (rule.Definition.ZeroWhen, "不得分", "earns nothing"), (rule.Definition.FullWhen, "得满分", "earns all")];
        foreach (var (source, zh, en) in paths)
        {
            if (source is null)
                continue;
            Add(CoverageKind.Path, source.Path, "true", new($"{name.Zh}：{zh}", $"{name.En}: {en}"), rule.Code);
            Add(CoverageKind.Path, source.Path, "false", new($"{name.Zh}：并非{zh}", $"{name.En}: not so that it {en}"), rule.Code);
        }

        if (rule.Definition.Optional is true)
            Add(CoverageKind.Path, rule.Definition.Path + "/Optional", "true", new($"{name.Zh}：未评", $"{name.En}: left out"), rule.Code);
    }

    private void AddOutcomes(LinkedRule rule, Bilingual name)
    {
        if (rule.Kind != RuleKind.Information && rule.Condition is not null && rule.Definition.Expression is { } condition)
        {
            Add(CoverageKind.Condition, condition.Path, "true", new($"{name.Zh}：成立", $"{name.En}: true"), rule.Code);
            Add(CoverageKind.Condition, condition.Path, "false", new($"{name.Zh}：不成立", $"{name.En}: false"), rule.Code);
        }

        if (rule is { Judged: null, IsScript: false } && rule.Definition.Score is { } score)
            AddCaps(rule, score, name);
        foreach (var band in rule.Judged?.Bands ?? [])
            Add(CoverageKind.Band, rule.Definition.Path + "/Judged", band.Name, new($"{name.Zh}：{band.Name}", $"{name.En}: {band.Name}"), rule.Code);
        if (rule.Judged is not null || rule.Score is not null || rule.Condition is not null || rule.Script is not null)
            Add(CoverageKind.MissingFigures, rule.Definition.Path, "missing", new($"{name.Zh}：数据缺失", $"{name.En}: figures are missing"), rule.Code);
    }

    // A cap that no figures can reach is nothing to be tested: `min(x, 1) * Weight` never exceeds the weight.
    private void AddCaps(LinkedRule rule, SourcedText score, Bilingual name)
    {
        var reach = Reach(rule);
        if (rule.Weight is { } weight && (reach is null || !(reach.Value.High <= weight)))
            Add(CoverageKind.Cap, score.Path, "cap", new($"{name.Zh}：超过分值，按分值计", $"{name.En}: more than its weight, cut to it"), rule.Code);
        if (reach is null || !(reach.Value.Low >= rule.Min))
            Add(CoverageKind.Cap, score.Path, "floor", new($"{name.Zh}：低于最低分，按最低分计（扣完为止）", $"{name.En}: less than the least, raised to it"), rule.Code);
    }

    private Interval? Reach(LinkedRule rule)
    {
        if (rule.IsPerRow || rule.Score is null || rule.ChildrenSymbol is not null)
            return null;
        var instance = new RuleInstance(rule, null) { Weight = rule.Weight };
        blank.Enter(instance);
        return blank.BoundsOf(rule.Score, instance).Numbers;
    }

    private void AddCheck(LinkedCheck check)
    {
        var name = new Bilingual($"勾稽关系“{check.Definition.Name}”", $"check `{check.Definition.Name}`");
        Add(CoverageKind.Check, check.Definition.Path, "passed", new($"{name.Zh}：通过", $"{name.En}: passes"), check.Code);
        Add(CoverageKind.Check, check.Definition.Path, "failed", new($"{name.Zh}：不通过", $"{name.En}: fails"), check.Code);
    }

    private void AddBranches(string path, Expression expression, Bilingual name, string? code)
    {
        foreach (var (branch, when) in Branches(expression.Parsed))
            targets.Add(new(new(path, branch.Span, ""), CoverageKind.Branch, new($"{name.Zh}：{when}", $"{name.En}: {when}"), code));
    }

    private static IEnumerable<(ExpressionSyntax Branch, string When)> Branches(ParsedText parsed)
    {
        return Visit(parsed.Root);

        IEnumerable<(ExpressionSyntax, string)> Visit(SyntaxNode node) => node is LambdaSyntax ? [] : Own(node).Concat(node.Children.SelectMany(Visit));

        IEnumerable<(ExpressionSyntax, string)> Own(SyntaxNode node) => node switch
        {
            ConditionalSyntax choice => [(Bare(choice.WhenTrue), $"{Text(choice.Condition)} ?"), (Bare(choice.WhenFalse), $"{Text(choice.Condition)} :")],
            SwitchSyntax choice => choice.Arms.Select(arm => (Bare(arm.Value), $"{Text(choice.Operand)} {Text(arm.Pattern)}{(arm.When is { } when ? $" when {Text(when)}" : "")}")),
            _ => [],
        };

        string Text(SyntaxNode node) => new StringBuilder(node.Span.Of(parsed.Text).ToString()).Replace("\n", " ").ToString();
    }

    private static ExpressionSyntax Bare(ExpressionSyntax syntax) => syntax is ParenthesizedSyntax { Inner: var inner } ? Bare(inner) : syntax;

    private void Add(CoverageKind kind, string path, string outcome, Bilingual what, string? code) => targets.Add(new(new(path, null, outcome), kind, what, code));
}
