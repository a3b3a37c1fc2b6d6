using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Server.Publishing;

namespace PerfEval.Rules.Server.Api;

/// <summary>What differs between two rubrics.</summary>
/// <param name="From">The version or draft that the comparison starts from.</param>
/// <param name="Part">The part of the version number that the changes raise at least: Major, Minor, Patch or None.</param>
/// <param name="Least">The lowest version that the changes allow.</param>
/// <param name="Rule">Why that part, in words.</param>
internal sealed record DiffView(string From, string To, string Part, string Least, string Rule, ImmutableArray<ChangeView> Changes)
{
    public static DiffView Of(RubricSide from, RubricSide to, VersionChange change, string language) => new(
        from.Name, to.Name, change.Part.ToString(), change.Least, change.Rule.For(language), [.. change.Changes.Select(item => ChangeView.Of(item, language))]);
}

/// <summary>One difference.</summary>
/// <param name="Subject">What it is about: Rubric, Rule, Input, Param, Table, Grade, Check ….</param>
/// <param name="Key">The code of a rule or check, the name of anything else.</param>
/// <param name="Kind">Added, Removed, Moved, Recoded, Weight, Expression, Threshold, Setting, Rewritten or Text.</param>
/// <param name="Consequence">The part of the version number that it raises.</param>
/// <param name="Rule">The code of the rule that it is about or lies within.</param>
internal sealed record ChangeView(string Subject, string Key, string Kind, string Consequence, string? Rule, string? Property, string? Before, string? After, string Message)
{
    public static ChangeView Of(RubricChange change, string language) => new(
        change.Subject.ToString(), change.Key, change.Kind.ToString(), change.Consequence.ToString(), change.RuleCode, change.Property, change.Before, change.After,
        change.Message.For(language));
}
