using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Something wrong with a workflow or its inputs, found before any rule is executed.</summary>
/// <param name="Path">JSON Pointer into {workflows, workflowName, inputs}.</param>
public sealed record WorkflowFault(string Code, string Path, Bilingual Message);

/// <summary>The faults of workflows, one method per code.</summary>
public static class WorkflowFaults
{
    /// <summary>Every code, in order; docs/problems.md is written from it.</summary>
    public static ImmutableArray<CatalogueEntry> Catalogue { get; } =
    [
        new("PW0001", new("工作流没有名称", "a workflow has no name")),
        new("PW0002", new("没有规则", "there are no rules")),
        new("PW0003", new("规则没有名称", "a rule has no name")),
        new("PW0004", new("没有这个运算", "no such operator")),
        new("PW0005", new("规则既无表达式也无运算", "a rule has neither expression nor operator")),
        new("PW0006", new("有子规则而无运算", "there are child rules and no operator")),
        new("PW0007", new("名称已被使用", "a name is taken")),
        new("PW0008", new("没有这个工作流或规则", "no such workflow or rule")),
        new("PW0009", new("工作流互相引入", "workflows inject each other")),
        new("PW0010", new("JSON 类型不符，或该值不受支持", "the wrong JSON type, or a value that is not supported")),
        new("PW0011", new("没有这个动作", "no such action")),
        new("PW0012", new("输入值无法使用", "an input value that cannot be used")),
        new("PW0013", new("工作量超过上限", "too much work")),
    ];

    internal static WorkflowFault NoName(string path) => new("PW0001", path, new("工作流没有 WorkflowName", "the workflow has no WorkflowName"));

    internal static WorkflowFault NoRules(string path) =>
        new("PW0002", path, new("Rules 与 WorkflowsToInject 至少要有一个", "there has to be at least one of Rules and WorkflowsToInject"));

    internal static WorkflowFault NoRuleName(string path) => new("PW0003", path, new("规则没有 RuleName", "the rule has no RuleName"));

    internal static WorkflowFault NoSuchOperator(string path, string written) => new("PW0004", path, new(
        $"运算 `{written}` 不是 And、AndAlso、Or、OrElse 之一", $"the operator `{written}` is none of And, AndAlso, Or, OrElse"));

    internal static WorkflowFault NoExpression(string path) => new("PW0005", path, new("没有 Operator 的规则须有 Expression", "a rule without Operator needs an Expression"));

    internal static WorkflowFault ChildrenWithoutOperator(string path) => new("PW0006", path, new("有 Rules 的规则须有 Operator", "a rule with Rules needs an Operator"));

    internal static WorkflowFault NameTaken(string path, string name) => new("PW0007", path, new($"名称 `{name}` 已被使用", $"the name `{name}` is taken"));

    internal static WorkflowFault NotFound(string path, string name, IEnumerable<string> known) => new("PW0008", path, Spelling.FindNearest(name, known) is { } nearest
        ? new($"没有 `{name}`，是否指 `{nearest}`", $"there is no `{name}`, did you mean `{nearest}`")
        : new($"没有 `{name}`", $"there is no `{name}`"));

    internal static WorkflowFault Cycle(string path, string name) => new("PW0009", path, new($"引入 `{name}` 成环", $"injecting `{name}` makes a circle"));

    internal static WorkflowFault WrongType(string path, Bilingual needed) => new("PW0010", path, new($"此处应为{needed.Zh}", $"{needed.En} is needed here"));

    internal static WorkflowFault NoAction(string path, string name) => new("PW0011", path, new(
        $"没有动作 `{name}`，有 OutputExpression 和 EvaluateRule", $"there is no action `{name}`, there are OutputExpression and EvaluateRule"));

    internal static WorkflowFault BadInput(string path, Bilingual reason) => new("PW0012", path, reason);

    internal static WorkflowFault TooMuch(string path, Bilingual what) => new("PW0013", path, what);

    internal static WorkflowFault OfExpression(string path, Diagnostic found)
    {
        var column = (found.Span.Start + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(found.Code, path, new($"第 {column} 个字符：{found.Message.Zh}", $"character {column}: {found.Message.En}"));
    }
}
