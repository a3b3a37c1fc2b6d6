using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Submissions;

/// <summary>Linked rubrics made by hand, for tests of what reads and shows submissions.</summary>
internal static class SomeRubric
{
    public static LinkedInput Projects { get; } = TableOf("项目", "名称",
        Of("名称", InputType.Text, ExpressionType.Text),
        Number("预算", "万元"),
        Number("执行数", "万元", min: 0),
        Number("调整", "万元", byDefault: 0),
        Of("备注", InputType.Text, ExpressionType.Text) with { IsRequired = false });

    /// <summary>One input of every form.</summary>
    public static CompiledRubric WithEverything { get; } = Of(
        Number("预算数", "万元", min: 0),
        Number("执行率", "%", min: 0, max: 120),
        Number("人数", "人", min: 0, digits: 0),
        Number("系数") with { IsRequired = false },
        Number("空白", "元", byDefault: 0),
        Number("半开", min: 0, max: 5, excluded: true) with { IsRequired = false },
        Of("违规", InputType.Bool, ExpressionType.Bool),
        Of("说明", InputType.Text, ExpressionType.Text, maxLength: 5) with { IsRequired = false },
        Of("日期", InputType.Date, ExpressionType.Date) with { IsRequired = false },
        Of("公开", InputType.Choice, new TextType { Choices = ["按要求公开", "未公开", "部分公开"] }),
        Of("方面", InputType.MultiChoice, new TextSetType(["经济效益", "社会效益", "生态效益"])),
        Projects,
        Judged("J1", JudgedForm.Points) with { Range = Interval.Closed(-1, 4) },
        Judged("J2", JudgedForm.YesNo),
        Judged("J3", JudgedForm.Scale) with { Bands = Bands });

    private static ImmutableArray<LinkedBand> Bands =>
    [
        new("达成", Interval.Closed(0.8m, 1)),
        new("部分达成", new(0.6m, false, 0.8m, true)),
        new("未达成", Interval.Point(0)),
    ];

    public static CompiledRubric Of(params ImmutableArray<LinkedInput> inputs) => new()
    {
        Document = new()
        {
            WorkflowName = "440303/2020/department",
            Region = new("440303", "罗湖区"),
            Year = 2020,
            Scope = "department",
            Version = "1.0.0",
        },
        Hash = "sha256:0",
        Inputs = inputs,
        InputsByName = inputs.ToFrozenDictionary(input => input.Name, StringComparer.Ordinal),
        SlotCount = inputs.Length,
    };

    public static LinkedInput Number(
        string name, string? unit = null, decimal? min = null, decimal? max = null, int? digits = null, decimal? byDefault = null, bool excluded = false)
    {
        var scale = Units.Scale(unit);
        return new(name, new() { Name = name, Type = InputType.Number, Unit = unit, Digits = digits }, Units.IsMoney(unit) ? ExpressionType.Money : ExpressionType.Number)
        {
            Range = new(min * scale, excluded, max * scale, excluded),
            Default = byDefault is { } value ? Value.Of(value * scale) : default,
            Format = unit is null ? null : new(unit),
        };
    }

    public static LinkedInput Of(string name, InputType type, ExpressionType linked, int? maxLength = null) =>
        new(name, new() { Name = name, Type = type, MaxLength = maxLength }, linked);

    public static LinkedInput TableOf(string name, string? key, params ImmutableArray<LinkedInput> columns)
    {
        var keyIndex = columns.Select((column, index) => (column, index)).FirstOrDefault(pair => pair.column.Name == key, (null!, -1)).Item2;
        var type = new TableType(name, [.. columns.Select(column => new Column(column.Name, column.Type))], keyIndex);
        return Of(name, InputType.Table, type) with { Columns = columns };
    }

    private static LinkedInput Judged(string name, JudgedForm form) =>
        Of(name, form == JudgedForm.YesNo ? InputType.Bool : InputType.Number, form == JudgedForm.YesNo ? ExpressionType.Bool : ExpressionType.Number) with
        {
            Judged = form,
            IsRequired = false,
        };
}
