using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Scripting;

/// <summary>Writes docs/scripts.md: what a script may be, and every diagnostic of one.</summary>
public static class ScriptDocs
{
    /// <summary>The document, in both languages; lines end in <c>\n</c>.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Rules in C# · 用 C# 写的指标

            A rule whose `RuleExpressionType` is `CSharpScript` has its `Score` or `Expression` in C#. It is meant for the rare rule that the expression language cannot say;
            its conditions (`NotApplicableWhen`, `ZeroWhen`, `FullWhen`), params and texts stay in the language. Scripts are off until somebody turns them on: `Scripts=true` in the
            settings of the service, `--scripts` on the command line. Where they are off, such a rule fails and says so (PR0056), and every other rule is scored.

            `RuleExpressionType` 为 `CSharpScript` 的指标，其 `Score` 或 `Expression` 用 C# 书写，只用于表达式语言说不清的个别指标；适用条件、参数、文字仍用表达式语言。脚本默认关闭：
            服务设置 `Scripts=true`、命令行加 `--scripts` 后启用；未启用时该指标无法计算并说明原因（PR0056），其余指标照常计分。

            ```csharp
            var worst = 项目.Min(项 => 项.完成率);
            foreach (var 项 in 项目)
                if (项.否决) return 0m;
            return worst >= 0.9m ? Weight : Weight * worst;
            ```

            - Every name that an expression could use there is a property: numbers are `decimal` (money in 元, a percent as its ratio), texts and choices `string`, `bool`, dates `DateOnly`,
              tables `IEnumerable` of rows with a property a column; `Weight`, `Year`, `row` and `children` as in the language. Numbers with decimals end in `m`.
            - It ends with an expression without a semicolon, or with `return`. `Score` gives points, `Expression` true or false.
            - Statements: variables, `if`, `foreach` over rows, `return`. Expressions: arithmetic, comparison, `?:`, `switch`, patterns, lambdas. Members: `Math`, `decimal`, a few of `string` and `DateOnly`, and
              `Sum Count Any All Where Select Min Max Average OrderBy OrderByDescending ThenBy Take Skip First Last Contains` over rows. Nothing else, judged by meaning and not by spelling: no
              loops of any other kind, no types, no functions of its own, no text put together, no way to the machine.
            - It always comes to an end: at most 1,000,000 rows are read in one run, every pass counted.
            - What it reads is missing: the rule is undetermined, and names it. Nobody can say what else a script might come to, so while anything that it reads may still change, its range is all from `Min` to `Weight`.
            - What it reads and does not depend on shows in its sentence; there is no tree of figures, and no branch of it is counted as covered by cases.
            - Each script is compiled into an assembly of its own, which goes when its rubric does. As with any rubric, only a reviewer other than its author publishes one.


            """);
        DiagnosticDocs.WriteSection(page, "Diagnostics · 诊断", ScriptDiagnostics.Catalogue);
        return page.ToString().TrimEnd('\n') + "\n";
    }
}
