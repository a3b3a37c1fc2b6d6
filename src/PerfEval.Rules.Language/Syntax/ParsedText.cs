using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>A text with its syntax tree and what the lexer and parser found.</summary>
/// <param name="Text">The text as typed.</param>
/// <param name="Root">The tree; a <see cref="MissingSyntax"/> for an empty text.</param>
/// <param name="Diagnostics">By position.</param>
public sealed record ParsedText(string Text, ExpressionSyntax Root, ImmutableArray<Diagnostic> Diagnostics);
