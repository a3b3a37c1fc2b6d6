namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>What an evaluation is of. Its revisions are counted under this and its region: a rubric of a wider region answers for many, and departments of one name occur in several.</summary>
/// <param name="Rubric">The rubric's name, without version.</param>
/// <param name="Department">The department (部门/单位).</param>
/// <param name="Subject">The project or other subject; empty: the department itself.</param>
/// <param name="Period">The period, <c>2021-06</c>; empty: the rubric's year.</param>
public sealed record EvaluationIdentity(string Rubric, string Department, string Subject, string Period);
