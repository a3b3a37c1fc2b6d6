namespace PerfEval.Rules.Language.Syntax;

/// <summary>Text to syntax tree.</summary>
public static class Parser
{
    /// <summary>Parses a text; never throws.</summary>
    public static ParsedText Parse(string text) => throw new NotSupportedException();
}
