using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>Whose submission it is, as reports name it.</summary>
/// <param name="Id">The evaluation that holds the submission; unique.</param>
/// <param name="Department">The department (部门/单位).</param>
/// <param name="Subject">The project or other subject; empty: the department itself.</param>
/// <param name="Period">The period; empty: the rubric's year.</param>
public sealed record ImpactSubject(string Id, string Department, string Subject, string Period);

/// <summary>A submission whose total changes, among those where it changes most.</summary>
/// <param name="Before">The total under the old rubric.</param>
/// <param name="After">The total under the new one.</param>
/// <param name="GradeBefore">Null without one.</param>
/// <param name="GradeAfter">Null without one.</param>
public sealed record Mover(ImpactSubject Subject, decimal Before, decimal After, string? GradeBefore, string? GradeAfter)
{
    /// <summary>After less before.</summary>
    public decimal Change => FigureWriter.Points(After - Before);
}
