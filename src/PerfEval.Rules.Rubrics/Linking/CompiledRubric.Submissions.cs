using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Linking;

public sealed partial class CompiledRubric
{
    /// <summary>What the reader of submissions needs; laid out when first asked for. Two threads may both do so: either result serves.</summary>
    internal SubmissionShape SubmissionShape => field ??= new(this);
}
