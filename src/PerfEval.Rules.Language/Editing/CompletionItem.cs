using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What a completion stands for.</summary>
public enum CompletionKind
{
    /// <summary>A choice of an input (选项).</summary>
    Choice,

    /// <summary>The key of a row (主键).</summary>
    Key,

    /// <summary>An input (数据项).</summary>
    Input,

    /// <summary>A param (参数).</summary>
    Param,

    /// <summary>A constant table (常量表).</summary>
    Table,

    /// <summary>A column (列).</summary>
    Column,

    /// <summary>The parameter of a lambda.</summary>
    LambdaParameter,

    /// <summary>A name that the product gives.</summary>
    BuiltIn,

    /// <summary>A function (函数).</summary>
    Function,

    /// <summary>A word or sign of the language.</summary>
    Keyword,

    /// <summary>A property of the rubric document (属性).</summary>
    Property,

    /// <summary>A word that a property of the document takes.</summary>
    Word,
}

/// <summary>Something that may be typed at the caret.</summary>
/// <param name="Label">As listed.</param>
/// <param name="InsertText">What replaces <see cref="CompletionList.Replaced"/>.</param>
public sealed record CompletionItem(string Label, CompletionKind Kind, string InsertText)
{
    /// <summary>The type of its value; null for words.</summary>
    public Bilingual? Type { get; init; }

    /// <summary>The unit of its number.</summary>
    public string? Unit { get; init; }

    /// <summary>Label, description or summary.</summary>
    public Bilingual? Description { get; init; }

    /// <summary>Where a department finds it.</summary>
    public string? Source { get; init; }

    /// <summary>Its value in the submission at hand, with unit.</summary>
    public string? Value { get; init; }

    /// <summary>How many characters before the end of the inserted text the caret belongs: between the brackets of a call.</summary>
    public int CaretBack { get; init; }

    /// <summary>0 for what fits best.</summary>
    public int Rank { get; init; }
}

/// <summary>What may be typed at a caret.</summary>
/// <param name="Replaced">The word, literal or empty place that an item replaces.</param>
/// <param name="Items">The best first; empty: nothing is known.</param>
public sealed record CompletionList(TextSpan Replaced, ImmutableArray<CompletionItem> Items);
