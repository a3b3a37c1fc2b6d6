using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

public static partial class FunctionTable
{
    private static Function[] Texts() =>
    [
        new("has", [new("x", ParameterKind.Any, new("任何值", "any value"))], Summary("是否有值（不缺失）；出错仍是出错", "whether it is not missing; a failure stays a failure"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TextFunctions.Has,
            Bounds = TextFunctions.HasBounds,
            Examples = [Example("has(1)", "true"), Example("has(项目[\"会计\"].执行数)", "false")],
        },
        new(
            "contains",
            [new("text", ParameterKind.TextOrSet, new("文本或多选", "the text or the set of choices")), Text("part", "要找的文本", "what to look for")],
            Summary("文本是否含有另一文本，或多选中是否选了它", "whether a text has another in it, or a set of choices has it among them"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TextFunctions.Contains,
            Bounds = TextFunctions.ContainsBounds,
            Examples = [Example("contains(\"党建经费\", \"经费\")", "true")],
        },
        new("startsWith", [Text("text", "文本", "the text"), Text("part", "开头", "how it may start")], Summary("文本是否以另一文本开头", "whether a text starts with another"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TextFunctions.StartsWith,
            Bounds = TextFunctions.StartsWithBounds,
            Examples = [Example("startsWith(\"党建经费\", \"党建\")", "true")],
        },
        new("endsWith", [Text("text", "文本", "the text"), Text("part", "结尾", "how it may end")], Summary("文本是否以另一文本结尾", "whether a text ends with another"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Bool),
            Value = TextFunctions.EndsWith,
            Bounds = TextFunctions.EndsWithBounds,
            Examples = [Example("endsWith(\"党建经费\", \"党建\")", "false")],
        },
        new("length", [Text("text", "文本", "the text")], Summary("文本的字数", "how many characters a text has"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = TextFunctions.Length,
            Bounds = TextFunctions.LengthBounds,
            Examples = [Example("length(\"党建经费\")", "4")],
        },
    ];
}
