using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>What can be said of a document without binding its expressions: names, ranges, the shape of the tree, weights that add up.</summary>
internal sealed partial class DocumentValidator
{
    private readonly Rubric rubric;
    private readonly RubricDiagnosticBag diagnostics;

    private DocumentValidator(Rubric rubric, RubricDiagnosticBag diagnostics)
    {
        this.rubric = rubric;
        this.diagnostics = diagnostics;
    }

    private decimal FullScore => rubric.FullScore ?? 100;

    public static void Validate(Rubric rubric, string? filePath, RubricDiagnosticBag diagnostics)
    {
        var validator = new DocumentValidator(rubric, diagnostics);
        validator.CheckIdentity();
        if (filePath is not null)
            validator.CheckFilePath(filePath);
        validator.CheckTotals();
        validator.CheckNames();
        validator.CheckInputs();
        validator.CheckTables();
        validator.CheckScales();
        validator.CheckRules();
        validator.CheckWeights();
    }

    private void CheckIdentity()
    {
        if (rubric.Version.Length > 0 && !Semver().IsMatch(rubric.Version))
            diagnostics.Error("PR0020", "/Version", $"`{rubric.Version}` 不是版本号，应如 1.0.0", $"`{rubric.Version}` is no semantic version such as 1.0.0");
        if (rubric.Supersedes is { } previous && !Semver().IsMatch(previous))
            diagnostics.Error("PR0020", "/Supersedes", $"`{previous}` 不是版本号，应如 1.0.0", $"`{previous}` is no semantic version such as 1.0.0");
        if (rubric.Region.Code.Length > 0 && !RegionCode().IsMatch(rubric.Region.Code))
            diagnostics.Error("PR0021", "/Region/Code", $"地区代码 `{rubric.Region.Code}` 应为 6 位数字（GB/T 2260）", $"the region code `{rubric.Region.Code}` must be 6 digits (GB/T 2260)");
        var name = string.Create(CultureInfo.InvariantCulture, $"{rubric.Region.Code}/{rubric.Year}/{rubric.Scope}");
        if (rubric.WorkflowName.Length > 0 && rubric.WorkflowName != name)
            diagnostics.Error("PR0022", "/WorkflowName", $"WorkflowName `{rubric.WorkflowName}` 与 Region、Year、Scope 不一致，应为 `{name}`", $"WorkflowName `{rubric.WorkflowName}` does not agree with Region, Year and Scope: `{name}`");
    }

    // 440303-luohu/2020/department/1.0.0.json
    private void CheckFilePath(string filePath)
    {
        var parts = filePath.Split('/');
        var tail = parts[^Math.Min(4, parts.Length)..];
        var agrees = tail.Length == 4
            && tail[0].Split('-')[0] == rubric.Region.Code
            && tail[1] == rubric.Year.ToString(CultureInfo.InvariantCulture)
            && tail[2] == rubric.Scope
            && tail[3] == rubric.Version + ".json";
        if (!agrees)
            diagnostics.Error("PR0023", "/WorkflowName", $"文件路径 `{filePath}` 与 WorkflowName、Version 不一致，应为 `{rubric.Region.Code}-…/{rubric.Year}/{rubric.Scope}/{rubric.Version}.json`", $"the path `{filePath}` does not agree with WorkflowName and Version: `{rubric.Region.Code}-…/{rubric.Year}/{rubric.Scope}/{rubric.Version}.json`");
    }

    private void CheckTotals()
    {
        if (rubric.FullScore is <= 0)
            diagnostics.Error("PR0024", "/FullScore", "满分须大于 0", "FullScore must be greater than 0");
        if (rubric.TotalRange is { } range && (range.Min ?? 0) >= (range.Max ?? FullScore))
            diagnostics.Error("PR0025", "/TotalRange", "Min 须小于 Max", "Min must be less than Max");
        for (var i = 1; i < rubric.Grades.Length; i++)
        {
            if (rubric.Grades[i].From >= rubric.Grades[i - 1].From)
                diagnostics.Error("PR0026", $"/Grades/{i}", $"等级须从高到低排列：`{rubric.Grades[i].Name}` 的 From 不小于上一等级", $"grades must descend: From of `{rubric.Grades[i].Name}` is not less than that of the one before");
        }

        var least = rubric.TotalRange?.Min ?? 0;
        if (rubric.Grades is [.., var last] && last.From > least)
            diagnostics.Error("PR0027", $"/Grades/{rubric.Grades.Length - 1}", $"最低等级须包括 {least} 分", $"the lowest grade must reach down to {least}");
    }

    private void CheckNames()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in Declared())
        {
            var normal = Names.Normalize(name);
            if (CheckName(name, path) && !seen.TryAdd(normal, name))
                diagnostics.Error("PR0029", path, $"名称 `{name}` 与 `{seen[normal]}` 相同", $"the name `{name}` is the same as `{seen[normal]}`");
        }

        // Rules side by side may use the same name; what it hides is found where rules are bound.
        foreach (var param in AllRules(rubric.Rules).SelectMany(rule => rule.LocalParams))
            CheckName(param.Name, param.Path + "/Name");
    }

    private bool CheckName(string name, string path)
    {
        if (Names.IsName(name) && !ReservedNames.BuiltIns.Contains(Names.Normalize(name)))
            return true;
        diagnostics.Error("PR0028", path, $"`{name}` 不能用作名称：名称由文字、数字和下划线组成，不以数字开头，也不能是关键字", $"`{name}` cannot be a name: letters, digits and underscores, no digit first, no keyword or built-in");
        return false;
    }

    private IEnumerable<(string Name, string Path)> Declared() =>
        rubric.Inputs.Select(input => (input.Name, input.Path + "/Name"))
            .Concat(rubric.Tables.Select(table => (table.Name, table.Path + "/Name")))
            .Concat(rubric.GlobalParams.Select(param => (param.Name, param.Path + "/Name")))
            .Concat(AllRules(rubric.Rules).Where(rule => rule is { Judged: not null, Code: not null }).Select(rule => (rule.Code!.Text, rule.Path + "/Code"))); // filtered

    private static IEnumerable<Rule> AllRules(ImmutableArray<Rule> rules) =>
        rules.Where(rule => rule.Enabled != false).SelectMany(rule => AllRules(rule.Rules).Prepend(rule));

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})(-[0-9A-Za-z.-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Semver();

    [GeneratedRegex(@"^[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionCode();
}
