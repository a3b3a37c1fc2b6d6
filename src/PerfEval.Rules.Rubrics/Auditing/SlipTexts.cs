using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>The named slips in words, one method per kind.</summary>
internal static class SlipTexts
{
    private const int MostParts = 5;

    public static Slip FromParts(IReadOnlyCollection<Reconciliation> parts)
    {
        var shown = string.Join("、", parts.Take(MostParts).Select(part => $"{part.Code} {Signed(part.Difference)}"));
        var more = parts.Count > MostParts ? (Zh: $"等 {parts.Count} 项", En: $" and {parts.Count - MostParts} more") : (Zh: "", En: "");
        return new(SlipKind.FromParts, new($"差额来自自报的 {shown}{more.Zh}", $"the difference comes from the reported {shown.Replace("、", ", ", StringComparison.Ordinal)}{more.En}"));
    }

    public static Slip Unrounded(decimal points) =>
        new(SlipKind.Unrounded, new($"没有按规定四舍五入：未取整为 {UnitFigures.Write(points)}", $"not rounded as the rubric says: unrounded it is {UnitFigures.Write(points)}"));

    public static Slip FewerDigits(int digits, decimal computed) =>
        new(SlipKind.FewerDigits, new($"四舍五入到 {digits} 位小数，评分办法给出 {UnitFigures.Write(computed)}", $"rounded to {digits} decimals where the rubric gives {UnitFigures.Write(computed)}"));

    public static Slip Truncated(decimal figure) =>
        new(SlipKind.Truncated, new($"截去尾数而没有四舍五入：{Legible(figure)}", $"cut off instead of rounded: {Legible(figure)}"));

    public static Slip CapMissing(decimal figure) =>
        new(SlipKind.CapMissing, new($"没有封顶或保底：不设限为 {Legible(figure)}", $"without cap and floor: it would be {Legible(figure)}"));

    public static Slip OtherInput(string used, string due) =>
        new(SlipKind.OtherInput, new($"应取 `{due}` 处取了 `{used}`", $"`{used}` was taken where `{due}` belongs"));

    public static Slip Exchanged(string one, string other) =>
        new(SlipKind.Exchanged, new($"`{one}` 与 `{other}` 互换", $"`{one}` and `{other}` were exchanged"));

    public static Slip NeighbouringBand(string subject) =>
        new(SlipKind.NeighbouringBand, new($"取了 `{subject}` 相邻一档的分值", $"the points of the neighbouring band of `{subject}` were taken"));

    public static Slip OtherVersion(string version) =>
        new(SlipKind.OtherVersion, new($"与 {version} 版的结果一致", $"it is what version {version} gives"));

    private static string Signed(decimal? difference) => (difference > 0 ? "+" : "") + UnitFigures.Write(difference ?? 0);

    private static string Legible(decimal figure) => UnitFigures.Write(decimal.Round(figure, 6, MidpointRounding.AwayFromZero));
}
