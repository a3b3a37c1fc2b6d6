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

    /// <summary>What is wrong inside the data of a submission is a matter of the rubric (422); around it, of the format (400), whichever the rubric.</summary>
    public static bool IsOfShape(SubmissionFault fault) =>
        fault.Code is "PS0001" or "PS0003" || (fault.Code == "PS0002" && !fault.Path.StartsWith("/data/", StringComparison.Ordinal));
}
