using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Analysis;

/// <summary>What of a rubric a case may reach.</summary>
public enum CoverageKind
{
    /// <summary>A branch of <c>?:</c>, or an arm of a switch.</summary>
    Branch,

    /// <summary>A condition that earns the weight is true or false.</summary>
    Condition,

    /// <summary>NotApplicableWhen, ZeroWhen or FullWhen holds, or does not.</summary>
    Path,

    /// <summary>The points are cut to the weight, or raised to the least (扣完为止).</summary>
    Cap,

    /// <summary>Figures are missing, and the score is open.</summary>
    MissingFigures,

    /// <summary>A band of a judged scale (档次).</summary>
    Band,

    /// <summary>A grade (等级).</summary>
    Grade,

    /// <summary>An override holds (一票否决).</summary>
    Override,

    /// <summary>A check passes or fails (勾稽关系).</summary>
    Check,
}

/// <summary>Something of a rubric that a case should reach.</summary>
/// <param name="Path">JSON Pointer of the property or element.</param>
/// <param name="What">What is reached: <c>指标“执行”（A1）：&gt;= 90%</c>.</param>
/// <param name="Cases">The names of the cases that reach it, in their order; empty: none does.</param>
public sealed record CoveragePoint(CoverageKind Kind, string Path, Bilingual What, ImmutableArray<string> Cases)
{
    /// <summary>The stretch of the property's text, of a branch; else null.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The code of the rule or check it belongs to; null for a grade or param.</summary>
    public string? Code { get; init; }

    /// <summary>Whether a case reaches it.</summary>
    public bool IsReached => !Cases.IsEmpty;
}

/// <summary>Which branches, bands, caps, grades and paths of a rubric its cases reach.</summary>
/// <param name="Points">In the order of the document: params, rules, overrides, checks, grades.</param>
public sealed record RubricCoverage(ImmutableArray<CoveragePoint> Points)
{
    /// <summary>How many points a case reaches.</summary>
    public int Reached => Points.Count(point => point.IsReached);

    /// <summary>The points that no case reaches.</summary>
    public IEnumerable<CoveragePoint> Missed => Points.Where(point => !point.IsReached);

    /// <summary>
    /// Scores the cases' submissions and notes what they reach. Branches within a lambda are not told apart: they are taken row by row.
    /// A case whose submission cannot be read reaches nothing.
    /// </summary>
    public static RubricCoverage Of(CompiledRubric rubric, IEnumerable<TestCase> cases)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(cases);
        var targets = CoverageTargets.Of(rubric);
        var reached = targets.ToDictionary(target => target.Key, _ => ImmutableArray.CreateBuilder<string>());
        foreach (var testCase in cases)
        {
            foreach (var key in CoverageRun.Of(rubric, testCase))
            {
                if (reached.TryGetValue(key, out var names))
                    names.Add(testCase.Name);
            }
        }

        return new([.. targets.Select(target => new CoveragePoint(target.Kind, target.Key.Path, target.What, reached[target.Key].ToImmutable()) { Span = target.Key.Span, Code = target.Code })]);
    }
}
