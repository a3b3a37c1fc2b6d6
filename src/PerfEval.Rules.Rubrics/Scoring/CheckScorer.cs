using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Checks (勾稽关系) beside the score, once per check or per row.</summary>
internal sealed class CheckScorer(Evaluation evaluation)
{
    public ImmutableArray<CheckResult> Check() => [.. evaluation.Rubric.Checks.SelectMany(Check)];

    private IEnumerable<CheckResult> Check(LinkedCheck check)
    {
        if (check.ForEach is null)
            return [CheckOnce(check, null)];
        var rows = check.ForEach.Evaluate(evaluation.Frame);
        return rows.Table is { } table ? CheckRows(check, table) : [Open(check, null, rows)];
    }

    // Rows that pass or are skipped say nothing of their own: only when none fails or is open does the check report, once.
    private List<CheckResult> CheckRows(LinkedCheck check, Table table)
    {
        var results = new List<CheckResult>();
        var passed = false;
        foreach (var row in table.Rows)
        {
            evaluation.Frame.Slots[check.Row!.Slot] = Value.Of(row); // a ForEach has a row
            var result = CheckOnce(check, row.Label);
            passed |= result.Status == CheckStatus.Passed;
            if (result.Status is CheckStatus.Failed or CheckStatus.Undetermined)
                results.Add(result);
        }

        if (results.Count == 0)
            results.Add(Result(check, null, passed ? CheckStatus.Passed : CheckStatus.Skipped));
        return results;
    }

    private CheckResult CheckOnce(LinkedCheck check, string? row)
    {
        if (check.When is { } when)
        {
            var applies = evaluation.Find(when, null);
            if (applies.IsFalse)
                return Result(check, row, CheckStatus.Skipped);
            if (!applies.IsTrue)
                return Open(check, row, applies);
        }

        return check.Tolerance is null ? Plain(check, row) : WithTolerance(check, row);
    }

    private CheckResult Plain(LinkedCheck check, string? row)
    {
        var holds = evaluation.Find(check.Expression, null);
        if (!holds.IsKnown)
            return Open(check, row, holds);
        return holds.IsTrue ? Result(check, row, CheckStatus.Passed) : Failed(check, row);
    }

    private CheckResult WithTolerance(LinkedCheck check, string? row)
    {
        var (left, right) = Sides(check);
        var tolerance = check.Tolerance!.Evaluate(evaluation.Frame); // only called with one
        foreach (var value in new[] { left, right, tolerance })
        {
            if (!value.IsKnown)
                return Open(check, row, left.IsMissing && right.IsMissing ? Value.Missing(left.Absence.And(right.Absence)) : value);
        }

        var difference = Rounding.Exact(Distance(left.Number, right.Number));
        return difference <= Allowed(tolerance.Number, check.ToleranceScale) ? Result(check, row, CheckStatus.Passed) : Failed(check, row);
    }

    // Figures of either sign at the end of what decimal holds are as far apart as can be told.
    private static decimal Distance(decimal left, decimal right) =>
        left < 0 != right < 0 && Math.Abs(left) > decimal.MaxValue - Math.Abs(right) ? decimal.MaxValue : Math.Abs(left - right);

    private static decimal Allowed(decimal tolerance, decimal scale) =>
        scale > 1 && tolerance > decimal.MaxValue / scale ? decimal.MaxValue : tolerance * scale;

    private (Value Left, Value Right) Sides(LinkedCheck check) =>
        check.Sides is { } sides ? (sides.Left.Evaluate(evaluation.Frame), sides.Right.Evaluate(evaluation.Frame)) : default;

    private CheckResult Failed(LinkedCheck check, string? row)
    {
        var (left, right) = Sides(check);
        var format = check.Sides?.Left.Format ?? check.Sides?.Right.Format;
        var message = check.ErrorMessage?.Fill(evaluation.Frame);
        var result = Result(check, row, CheckStatus.Failed);
        if (!left.IsKnown || !right.IsKnown)
            return result with { Message = message is null ? Sentences.CheckFails(check.Expression.Parsed.Text) : Bilingual.Same(message) };

        var scale = Units.Scale(format?.Unit);
        var difference = Distance(left.Number, right.Number);
        return result with
        {
            Left = left.Number / scale,
            Right = right.Number / scale,
            Difference = difference / scale,
            Unit = format?.Unit,
            Message = message is null ? Sentences.CheckDiffers(Show(left, format), Show(right, format), Show(Value.Of(difference), format)) : Bilingual.Same(message),
        };
    }

    private static string Show(Value value, NumberFormat? format) => ValueText.Format(value, format, withUnit: true);

    private CheckResult Open(LinkedCheck check, string? row, Value value) => Result(check, row, CheckStatus.Undetermined) with
    {
        Message = value.IsFailed ? value.Fault!.Message : Sentences.CheckLacks(value.Absence), // a failed value has a fault
    };

    private CheckResult Result(LinkedCheck check, string? row, CheckStatus status) => new()
    {
        Code = check.Code,
        Name = check.Row is not null && row is null ? TextTemplate.InWords(check.Definition.Name.Text) : check.Name.Fill(evaluation.Frame),
        Row = row,
        Status = status,
        Severity = check.Definition.Severity ?? CheckSeverity.Error,
    };
}
