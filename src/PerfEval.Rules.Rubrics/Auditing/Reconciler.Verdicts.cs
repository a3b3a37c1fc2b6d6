using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using Names = PerfEval.Rules.Language.Syntax.Names;

namespace PerfEval.Rules.Rubrics.Auditing;

internal sealed partial class Reconciler
{
    // Reported points are taken as they stand: a rubric that rounds to two digits gives no 8 where it gives 7.6, so fewer digits are a difference (and a slip of that name).
    private static Reconciliation Judge(Reconciliation line, decimal reported, decimal computed, int? digits, Func<ScoreRange?> range, Func<Slip?> slip)
    {
        var points = FigureWriter.Points(computed);
        line = line with { Computed = UnitFigures.Write(points) };
        if (IsSame(reported, points, digits))
            return line with { Verdict = Verdict.Agrees };
        line = line with { Difference = reported - points };
        return range() is { IsPoint: false } possible && possible.Min <= reported && reported <= possible.Max
            ? line with { Verdict = Verdict.WithinRounding, Range = possible }
            : line with { Verdict = Verdict.Differs, Slip = slip() };
    }

    /// <summary>Whether the points are the same at the digits that the rubric rounds to, or more where more were written; null: two, as shown.</summary>
    internal static bool IsSame(decimal reported, decimal points, int? digits) =>
        decimal.Round(points, Math.Max(digits ?? 2, digits is null ? 2 : (int)reported.Scale), MidpointRounding.AwayFromZero)
        == (digits is null ? decimal.Round(reported, 2, MidpointRounding.AwayFromZero) : reported);

    // Whatever is missing, a figure outside everything that the rule can give is wrong.
    private static Reconciliation JudgeOpen(Reconciliation line, decimal reported, ScoreRange? range, ScoreRange? widened, ImmutableArray<string> missing)
    {
        line = line with { Range = range, Missing = missing };
        var possible = widened is { } wide && range is { } exact ? new(Math.Min(wide.Min, exact.Min), Math.Max(wide.Max, exact.Max)) : widened ?? range;
        if (possible is not { } reach || (reach.Min <= reported && reported <= reach.Max))
            return line;
        return line with { Verdict = Verdict.Differs, Difference = reported < reach.Min ? reported - reach.Min : reported - reach.Max };
    }

    private Reconciliation JudgeValue(Reconciliation line, string written, Value computed, NumberFormat? format)
    {
        var figure = WrittenFigure.Compare(written, computed, format);
        line = line with { Computed = figure.Computed };
        if (figure.Agrees)
            return line with { Verdict = Verdict.Agrees };
        line = line with { Difference = figure.Difference };
        if (computed.Kind == ValueKind.Number && figure.Difference is not null && Allows(line.Code!, written, format)) // a value's line has its name
            return line with { Verdict = Verdict.WithinRounding };
        return line with { Verdict = Verdict.Differs, Slip = slips?.FindValue(Names.Normalize(line.Code!), written, computed, format) }; // likewise
    }

    private Reconciliation JudgeOpenValue(Reconciliation line, string written, Value computed, NumberFormat? format)
    {
        if (computed.Fault is { } fault)
            return line with { Why = fault.Message };
        line = line with { Missing = [.. computed.Absence.Gaps.Select(gap => gap.Name)] };
        var possible = ranges?.FindValue(Names.Normalize(line.Code!)); // a value's line has its name
        if (possible is null or { Low: null, High: null })
            return line;
        line = line with { Why = UnitFigures.Describe(Coarsen(possible.Value), format?.Unit) };
        return NumberText.Parse(written).Form != NumberForm.Plain || Allows(line.Code!, written, format) ? line : line with { Verdict = Verdict.Differs };
    }

    // A bound that a division gave has more digits than anybody reads: those of a percentage's four, rounded outward to stay true.
    private static Interval Coarsen(Interval range) => range with
    {
        Low = range.Low is { } low ? decimal.Round(low, 6, MidpointRounding.ToNegativeInfinity) : null,
        High = range.High is { } high ? decimal.Round(high, 6, MidpointRounding.ToPositiveInfinity) : null,
    };

    /// <summary>Whether the inputs' own rounding allows a value that is written so.</summary>
    private bool Allows(string name, string written, NumberFormat? format) =>
        ranges?.FindValue(Names.Normalize(name)) is { } possible
        && WrittenFigure.FindInterval(written, format) is { } figure
        && possible.Intersect(figure) is not null;

    // A parent or total that differs just by what its reported parts differ is named so, in place of any other slip; it is wrong as they are, even where rounding could explain it.
    private void TraceSums()
    {
        var parts = lines.Where(line => line is { What: "score", Verdict: Verdict.Differs, Difference: not null, Code: { } code } && rules[code].Rules.IsEmpty).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is not { What: "score" or "total", Verdict: Verdict.Differs or Verdict.WithinRounding, Difference: { } difference } line)
                continue;
            var below = line.Code is null ? parts : [.. parts.Where(part => part.Code != line.Code && IsWithin(part.Code!, line.Code))]; // a score's line has its code
            if (below.Count > 0 && Explains(line, difference, below.Sum(part => part.Difference ?? 0)))
                lines[i] = line with { Verdict = Verdict.Differs, Slip = SlipTexts.FromParts(below) };
        }
    }

    // Without what its parts differ by, an open sum would lie where it may.
    private static bool Explains(Reconciliation line, decimal difference, decimal ofParts)
    {
        if (line is not { Computed: null, Range: { } range })
            return difference == ofParts;
        var rest = decimal.Parse(line.Reported, CultureInfo.InvariantCulture) - ofParts;
        return range.Min <= rest && rest <= range.Max;
    }

    private bool IsWithin(string code, string parent) => rules.TryGetValue(parent, out var rule) && Flatten(rule.Rules).Any(part => part.Code == code);
}
