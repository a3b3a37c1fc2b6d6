using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Http;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Path">JSON Pointer into the body; the name of a query parameter or header where it is there.</param>
internal sealed record ApiFault(string Code, string Path, Bilingual Message)
{
    /// <summary>A fault of a submission that stands inside a larger body.</summary>
    public static ApiFault Of(SubmissionFault fault, string prefix) =>
        new(fault.Code, fault.Code == "PS0001" ? "" : prefix + fault.Path, fault.Message);
}
