using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>
/// One submission scored under several rubrics side by side (同一填报在不同版本下的得分), with what changed between them. Every other rubric is compared with the first.
/// A pure function of the rubrics and the submission. Immutable.
/// </summary>
/// <param name="Rubrics">The columns, in the order asked for.</param>
/// <param name="Rules">The rows: every rule of any scorecard, in the order of the first that has it; then rules that changed and stand in none, such as the template of a ForEach.</param>
/// <param name="Changes">What changed and lies in no rule.</param>
public sealed record SubmissionComparison(ImmutableArray<ComparedRubric> Rubrics, ImmutableArray<ComparedRule> Rules, ImmutableArray<ComparedChange> Changes)
{
    /// <summary>Scores the submission under each rubric and sets the results side by side; never throws for a bad submission.</summary>
    /// <param name="rubrics">At least one.</param>
    /// <param name="submission">Its JSON in UTF-8; read against each rubric anew. What filing alone refuses is let through.</param>
    /// <exception cref="ArgumentException">There is no rubric.</exception>
    public static SubmissionComparison Of(ImmutableArray<CompiledRubric> rubrics, ReadOnlyMemory<byte> submission)
    {
        if (rubrics.IsDefaultOrEmpty)
            throw new ArgumentException("there is no rubric to compare", nameof(rubrics));
        return new SubmissionComparer(rubrics).Compare(submission);
    }
}

/// <summary>A column: one rubric with what the submission comes to under it.</summary>
/// <param name="Rubric">Name, version and hash.</param>
/// <param name="Scorecard">Null where the rubric does not take the submission.</param>
/// <param name="Faults">For which it does not; empty beside a scorecard.</param>
/// <param name="Difference">The total less the first rubric's; null for the first, and where either has no single one.</param>
public sealed record ComparedRubric(RubricReference Rubric, Scorecard? Scorecard, ImmutableArray<SubmissionFault> Faults, decimal? Difference);

/// <summary>A row: one rule.</summary>
/// <param name="Code">Its code in the scorecards.</param>
/// <param name="Name">As the first rubric that has it names it.</param>
/// <param name="Scores">One for each rubric that has the rule and takes the submission, by column.</param>
/// <param name="Changes">What changed in the rule, by column.</param>
public sealed record ComparedRule(string Code, string Name, ImmutableArray<ComparedScore> Scores, ImmutableArray<ComparedChange> Changes);

/// <summary>A cell: what the rule comes to under one rubric.</summary>
/// <param name="Column">Position of the rubric, from 0.</param>
/// <param name="Rule">As in the scorecard.</param>
/// <param name="Difference">The score less the first rubric's; null for the first, and where either has no single one.</param>
public sealed record ComparedScore(int Column, RuleScore Rule, decimal? Difference);

/// <summary>A change from the first rubric to another.</summary>
/// <param name="Column">Position of the other, from 1.</param>
/// <param name="Change">What changed, in words.</param>
public sealed record ComparedChange(int Column, RubricChange Change);
