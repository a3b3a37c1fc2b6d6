using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What a stretch of text is, for highlighting.</summary>
public enum SpanClass
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>Brackets, commas and the like.</summary>
    Punctuation,

    /// <summary>A number with its unit.</summary>
    Number,

    /// <summary>A text literal.</summary>
    Text,

    /// <summary>An input (数据项).</summary>
    Input,

    /// <summary>A param (参数).</summary>
    Param,

    /// <summary>A constant table (常量表).</summary>
    Table,

    /// <summary>A name that the product gives.</summary>
    BuiltIn,

    /// <summary>The parameter of a lambda.</summary>
    LambdaParameter,

    /// <summary>A column (列).</summary>
    Column,

    /// <summary>A function (函数).</summary>
    Function,

    /// <summary>A name that stands for nothing.</summary>
    Unknown,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>What cannot be read.</summary>
    Invalid,
}

/// <summary>A stretch of text with what it is.</summary>
public readonly record struct ClassifiedSpan(TextSpan Span, SpanClass Class);
