using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>A stable code with what it stands for, as it is listed in the documentation.</summary>
public sealed record CatalogueEntry(string Code, Bilingual Summary);
