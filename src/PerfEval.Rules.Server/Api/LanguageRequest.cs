namespace PerfEval.Rules.Server.Api;

/// <summary>An expression in the context of a rubric; the body of every call of the language.</summary>
/// <param name="Expression">The text as typed.</param>
/// <param name="Rubric">A published rubric; or <paramref name="Document"/>.</param>
/// <param name="Document">The text of a rubric; or <paramref name="Rubric"/>.</param>
/// <param name="Path">JSON Pointer of the property that the expression stands at; null: it sees inputs, tables and params.</param>
/// <param name="Caret">UTF-16 offset into the expression; needed by all calls but check and format.</param>
/// <param name="NewName">Needed by rename.</param>
internal sealed record LanguageRequest(string Expression, RubricReferenceBody? Rubric = null, string? Document = null, string? Path = null, int? Caret = null, string? NewName = null);

/// <summary>Names a published rubric.</summary>
/// <param name="Version">Null: the highest in force.</param>
internal sealed record RubricReferenceBody(string Region, int Year, string Scope, string? Version = null);
