using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Looks for the slip that reproduces a reported figure, by scoring the submission once more as somebody may have done who made it. Dies with the audit.</summary>
/// <param name="run">The submission as scored.</param>
internal sealed partial class SlipFinder(ScoringRun run, AuditContext context)
{
    // A report has few figures that differ; one with more is wrong throughout, or made to be costly.
    private const int MostFigures = 200;

    private readonly Dictionary<string, ScoringRun> versions = new(StringComparer.Ordinal);
    private int figures;

    private Submission Submission => run.Evaluation.Submission;

    private CompiledRubric Rubric => run.Evaluation.Rubric;

    private ScoringRun Unrounded => field ??= Scorer.Pass(Submission with { Rubric = Rubric.WithoutRounding });

    private ScoringRun Uncapped => field ??= Scorer.Pass(Submission with { Rubric = Rubric.WithoutCaps });

    /// <summary>The slip behind a rule's points, or null.</summary>
    public Slip? FindScore(string code, decimal reported, decimal computed)
    {
        if (++figures > MostFigures || !run.ByCode.TryGetValue(code, out var rule))
            return null;
        var isLeaf = rule.Rule.Score is not null;
        // Full marks and nothing at all are what almost any slip would give: they prove none.
        var tells = isLeaf && reported != rule.EffectiveWeight && reported != rule.Rule.Min;
        return FindRounding(reported, computed, Unrounded.ByCode.GetValueOrDefault(code)?.Score)
            ?? (isLeaf ? FindCap(rule, reported) : null)
            ?? (tells ? FindInput(rule.Rule.Score!, rule, Reproduces) ?? FindColumn(rule.Rule.Score!, rule, Reproduces) : null) // a leaf has one
            ?? (isLeaf ? FindBand(rule, reported) : null)
            ?? FindVersion(Reproduces);

        bool Reproduces(ScoringRun other) => other.ByCode.GetValueOrDefault(code)?.Score is { } score && IsSame(reported, score);
    }

    /// <summary>The slip behind a value, or null.</summary>
    /// <param name="name">Normalised.</param>
    public Slip? FindValue(string name, string written, Value computed, NumberFormat? format)
    {
        if (++figures > MostFigures || computed.Kind != ValueKind.Number || NumberText.Parse(written) is not { Form: NumberForm.Plain, IsBound: false } number || run.FindSource(name) is not { } source)
            return null;
        var unit = number.Unit.Length > 0 ? number.Unit : format?.Unit;
        if (UnitFigures.Show(computed.Number, unit) is not { } shown)
            return null;
        if (Truncate(shown, number.Number.Scale) == number.Number)
            return SlipTexts.Truncated(shown);
        if (ValueIn(Uncapped, name) is { Kind: ValueKind.Number } uncapped && WrittenFigure.Compare(written, uncapped, format).Agrees)
            return SlipTexts.CapMissing(UnitFigures.Show(uncapped.Number, unit) ?? uncapped.Number);
        return FindInput(source.Expression, source.Rule, Reproduces) ?? FindColumn(source.Expression, source.Rule, Reproduces) ?? FindVersion(Reproduces);

        bool Reproduces(ScoringRun other) => ValueIn(other, name) is { Kind: ValueKind.Number } value && WrittenFigure.Compare(written, value, format).Agrees;
    }

    /// <summary>The slip behind a total, or null.</summary>
    public Slip? FindTotal(decimal reported, decimal computed) =>
        FindRounding(reported, computed, Unrounded.Outcome.Range is { IsPoint: true } unrounded ? unrounded.Min : null)
        ?? (Scorer.Pass(Submission with { Rubric = Rubric.WithoutTotalRange }).Outcome.Range is { IsPoint: true, Min: var free } && free == reported ? SlipTexts.CapMissing(free) : null)
        ?? FindVersion(other => other.Outcome.Range is { IsPoint: true } total && total.Min == reported);

    private static Slip? FindRounding(decimal reported, decimal computed, decimal? unrounded)
    {
        if (unrounded is not { } exact)
            return null;
        var (digits, due) = (UnitFigures.Trim(reported).Scale, UnitFigures.Trim(FigureWriter.Points(computed)).Scale);
        if (digits > due && Round(exact, digits) == reported)
            return SlipTexts.Unrounded(Round(exact, Math.Max(digits, (byte)6)));
        if (digits < due && Round(computed, digits) == reported)
            return SlipTexts.FewerDigits(digits, FigureWriter.Points(computed));
        return Truncate(exact, digits) == reported ? SlipTexts.Truncated(exact) : null;
    }

    private Slip? FindCap(RuleInstance rule, decimal reported)
    {
        if (Uncapped.ByCode.GetValueOrDefault(rule.Code) is not { Rule.Score: { } score } other)
            return null;
        Uncapped.Evaluation.EnterWithParents(other);
        var points = score.Evaluate(Uncapped.Evaluation.Frame);
        if (points.Kind != ValueKind.Number || other.Clamp(points.Number) == points.Number)
            return null;
        var scaled = other.Scale(points.Number, other.EffectiveWeight ?? other.Weight ?? 0);
        return IsSame(reported, Rounding.Apply(scaled, Rubric.RuleRounding)) ? SlipTexts.CapMissing(scaled) : null;
    }

    private Slip? FindVersion(Func<ScoringRun, bool> reproduces)
    {
        foreach (var version in context.Versions.Where(version => version.Hash != Rubric.Hash))
        {
            if (!versions.TryGetValue(version.Hash, out var other))
                versions[version.Hash] = other = Scorer.Pass(SubmissionTransfer.To(Submission, version));
            if (reproduces(other))
                return SlipTexts.OtherVersion(version.Document.Version);
        }

        return null;
    }

    private static Value? ValueIn(ScoringRun other, string name)
    {
        if (other.FindSource(name) is not { } source)
            return null;
        if (source.Rule is { } rule)
            other.Evaluation.EnterWithParents(rule);
        return source.Expression.Evaluate(other.Evaluation.Frame);
    }

    private bool IsSame(decimal reported, decimal points) => Reconciler.IsSame(reported, FigureWriter.Points(points), Rubric.RuleRounding?.Digits);

    private static decimal Round(decimal number, int digits) => decimal.Round(number, digits, MidpointRounding.AwayFromZero);

    private static decimal Truncate(decimal number, int digits) => Rounding.Apply(number, digits, Documents.RoundingMode.Down);
}
